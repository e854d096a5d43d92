/**
 * Reads a forest from its text and asks it. Needs nothing; the same bits in every engine.
 *
 * A tree is one line, in prefix order, its tokens separated by blanks. A token is a question or a leaf:
 *
 * - `7<1.5` column 7 is below 1.5; then come the tree for yes and the tree for no. Missing means no.
 * - `7~1.5` the same, but missing means yes. `7~` asks only whether column 7 is missing.
 * - `:0*12,3` a leaf in which training rows lay: 12 of class 0 and one of class 3. In a forest for a number, `:2.5` is their mean.
 *
 * A leaf of counts n answers with shares (n + pseudo) / (sum of n + sum of pseudo); the forest with the mean over its trees, summed in
 * their order.
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

/** A forest ready to be asked. Its text is read when it is asked first. */
export interface Forest {
  readonly text: ForestText;
  tables: ForestTables | null;
}

/**
 * Nodes of all trees in one row of arrays; the children of a node are neighbours, first the one for no.
 * A leaf is followed by itself and its question is never answered with yes, so that every walk may take as many steps as the longest.
 */
interface ForestTables {
  readonly columns: number;
  readonly outputs: number;
  readonly trees: number;
  /** Columns whose missing values mean yes somewhere: they stand once more at the end of `row`, there with missing as −∞. */
  readonly lows: readonly number[];
  /** The row that is asked about, if there are such columns. */
  readonly row: Float64Array;
  /** The first node of each tree, filled up to a multiple of ten with trees that say 0; and the longest way in each ten. */
  readonly roots: Int32Array;
  readonly depths: Int32Array;
  /** Of each node how far off its children are, and in the low 12 bits the place in the row that it asks about. */
  readonly links: Int32Array;
  readonly below: Float64Array;
  /** Where a leaf's answer starts in `answers`. */
  readonly places: Int32Array;
  readonly answers: Float64Array;
}

/** Below every number that a column can hold, above −∞: only a missing cell is below it. */
const lowest = -1.7976931348623157e308;

/** Makes a forest ready to be asked. */
export function decodeForest(text: ForestText): Forest {
  return { text, tables: null };
}

/**
 * Asks a forest about one row.
 *
 * @param x One number per column; NaN is missing.
 * @param out Receives the answer, one number per output.
 */
export function forestOutput(forest: Forest, x: Float64Array, out: Float64Array): void {
  const tables = (forest.tables ??= read(forest.text));
  ask(tables, tables.lows.length === 0 ? x : lowered(tables, x, 0), out, 0);
}

/**
 * Asks a forest about many rows.
 *
 * @param x The rows one after another, one number per column each; NaN is missing.
 * @param out Receives the answers one after another.
 */
export function forestOutputs(forest: Forest, x: Float64Array, out: Float64Array): void {
  const tables = (forest.tables ??= read(forest.text));
  const { columns, outputs } = tables;
  for (let from = 0, to = 0; from < x.length; from += columns, to += outputs) ask(tables, lowered(tables, x, from), out, to);
}

/** One row, with missing as −∞ where that means yes. */
function lowered({ columns, lows, row }: ForestTables, x: Float64Array, from: number): Float64Array {
  for (let j = 0; j < columns; j++) row[j] = x[from + j]!;
  for (let k = 0; k < lows.length; k++) {
    const value = x[from + lows[k]!]!;
    row[columns + k] = Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
  }
  return row;
}

/** Walks ten trees at a time, without a branch: while one waits for memory, the others go on. */
function ask(
  { outputs, trees, roots, depths, links, below, places, answers }: ForestTables,
  x: Float64Array,
  out: Float64Array,
  to: number,
): void {
  for (let k = 0; k < outputs; k++) out[to + k] = 0;
  for (let ten = 0, t = 0; ten < depths.length; ten++, t += 10) {
    let a = roots[t]!;
    let b = roots[t + 1]!;
    let c = roots[t + 2]!;
    let d = roots[t + 3]!;
    let e = roots[t + 4]!;
    let f = roots[t + 5]!;
    let g = roots[t + 6]!;
    let h = roots[t + 7]!;
    let i = roots[t + 8]!;
    let j = roots[t + 9]!;
    for (let step = depths[ten]!; step > 0; step--) {
      const aa = links[a]!;
      const bb = links[b]!;
      const cc = links[c]!;
      const dd = links[d]!;
      const ee = links[e]!;
      const ff = links[f]!;
      const gg = links[g]!;
      const hh = links[h]!;
      const ii = links[i]!;
      const jj = links[j]!;
      a += (aa >>> 12) + +(x[aa & 4095]! < below[a]!);
      b += (bb >>> 12) + +(x[bb & 4095]! < below[b]!);
      c += (cc >>> 12) + +(x[cc & 4095]! < below[c]!);
      d += (dd >>> 12) + +(x[dd & 4095]! < below[d]!);
      e += (ee >>> 12) + +(x[ee & 4095]! < below[e]!);
      f += (ff >>> 12) + +(x[ff & 4095]! < below[f]!);
      g += (gg >>> 12) + +(x[gg & 4095]! < below[g]!);
      h += (hh >>> 12) + +(x[hh & 4095]! < below[h]!);
      i += (ii >>> 12) + +(x[ii & 4095]! < below[i]!);
      j += (jj >>> 12) + +(x[jj & 4095]! < below[j]!);
    }
    a = places[a]!;
    b = places[b]!;
    c = places[c]!;
    d = places[d]!;
    e = places[e]!;
    f = places[f]!;
    g = places[g]!;
    h = places[h]!;
    i = places[i]!;
    j = places[j]!;
    for (let k = 0; k < outputs; k++) {
      const half = out[to + k]! + answers[a + k]! + answers[b + k]! + answers[c + k]! + answers[d + k]! + answers[e + k]!;
      out[to + k] = half + answers[f + k]! + answers[g + k]! + answers[h + k]! + answers[i + k]! + answers[j + k]!;
    }
  }
  for (let k = 0; k < outputs; k++) out[to + k] = out[to + k]! / trees;
}

/**
 * Reads the text, a few milliseconds a hundred kilobytes.
 *
 * @throws {RangeError} When there are more than 4,096 columns, or a million nodes in a tree.
 */
function read({ columns, outputs, pseudo, trees }: ForestText): ForestTables {
  /** A token and its blank take three characters or more. */
  const most = trees.reduce((sum, tree) => sum + Math.ceil((tree.length + 1) / 3), 1);
  const links = new Int32Array(most);
  const below = new Float64Array(most).fill(Number.NEGATIVE_INFINITY);
  const places = new Int32Array(most);
  const roots = new Int32Array(10 * Math.ceil(trees.length / 10));
  const depths = new Int32Array(roots.length / 10);
  const lows: number[] = [];
  const answers: number[] = [];
  const known = new Map<string, number>();
  let nodes = 0;

  function addLeaf(node: number, leaf: string): void {
    const place = known.get(leaf);
    places[node] = place ?? answers.length;
    if (place !== undefined) return;
    known.set(leaf, answers.length);
    answers.push(...(outputs === 1 ? [Number(leaf.slice(1))] : sharesOf(leaf.slice(1), pseudo)));
  }

  function addQuestion(node: number, token: string): void {
    const low = token.indexOf("~");
    const sign = low < 0 ? token.indexOf("<") : low;
    let asked = Number.parseInt(token, 10);
    if (low >= 0) {
      const place = lows.indexOf(asked);
      asked = columns.length + (place < 0 ? lows.push(asked) - 1 : place);
    }
    if (asked >= 4096 || nodes - node >= 1048576) throw new RangeError("the forest has too many columns or nodes");
    links[node] = ((nodes - node) << 12) | asked;
    below[node] = sign === token.length - 1 ? lowest : Number(token.slice(sign + 1));
    nodes += 2;
  }

  trees.forEach((tree, t) => {
    roots[t] = nodes++;
    /** Nodes whose tokens are still to come, the next one last, and how deep they lie. */
    const open = [roots[t]!];
    const deep = [0];
    const ten = Math.floor(t / 10);
    for (const token of tree.split(" ")) {
      const node = open.pop() ?? 0;
      const depth = deep.pop() ?? 0;
      if (depth > depths[ten]!) depths[ten] = depth;
      if (token.charAt(0) === ":") addLeaf(node, token);
      else {
        open.push(nodes, nodes + 1);
        deep.push(depth + 1, depth + 1);
        addQuestion(node, token);
      }
    }
  });
  roots.fill(nodes, trees.length);
  places[nodes] = answers.length;
  for (let k = 0; k < outputs; k++) answers.push(0);
  const row = new Float64Array(columns.length + lows.length);
  return {
    columns: columns.length,
    outputs,
    trees: trees.length,
    lows,
    row,
    roots,
    depths,
    links,
    below,
    places,
    answers: Float64Array.from(answers),
  };
}

function sharesOf(leaf: string, pseudo: readonly number[]): number[] {
  const counts = [...pseudo];
  for (const part of leaf.split(",")) {
    const [label = "", times = "1"] = part.split("*");
    counts[Number(label)] = (counts[Number(label)] ?? 0) + Number(times);
  }
  const sum = counts.reduce((total, count) => total + count, 0);
  return counts.map((count) => count / sum);
}
