/**
 * What every pipeline needs at run time, written by hand: reading text, categories, dates and the lexicon.
 * The training run uses this same file, so that a row means the same bits there and here. With the lexicon's scores it needs nothing else, has no
 * ambient state, and uses nothing that engines disagree on: no locale, no Unicode property tables, no `Date`, no transcendental function.
 * Answers are written into a `Float64Array` at a position; NaN stands for missing.
 */

/** Longest cell that is looked at, in UTF-16 code units. What follows is cut off, so that no row costs more than a bounded time. */
export const MAX_CELL = 4096;

/** The first `MAX_CELL` code units of a cell. */
export function cut(text: string): string {
  return text.length > MAX_CELL ? text.slice(0, MAX_CELL) : text;
}

/** Scripts whose case mapping was settled long before ES2022. Σ stands alone: inside a word its mapping would look at its neighbours. */
const CAPITALS = /[A-Z\u00c0-\u03a2\u03a4-\u0587\u1e00-\u1eff\uff21-\uff3a]+|\u03a3/g;

/** What is not ASCII. */
const OTHER = /[^\0-\x7f]/;

/** Lower case, the same in every engine and locale. */
export function lower(text: string): string {
  return OTHER.test(text) ? text.replace(CAPITALS, (run) => run.toLowerCase()) : text.toLowerCase();
}

/**
 * A word: a run of letters and digits, one sign of a script without spaces, one pair of surrogates (emoji), or one of `? ! $ % € £ ¥`.
 * Written as ranges, because `\p{L}` grows with every version of Unicode.
 */
const WORD =
  /[0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u060b\u060d-\u061a\u0620-\u0669\u066e-\u06d3\u06d5-\u0963\u0966-\u0dff\u0f00-\u167f\u1681-\u1fff\u2c00-\u2dff\ua000-\ud7ff\ufb00-\ufdff\ufe70-\ufefe\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+|[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[\ud800-\udbff][\udc00-\udfff]|[?!$%\u20ac\u00a3\u00a5]/g;

/** An apostrophe inside a word, which does not part it: "don't" is `dont`. */
const APOSTROPHE = /([A-Za-z\u00c0-\u024f])['\u2019](?=[A-Za-z\u00c0-\u024f])/g;

/** The words of a text in lower case, in order. */
export function tokens(text: string): string[] {
  const hasApostrophe = text.includes("'") || text.includes("\u2019");
  return lower(hasApostrophe ? cut(text).replace(APOSTROPHE, "$1") : cut(text)).match(WORD) ?? [];
}

/** Letters of a longer word that stand for its kin: `cance*` is in "cancel", "cancelled" and "cancellation". */
const STEM = 5;

const DIGITS = /[0-9]+/g;

/** Marks three neighbouring characters of a word, whose ends are written `_`: `~_ca`, `~can`, …, `~el_`. No word begins like this. */
export const TRIGRAM = "~";

/**
 * How often each n-gram occurs, in order of first occurrence: each word; the stem of each longer word; the shape of each that holds
 * digits (`#11` is a number of eleven digits) and of the others the trigrams of characters; and each pair of neighbours.
 * No pair spans two texts.
 */
export function countNgrams(texts: readonly (string | null)[]): Map<string, number> {
  return countNgramsOf(texts.map(wordsOf));
}

/** The words of a cell, none where it is missing: what all steps that look at words share, made once a row. */
export function wordsOf(text: string | null): readonly string[] {
  return text === null ? [] : tokens(text);
}

/** As `countNgrams`, of texts whose words are known. */
function countNgramsOf(texts: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (ngram: string): unknown => counts.set(ngram, (counts.get(ngram) ?? 0) + 1);
  for (const text of texts) {
    let previous: string | null = null;
    for (const word of text) {
      for (const ngram of ngramsOf(word)) add(ngram);
      if (previous !== null) add(`${previous} ${word}`);
      previous = word;
    }
  }
  return counts;
}

/** The n-grams of a word alone, in order. */
export function ngramsOf(word: string): string[] {
  const ngrams = [word];
  if (word.length > STEM) ngrams.push(`${word.slice(0, STEM)}*`);
  const shape = word.replace(DIGITS, (run) => `#${run.length}`);
  if (shape !== word) ngrams.push(shape);
  else if (word.length > 2) for (let i = -1; i < word.length - 1; i++) ngrams.push(TRIGRAM + trigram(word, i));
  return ngrams;
}

/** Characters `i` to `i + 2` of a word; `_` before its first and after its last. */
function trigram(word: string, i: number): string {
  if (i < 0) return `_${word.slice(0, 2)}`;
  return i + 3 > word.length ? `${word.slice(i)}_` : word.slice(i, i + 3);
}

export { indexLexicon, lexiconScores } from "./lexicon-scores.ts";

/** Spaces of any kind, as one character class that never changes. */
const SPACES = /[\t-\r \u0085\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]+/g;

/** What makes two spellings of a category one: trimmed, in lower case, spaces collapsed. Missing is "". */
export function categoryKey(value: string | null): string {
  return value === null ? "" : lower(cut(value).replace(SPACES, " ").trim());
}

/** What is known of each value of a category: one share (or mean) per output. `other` answers for values that are not listed. */
export interface CategoryTable {
  readonly table: readonly { readonly value: string; readonly shares: readonly number[] }[];
  readonly other: readonly number[];
}

/** A category ready to be asked. */
export interface CategoryIndex {
  readonly shares: ReadonlyMap<string, readonly number[]>;
  readonly other: readonly number[];
}

/** Makes a category ready; once, at start. */
export function indexCategory(table: CategoryTable): CategoryIndex {
  return { shares: new Map(table.table.map((row) => [row.value, row.shares])), other: table.other };
}

/** Writes the shares of a value. */
export function categoryShares(category: CategoryIndex, value: string | null, out: Float64Array, at: number): void {
  out.set(category.shares.get(categoryKey(value)) ?? category.other, at);
}

/** The number itself, or missing. */
export function numberOf(value: number | null): number {
  return value ?? Number.NaN;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):\d{2})?/;

/** Days that the months before each one have in a common year, modulo 7, shifted so that January and February count to the year before. */
const MONTH_SHIFT = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4] as const;

/** Writes month (1–12), weekday (Sunday 0 to Saturday 6) and hour (0–23) of an ISO date; what the text lacks is missing. */
export function dateParts(value: string | null, out: Float64Array, at: number): void {
  out.fill(Number.NaN, at, at + 3);
  const found = value === null ? null : ISO.exec(value);
  if (found === null) return;
  const month = Number(found[2]);
  const shift = MONTH_SHIFT[month - 1];
  if (shift === undefined) return;
  const year = Number(found[1]) + (month < 3 ? 399 : 400);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  out[at] = month;
  out[at + 1] = (year + leapDays + shift + Number(found[3])) % 7;
  if (found[4] !== undefined) out[at + 2] = Number(found[4]);
}

/** Writes the length of a text in UTF-16 code units and its number of words; both missing where there is no text. */
export function textStatistics(value: string | null, out: Float64Array, at: number): void {
  textStatisticsOf(value, wordsOf(value), out, at);
}

/** As `textStatistics`, of a text whose words are known. */
export function textStatisticsOf(value: string | null, words: readonly string[], out: Float64Array, at: number): void {
  out[at] = value === null ? Number.NaN : cut(value).length;
  out[at + 1] = value === null ? Number.NaN : words.length;
}

/** A linear model over columns: for each its middle, which missing counts as, and one weight per score. */
export interface RidgeTable {
  readonly bias: readonly number[];
  readonly terms: readonly (readonly [middle: number, weights: readonly number[]])[];
}

/** A linear model ready to be asked. */
export interface RidgeIndex {
  readonly bias: Float64Array;
  readonly middles: Float64Array;
  /** Columns × scores, row-major. */
  readonly weights: Float64Array;
}

/** Makes a linear model ready; once, at start. */
export function indexRidge({ bias, terms }: RidgeTable): RidgeIndex {
  return {
    bias: Float64Array.from(bias),
    middles: Float64Array.from(terms, ([middle]) => middle),
    weights: Float64Array.from(terms.flatMap(([, weights]) => weights)),
  };
}

/** Writes bias + Σ weight × (x − middle) behind the columns that it is about, which are the first of `x`. */
export function ridgeScores({ bias, middles, weights }: RidgeIndex, x: Float64Array): void {
  const at = middles.length;
  x.set(bias, at);
  const end = at + bias.length;
  for (let j = 0; j < at; j++) {
    const above = x[j]! - middles[j]!;
    if (Number.isNaN(above)) continue;
    for (let c = at, w = j * bias.length; c < end; c++, w++) x[c]! += weights[w]! * above;
  }
}
