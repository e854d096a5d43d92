import { z } from "zod";

/** What a million tokens cost, in any one currency. */
const priceSchema = z.strictObject({ input: z.number().min(0), output: z.number().min(0) });

const budgetSchema = z.strictObject({
  /** Tries, the failed ones too. */
  calls: z.int().min(0).default(24),
  inputTokens: z.int().min(0).default(1_000_000),
  outputTokens: z.int().min(0).default(200_000),
  /** In the currency of `price`. */
  money: z.number().min(0).nullable().default(null),
  /** Of all questions together. */
  minutes: z.number().min(0).default(120),
});

/** Who writes candidates, how many, and at what cost; part of the config. */
export const authorSchema = z.strictObject({
  /** Model id as the endpoint knows it. */
  model: z.string().min(1),
  /** Rounds of classifiers and features, after one of normalizers. */
  rounds: z.int().min(0).max(20).default(2),
  /** Classifiers and features asked for in a round. */
  candidates: z.int().min(1).max(40).default(14),
  /** Normalizers asked for; 0 skips their round. */
  normalizers: z.int().min(0).max(20).default(5),
  /** Whether refused candidates get their issues back, once. */
  repair: z.boolean().default(true),
  /** Example rows that a prompt may show. */
  examples: z.int().min(0).max(200).default(40),
  maxOutputTokens: z.int().min(256).default(32_000),
  /** Null where nobody says what tokens cost. */
  price: priceSchema.nullable().default(null),
  /** A hard stop of one run: a question that could overrun it is not asked. Replies from disk are not counted. */
  budget: budgetSchema.prefault({}),
});

export type Price = z.output<typeof priceSchema>;

/** What one run may spend on new answers. */
export type Budget = z.output<typeof budgetSchema>;
