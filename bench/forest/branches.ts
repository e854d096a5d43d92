import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ForestText } from "../../generator/learning.ts";
import { parseTree } from "../../generator/train/parse-tree.ts";
import { folder } from "./emitted.ts";

type Predict = (x: Float64Array) => ArrayLike<number>;
let count = 0;

/** Code as generators usually write it: a function a tree, nested ifs, the shares added to sums. */
export function nestedIfs(forest: ForestText): Promise<Predict> {
  const trees = forest.trees.map((tree, t) => `function t${t}(x, sums) {\n${nested(forest, tree, "x", addedUp)}}`);
  return load(`${trees.join("\n")}
const sums = new Float64Array(${forest.outputs});
export function predict(x) {
  sums.fill(0);
  ${trees.map((_, t) => `t${t}(x, sums);`).join(" ")}
  for (let k = 0; k < ${forest.outputs}; k++) sums[k] /= ${trees.length};
  return sums;
}`);
}

/** Code in the shape of m2cgen's JavaScript: a subroutine a tree that returns an array, added up by addVectors. */
export function likeM2cgen(forest: ForestText): Promise<Predict> {
  const trees = forest.trees.map(
    (tree, t) => `function subroutine${t}(input) {\nvar v;\n${nested(forest, tree, "input", asArray)}return v;\n}`,
  );
  const sum = forest.trees.map((_, t) => `subroutine${t}(input)`).reduce((all, one) => `addVectors(${all}, ${one})`);
  return load(`${trees.join("\n")}
function addVectors(v1, v2) { return v1.map((value, i) => value + v2[i]); }
function mulVectorNumber(v1, num) { return v1.map((value) => value * num); }
export function predict(input) { return mulVectorNumber(${sum}, ${1 / forest.trees.length}); }`);
}

const addedUp = (answer: readonly number[]): string => answer.map((share, k) => `sums[${k}] += ${share};`).join(" ");
const asArray = (answer: readonly number[]): string => `v = [${answer.join(", ")}];`;

function nested(forest: ForestText, tree: string, row: string, leaf: (answer: readonly number[]) => string): string {
  const nodes = parseTree(tree, forest);
  const print = (i: number): string => {
    const node = nodes[i]!;
    if (node.kind === "leaf") return `${leaf(node.answer)}\n`;
    return `if (${row}[${node.column}] < ${node.below}) {\n${print(node.yes)}} else {\n${print(node.no)}}\n`;
  };
  return print(0);
}

async function load(text: string): Promise<Predict> {
  const file = join(folder, `branches${count++}.mjs`);
  writeFileSync(file, text);
  return ((await import(pathToFileURL(file).href)) as { predict: Predict }).predict;
}
