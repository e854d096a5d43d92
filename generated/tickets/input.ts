import { rowSchema, type RowSchema } from "./parse-row.ts";

/** What `team` is predicted from. A cell that is not there is null. */
export interface Row {
  /** Local time at which the message came in, without a zone. */
  readonly created_at: string | null;
  /** How the message came in, as the agent or the form spelled it. */
  readonly channel: string | null;
  /** The customer's plan, typed by hand; empty when nobody knew. */
  readonly plan: string | null;
  /** The customer's country in many spellings. */
  readonly country: string | null;
  /** Language of the message, two letters. */
  readonly language: string | null;
  /** Device or browser, free text, often missing. */
  readonly device: string | null;
  /** Days since the customer signed up; -1 for people who are no customers yet. */
  readonly tenure_days: number | null;
  /** How many files are attached. */
  readonly attachments: number | null;
  /** An invoice or order number, if the form had one. */
  readonly order_ref: string | null;
  /** An amount of money as somebody typed it; mostly missing. */
  readonly amount: string | null;
  /** Subject line; phone notes have one written by the agent. */
  readonly subject: string | null;
  /** The message, or the agent's note of a call. About a tenth is not in English. */
  readonly body: string | null;
}

/** What `schema` accepts: a cell may also be undefined or left out. */
export type RowInput = { readonly [property in keyof Row]?: Row[property] | undefined };

/** A row with nothing in it: spread it and set what is known. */
export const emptyRow: Row = {
  created_at: null,
  channel: null,
  plan: null,
  country: null,
  language: null,
  device: null,
  tenure_days: null,
  attachments: null,
  order_ref: null,
  amount: null,
  subject: null,
  body: null,
};

/**
 * Finds out whether an unknown value is a row: a Standard Schema (https://standardschema.dev)
 * that answers at once.
 *
 * Null, undefined, the empty text and a missing key are the same. Other keys are dropped.
 * Nothing is converted: a number must be a number, a date an ISO date.
 */
export const schema: RowSchema<RowInput, Row> = rowSchema(
  [
    ["created_at", "date"],
    ["channel", "text"],
    ["plan", "text"],
    ["country", "text"],
    ["language", "text"],
    ["device", "text"],
    ["tenure_days", "number"],
    ["attachments", "number"],
    ["order_ref", "text"],
    ["amount", "text"],
    ["subject", "text"],
    ["body", "text"],
  ],
  [""],
);

/**
 * The row in an unknown value.
 *
 * @throws {TypeError} With everything that `schema` objects to.
 */
export function parseRow(value: unknown): Row {
  const result = schema["~standard"].validate(value);
  if (result.issues) throw new TypeError(result.issues.map((issue) => issue.message).join("; "));
  return result.value;
}
