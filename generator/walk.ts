/**
 * Reads a forest from its text and asks it. Needs nothing; the same bits in every engine.
 *
 * A tree is one line, in prefix order, its tokens separated by blanks. A token is a question or a leaf:
 *
 * - `7<1.5` column 7 is below 1.5; then come the tree for yes and the tree for no. Missing means no.
 * - `7~1.5` the same, but missing means yes. `7~` asks only whether column 7 is missing.
 * - `:0*12,3` a leaf in which training rows lay: 12 of class 0 and one of class 3. In a forest for a number, `:2.5` is their mean.
 *
 * A leaf of counts n answers with shares (n + pseudo) / (sum of n + sum of pseudo); the forest with the mean over its trees.
 */

/** A forest as text. */
export interface ForestText {
  /** What the questions are about: column 0, 1, 2 and so on. */
  readonly columns: readonly string[];
  /** Numbers in an answer: one per class, or 1 for a number. */
  readonly outputs: number;
  /** Added to the counts of every leaf, one per class, so that no share is 0; empty for a number. */
  readonly pseudo: readonly number[];
  readonly trees: readonly string[];
}

/** A forest ready to be asked: nodes of all trees in one row of arrays. */
export interface Forest {
  readonly columns: number;
  readonly outputs: number;
  readonly roots: Int32Array;
  /** Column asked about; p + column where missing means yes; −1 in a leaf. */
  readonly asked: Int32Array;
  readonly below: Float64Array;
  /** Node for yes; in a leaf where its numbers start in `leaves`. */
  readonly yes: Int32Array;
  readonly no: Int32Array;
  readonly leaves: Float64Array;
  /** The row with missing as +∞, then again with missing as −∞; written anew for each row. */
  readonly row: Float64Array;
}

/** Below every number that a column can hold, above −∞: only a missing cell is below it. */
const lowest = -Number.MAX_VALUE;

/** Reads the text; a few milliseconds a hundred kilobytes. */
export function decodeForest({ columns, outputs, pseudo, trees }: ForestText): Forest {
  const asked: number[] = [];
  const below: number[] = [];
  const yes: number[] = [];
  const no: number[] = [];
  const leaves: number[] = [];
  const places = new Map<string, number>();
  const roots = new Int32Array(trees.length);
  trees.forEach((tree, t) => {
    roots[t] = asked.length;
    /** Questions whose tree for no has not begun, innermost last. */
    const open: number[] = [];
    let fresh = true;
    for (const token of tree.split(" ")) {
      const node = asked.length;
      if (!fresh) no[open.pop() ?? 0] = node;
      const at = token.search(/[<~:]/);
      if (token.charAt(at) === ":") {
        const place = places.get(token) ?? leaves.length;
        if (place === leaves.length) leaves.push(...leafOf(token.slice(1), outputs, pseudo));
        places.set(token, place);
        asked.push(-1);
        below.push(0);
        yes.push(place);
        no.push(0);
        fresh = false;
      } else {
        const column = Number(token.slice(0, at));
        asked.push(token.charAt(at) === "~" ? columns.length + column : column);
        below.push(at === token.length - 1 ? lowest : Number(token.slice(at + 1)));
        yes.push(node + 1);
        no.push(0);
        open.push(node);
        fresh = true;
      }
    }
  });
  return {
    columns: columns.length,
    outputs,
    roots,
    asked: Int32Array.from(asked),
    below: Float64Array.from(below),
    yes: Int32Array.from(yes),
    no: Int32Array.from(no),
    leaves: Float64Array.from(leaves),
    row: new Float64Array(2 * columns.length),
  };
}

function leafOf(text: string, outputs: number, pseudo: readonly number[]): number[] {
  if (outputs === 1) return [Number(text)];
  const counts = [...pseudo];
  for (const part of text.split(",")) {
    const [label = "", times = "1"] = part.split("*");
    counts[Number(label)] = (counts[Number(label)] ?? 0) + Number(times);
  }
  const sum = counts.reduce((total, count) => total + count, 0);
  return counts.map((count) => count / sum);
}

/**
 * Asks a forest about one row.
 *
 * @param x One number per column; NaN is missing.
 * @param out Receives the answer, one number per output.
 */
export function forestOutput(forest: Forest, x: Float64Array, out: Float64Array): void {
  const { columns, outputs, roots, asked, below, yes, no, leaves, row } = forest;
  for (let j = 0; j < columns; j++) {
    const value = x[j] ?? Number.NaN;
    const missing = Number.isNaN(value);
    row[j] = missing ? Number.POSITIVE_INFINITY : value;
    row[columns + j] = missing ? Number.NEGATIVE_INFINITY : value;
  }
  out.fill(0);
  for (let t = 0; t < roots.length; t++) {
    let node = roots[t]!;
    for (let column = asked[node]!; column >= 0; column = asked[node]!) node = row[column]! < below[node]! ? yes[node]! : no[node]!;
    const place = yes[node]!;
    for (let k = 0; k < outputs; k++) out[k] = out[k]! + leaves[place + k]!;
  }
  for (let k = 0; k < outputs; k++) out[k] = out[k]! / roots.length;
}
