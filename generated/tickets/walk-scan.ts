import type { ForestText } from "./walk.ts";

/** The tokens of all trees in prefix order. */
export interface Tokens {
  /** Column asked about, the repeated ones counted on (see `lows`); −1 is a leaf. */
  readonly columns: Int32Array;
  /** What the column must be below for yes; of a leaf where in `answers` its answer starts. */
  readonly values: Float64Array;
  /** Where each tree ends. */
  readonly ends: Int32Array;
  /** Columns whose missing values mean yes somewhere. */
  readonly lows: Int32Array;
  /** What the leaves answer, each answer once, and at the end one of zeros. */
  readonly answers: Float64Array;
}

/** Below every number that a column can hold, above −∞: only a missing cell is below it. */
const lowest = -1.7976931348623157e308;

const zero = 48;
const nine = 57;
const colon = 58;
const dot = 46;
const minus = 45;
const tilde = 126;

/**
 * Reads the tokens of a forest. Numbers, which are most of it, are read sign by sign; the rest is left to what engines have built in: this
 * code runs once, so engines make little of it fast.
 */
export function scanForest({ columns: names, outputs, pseudo, trees }: ForestText): Tokens {
  /** A token and its blank take three characters or more. */
  const most = trees.reduce((sum, tree) => sum + Math.ceil((tree.length + 1) / 3), 0);
  const columns = new Int32Array(most);
  const values = new Float64Array(most);
  const lows: number[] = [];
  const answers: number[] = [];
  const places = new Map<string, number>();

  function placeOf(leaf: string): number {
    const known = places.get(leaf);
    if (known !== undefined) return known;
    const place = answers.length;
    places.set(leaf, place);
    if (outputs === 1) answers.push(numberIn(leaf, 0, leaf.length));
    else addShares(leaf, pseudo, answers);
    return place;
  }

  function lowOf(column: number): number {
    const known = lows.indexOf(column);
    return names.length + (known < 0 ? lows.push(column) - 1 : known);
  }

  function scan(tree: string, from: number): number {
    const length = tree.length;
    let count = from;
    for (let at = 0; at < length; count++) {
      let column = 0;
      let code = tree.charCodeAt(at);
      for (; code >= zero && code <= nine; code = tree.charCodeAt(++at)) column = 10 * column + code - zero;
      const start = at + 1;
      const blank = tree.indexOf(" ", start);
      const end = blank < 0 ? length : blank;
      columns[count] = code === colon ? -1 : code === tilde ? lowOf(column) : column;
      values[count] = code === colon ? placeOf(tree.slice(start, end)) : start === end ? lowest : numberIn(tree, start, end);
      at = end + 1;
    }
    return count;
  }

  let count = 0;
  const ends = Int32Array.from(trees, (tree) => (count = scan(tree, count)));
  for (let k = 0; k < outputs; k++) answers.push(0);
  return { columns, values, ends, lows: Int32Array.from(lows), answers: Float64Array.from(answers) };
}

/** Powers of ten, all of them exact. */
const tens = Float64Array.of(1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14);

/**
 * The number that a text spells from `start` to `end`, as `Number` reads it. Up to fifteen digits are a whole number that is exact, and so
 * is the power of ten for its decimals, so their quotient is rounded once, as it should. Other spellings are left to the engine.
 */
function numberIn(text: string, start: number, end: number): number {
  const isNegative = text.charCodeAt(start) === minus;
  const first = isNegative ? start + 1 : start;
  let digits = 0;
  let point = end - 1;
  for (let at = first; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= zero && code <= nine) digits = 10 * digits + code - zero;
    else if (code === dot && point === end - 1) point = at;
    else return Number(text.slice(start, end));
  }
  if (end - first > 15) return Number(text.slice(start, end));
  const size = digits / tens[end - 1 - point]!;
  return isNegative ? -size : size;
}

/** Appends what a leaf of counts answers, such as "0*12,3": (n + pseudo) / (sum of n + sum of pseudo). */
function addShares(leaf: string, pseudo: readonly number[], answers: number[]): void {
  const start = answers.length;
  for (const prior of pseudo) answers.push(prior);
  for (const part of leaf.split(",")) {
    const star = part.indexOf("*");
    const at = start + Number.parseInt(part, 10);
    answers[at] = (answers[at] ?? 0) + (star < 0 ? 1 : Number(part.slice(star + 1)));
  }
  let sum = 0;
  for (let at = start; at < answers.length; at++) sum += answers[at] ?? 0;
  for (let at = start; at < answers.length; at++) answers[at] = (answers[at] ?? 0) / sum;
}
