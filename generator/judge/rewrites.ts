import type { Column, Issue, Program, Proof, Row, Sandbox } from "../types.ts";
import { flipExamples } from "./flip-examples.ts";
import { prefixed } from "./prefixed.ts";
import { sameValue } from "./same-value.ts";

/** A change that a reader would not notice or mind. */
interface Rewrite {
  readonly name: string;
  readonly of: (text: string) => string;
  /** True where it is harmless for a category too, not only for prose. */
  readonly categories: boolean;
}

const rewrites: readonly Rewrite[] = [
  { name: "case", of: (text) => text.toLowerCase(), categories: true },
  { name: "spacing", of: (text) => `  ${text.replace(/ /g, "  ")}\n`, categories: true },
  { name: "punctuation", of: (text) => text.replace(/[.!?,;:]+(?=\s|$)/g, ""), categories: true },
  { name: "contraction", of: contract, categories: false },
  { name: "typo", of: typo, categories: false },
  { name: "greeting", of: (text) => `Hello,\n${text}`, categories: false },
  { name: "signature", of: (text) => `${text}\n\nThanks,\nAlex`, categories: false },
];

/** Most rows on which rewrites are tried. */
const sampled = 200;

interface Ports {
  readonly sandbox: Sandbox;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** The same rows, masked, or none. */
  readonly shown: readonly Row[];
  /** Largest share that may flip under one rewrite; 1 refuses nothing. */
  readonly flipLimit: number;
}

interface RewriteReport extends Pick<Proof, "flips" | "flipExamples"> {
  readonly issues: readonly Issue[];
}

/**
 * For each rewrite, the share of rows whose answer flips when everything that the program reads is rewritten; examples of those that
 * flip most; and issues for those above the limit. Shares are of the rows that the rewrite changes at all; 0 where it changes none.
 */
export async function checkRewrites(program: Program, bench: Ports): Promise<RewriteReport> {
  const { rows, spans, step } = rewritten(bench.rows, bench.columns);
  const [result] = await bench.sandbox.run([program], rows, "once");
  if (!result!.ok) return { flips: [], flipExamples: [], issues: prefixed(result!.issues, "a real row, rewritten:") };
  const { values } = result!;
  const read = program.column === null ? program.reads : [program.column];
  const found = spans.map(({ rewrite, from, n }) => {
    let changed = 0;
    const flipped: number[] = [];
    for (let i = 0; i < n; i++) {
      const [before, after] = [rows[i]!, rows[from + i]!];
      if (read.every((property) => before[property] === after[property])) continue;
      changed++;
      if (!sameValue(values[i]!, values[from + i]!)) flipped.push(i * step);
    }
    return { rewrite, share: changed === 0 ? 0 : flipped.length / changed, flipped };
  });
  const shown = found.map(({ flipped, ...rest }) => ({ ...rest, rows: flipped.flatMap((i) => bench.shown.slice(i, i + 1)) }));
  const flips = found.map(({ rewrite, share }) => ({ rewrite, share }));
  return {
    flips,
    flipExamples: await flipExamples(program, shown, rewriteCells, bench),
    issues: tooManyFlips(flips, bench.flipLimit),
  };
}

function tooManyFlips(shares: Proof["flips"], limit: number): Issue[] {
  return shares
    .filter(({ share }) => share > limit)
    .map(({ rewrite, share }) => ({
      rule: "stable",
      line: 0,
      message: `the answer flips on ${percent(share)} of real rows under a harmless change (${rewrite}), at most ${percent(limit)} may; normalise case, spacing and punctuation before you look for words`,
    }));
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

interface Rewritten {
  readonly rows: readonly Row[];
  /** Every so many-th row is in the sample. */
  readonly step: number;
  readonly spans: readonly { readonly rewrite: string; readonly from: number; readonly n: number }[];
}

const made = new WeakMap<readonly Row[], Rewritten>();

/** The sample, and after it the sample once more under each rewrite. Made once a bench, so that it crosses the wall once. */
function rewritten(rows: readonly Row[], columns: readonly Column[]): Rewritten {
  const known = made.get(rows);
  if (known !== undefined) return known;
  const step = Math.max(1, Math.ceil(rows.length / sampled));
  const sample = rows.filter((_, i) => i % step === 0);
  const spans = rewrites.map(({ name }, k) => ({ rewrite: name, from: (k + 1) * sample.length, n: sample.length }));
  const again = rewrites.flatMap(({ name }) => sample.map((row) => ({ ...row, ...rewriteCells(row, name, columns) })));
  const all: Rewritten = { rows: [...sample, ...again], step, spans };
  made.set(rows, all);
  return all;
}

/** The cells of a row that a rewrite may touch, rewritten. */
function rewriteCells(row: Row, rewrite: string, columns: readonly Column[]): Readonly<Record<string, string>> {
  const { of, categories } = rewrites.find(({ name }) => name === rewrite)!;
  const touched = columns.filter(({ kind }) => kind === "text" || (categories && kind === "category"));
  const changed = touched.flatMap(({ property }): [string, string][] => {
    const cell = row[property];
    return typeof cell === "string" && cell !== "" ? [[property, of(cell)]] : [];
  });
  return Object.fromEntries(changed);
}

const pairs: readonly (readonly [RegExp, string])[] = [
  [/\b(ca)n(?:no|['’])t\b/gi, "$1nt"],
  [/\b(do|does|did|is|are|was|were|has|have|had|would|could|should|wo)n['’]t\b/gi, "$1nt"],
  [/\b(I)['’](m|ve|ll|d)\b/gi, "$1$2"],
  [/\b(it|that|what|there|he|she)['’]s\b/gi, "$1s"],
  [/\b(you|we|they)['’](re|ve|ll|d)\b/gi, "$1$2"],
  [/\b(do|does|did|is|are|was|were|has|have|had|would|could|should) not\b/gi, "$1n't"],
];

/** Contractions the other way: the apostrophe goes, or two words become one. */
function contract(text: string): string {
  const found = pairs.find(([from]) => text.search(from) >= 0);
  return found === undefined ? text : text.replace(found[0], found[1]);
}

/** Swaps the two middle letters of the word in the middle of the words of five letters and more. */
function typo(text: string): string {
  const words = [...text.matchAll(/[A-Za-z]{5,}/g)];
  const word = words[Math.floor(words.length / 2)];
  if (word === undefined) return text;
  const at = word.index + Math.floor(word[0].length / 2) - 1;
  return text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2);
}
