import { random } from "../random.ts";
import type { ForestSettings, ForestText } from "../types.ts";
import type { Binned } from "./bins.ts";
import { grow, leafOf, type Tree } from "./grow.ts";

/** Weight of the prior in every leaf, in rows: enough that no share is 0, too little to move a full leaf. */
const priorRows = 0.1;

/** A forest's task, in a form that crosses to a thread: typed arrays over shared memory. */
export interface ForestJob {
  readonly columns: readonly Binned[];
  readonly target: Float64Array;
  readonly outputs: number;
  /** Rows to learn from. */
  readonly rows: Int32Array;
  readonly settings: ForestSettings;
}

/** Pseudo-counts of a leaf: the class shares of the rows, to four decimals so that they print short; none for a number. */
export function pseudoOf({ target, outputs, rows }: ForestJob): number[] {
  if (outputs === 1) return [];
  const counts = new Float64Array(outputs);
  for (const i of rows) counts[target[i]!]!++;
  return [...counts].map((count) => Math.max(1, Math.round((count / rows.length) * priorRows * 10_000)) / 10_000);
}

/** Tree t of a forest. Every tree has a random stream of its own, so that trees may grow in any order, anywhere. */
export function treeOf(
  { columns, target, outputs, rows, settings }: ForestJob,
  t: number,
): { readonly tree: Tree; readonly weights: Int32Array } {
  const source = random(settings.seed, t + 1);
  const weights = new Int32Array(target.length);
  for (let draw = 0; draw < rows.length; draw++) weights[rows[source.below(rows.length)]!]!++;
  const tried = Math.max(1, Math.round(settings.columnShare * columns.length));
  return { tree: grow({ columns, target, outputs, weights }, { ...settings, tried }, source), weights };
}

/** What a leaf answers; the same operations as `decodeForest`, so the same bits. */
export function answerOf(content: Float64Array, outputs: number, pseudo: readonly number[]): Float64Array {
  if (outputs === 1) return Float64Array.of(meanOf(content));
  const counts = content.map((count, k) => pseudo[k]! + count);
  const sum = counts.reduce((total, count) => total + count, 0);
  return counts.map((count) => count / sum);
}

/** Mean of the target in a leaf, to seven digits, as it is printed. */
function meanOf(content: Float64Array): number {
  return Number((content[1]! / content[0]!).toPrecision(7));
}

/** Sum over trees of what each says of `asked`, n × outputs, row-major, rows not asked 0; and how many trees spoke of each row. */
export function answerWith(
  job: ForestJob,
  asked: (row: number, weights: Int32Array) => boolean,
): { readonly sums: Float64Array; readonly spoke: Int32Array } {
  const { columns, target, outputs, settings } = job;
  const pseudo = pseudoOf(job);
  const sums = new Float64Array(target.length * outputs);
  const spoke = new Int32Array(target.length);
  for (let t = 0; t < settings.trees; t++) {
    const { tree, weights } = treeOf(job, t);
    const answers = tree.content.map((content) => content && answerOf(content, outputs, pseudo));
    for (let i = 0; i < target.length; i++) {
      if (!asked(i, weights)) continue;
      const answer = answers[leafOf(tree, columns, i)]!;
      for (let k = 0; k < outputs; k++) sums[i * outputs + k]! += answer[k]!;
      spoke[i]!++;
    }
  }
  return { sums, spoke };
}

/** A tree in the grammar of walk.ts. */
export function printTree({ column, range, missingLeft, left, right, content }: Tree, columns: readonly Binned[], outputs: number): string {
  const tokens: string[] = [];
  const visit = (at: number): void => {
    const asked = column[at]!;
    const leaf = content[at];
    if (asked < 0 || leaf) {
      tokens.push(`:${printLeaf(leaf!, outputs)}`);
      return;
    }
    const cut = range[at] === 0 ? "" : String(columns[asked]!.cuts[range[at]! - 1]!);
    tokens.push(`${asked}${missingLeft[at] ? "~" : "<"}${cut.replace(/^(-?)0\./, "$1.")}`);
    visit(left[at]!);
    visit(right[at]!);
  };
  visit(0);
  return tokens.join(" ");
}

function printLeaf(content: Float64Array, outputs: number): string {
  if (outputs === 1) return String(meanOf(content));
  return [...content].flatMap((count, k) => (count === 0 ? [] : [count === 1 ? String(k) : `${k}*${count}`])).join(",");
}

/** A trained forest as text. */
export function printForestText(names: readonly string[], job: ForestJob): ForestText {
  const trees = Array.from({ length: job.settings.trees }, (_, t) => printTree(treeOf(job, t).tree, job.columns, job.outputs));
  return { columns: names, outputs: job.outputs, pseudo: pseudoOf(job), trees };
}
