import type { Price } from "./author-schema.ts";
import type { Config } from "./config.ts";
import { KilnError } from "./errors.ts";
import { learn } from "./learn.ts";
import { loadRows } from "./load-rows.ts";
import type { Ports } from "./ports.ts";
import { tokensOf, type TokenRange } from "./propose/tokens.ts";
import type { ModelRequest } from "./asking.ts";

/** A question that would be asked, and what of it goes in and comes out. */
interface Planned {
  readonly input: TokenRange;
  readonly output: TokenRange;
}

/** Tokens of one candidate with its cases, as models were seen to write them. */
const perCandidate = { low: 300, likely: 800 };
/** Share of candidates that come back for repair. */
const refusedShare = { low: 0, likely: 0.4, high: 1 };
/** How much longer a later prompt is than the first: it tells of what was tried. */
const laterPrompt = 1.15;

/**
 * What a run would ask and what that would cost, in lines; asks nothing and writes nothing. The first question without a recorded answer
 * is known to the letter, later ones depend on its answer and are estimated from it.
 */
export async function dryRun(config: Config, ports: Ports): Promise<string[]> {
  const asked: ModelRequest[] = [];
  const missing = await learn(config, await loadRows(config), { ...ports, live: null, onRequest: (request) => asked.push(request) }).then(
    () => false,
    (error: unknown) => {
      if (error instanceof KilnError && error.code === "reply-missing") return true;
      throw error;
    },
  );
  const next = asked.at(-1);
  const recorded = asked.length - Number(missing);
  if (!missing || next === undefined) return [`nothing to ask: all ${recorded} answers are recorded; 0 calls, nothing to pay`];
  const planned = await plan(config, next);
  const calls: TokenRange = { low: 1, likely: planned.length, high: planned.length };
  const total = (of: keyof Planned): TokenRange => ({ ...summed(planned.map((one) => one[of])), low: planned[0]?.[of].low ?? 0 });
  const [input, output] = [total("input"), total("output")];
  return [
    "dry run: nothing was asked, nothing was written",
    `recorded    ${recorded} answers, which cost nothing`,
    `first       "${next.stage}" of ${config.author.model}`,
    `calls       ${range(calls)}; retries of failed tries come on top`,
    `tokens in   ${range(input)}`,
    `tokens out  ${range(output)}`,
    `price       ${priced(config.author.price, input, output)}`,
    `budget      ${budgetLine(config)}`,
  ];
}

/** The questions from the first unanswered one on. */
async function plan({ author }: Config, next: ModelRequest): Promise<Planned[]> {
  const exact = await tokensOf(next);
  const frame = await tokensOf({ messages: next.messages.slice(0, 1), schema: next.schema });
  const stages = stagesOf(author);
  const from = Math.max(
    0,
    stages.findIndex(({ stage }) => stage === next.stage),
  );
  return stages.slice(from).map(({ stage, count, repair }) => {
    const written = {
      low: Math.min(perCandidate.low * count, author.maxOutputTokens),
      likely: Math.min(perCandidate.likely * count, author.maxOutputTokens),
      high: author.maxOutputTokens,
    };
    const again = scaled(written, refusedShare);
    if (stage === next.stage) return { input: exact, output: repair ? again : written };
    return repair
      ? { input: summed([frame, again]), output: again }
      : { input: scaled(exact, { low: 1, likely: laterPrompt, high: laterPrompt * laterPrompt }), output: written };
  });
}

/** Every question that a run may ask, in order, and how many candidates it is about. */
function stagesOf({ rounds, normalizers, candidates, repair }: Config["author"]): { stage: string; count: number; repair: boolean }[] {
  const named = [
    ...(normalizers > 0 ? [{ name: "normalizers", round: "normalizers", count: normalizers }] : []),
    ...Array.from({ length: rounds }, (_, i) => ({ name: `steps ${i + 1}`, round: String(i + 1), count: candidates })),
  ];
  return named.flatMap(({ name, round, count }) => [
    { stage: name, count, repair: false },
    ...(repair ? [{ stage: `repair of ${round}`, count, repair: true }] : []),
  ]);
}

function priced(price: Price | null, input: TokenRange, output: TokenRange): string {
  if (price === null) return "unknown: `author.price` does not say what a million tokens cost";
  const cost = (key: keyof TokenRange): string => ((input[key] * price.input + output[key] * price.output) / 1_000_000).toFixed(4);
  return `low ${cost("low")}, likely ${cost("likely")}, high ${cost("high")}, in the currency of \`author.price\``;
}

function budgetLine({ author: { budget } }: Config): string {
  const money = budget.money === null ? "no limit of money" : `${budget.money} of money`;
  return `${budget.calls} calls, ${budget.inputTokens} tokens in, ${budget.outputTokens} out, ${money}, ${budget.minutes} minutes; nothing is asked that could overrun it`;
}

function summed(ranges: readonly TokenRange[]): TokenRange {
  const sum = (key: keyof TokenRange): number => ranges.reduce((total, one) => total + one[key], 0);
  return { low: sum("low"), likely: sum("likely"), high: sum("high") };
}

function scaled(one: TokenRange, by: TokenRange): TokenRange {
  return { low: Math.round(one.low * by.low), likely: Math.round(one.likely * by.likely), high: Math.round(one.high * by.high) };
}

function range({ low, likely, high }: TokenRange): string {
  return `low ${low}, likely ${likely}, high ${high}`;
}
