import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { ForestText, Trainer } from "../../generator/learning.ts";
import { parseTree } from "../../generator/train/parse-tree.ts";
import { type Figure, lessIsBetter, median } from "../figure.ts";
import { folder, walkFile } from "./emitted.ts";
import { plain } from "./settings.ts";
import { matrixOf, table } from "./table.ts";

/** Size of the text, and time from it to the first answer in a process that has done nothing else, against JSON arrays of the same trees. */
export async function sizes(trainer: Trainer): Promise<Figure[]> {
  const train = table(20_000, 50, 1);
  const { forest } = await trainer.train(matrixOf(train), train.y, 2, { ...plain, trees: 100, maxDepth: 10 });
  const own = JSON.stringify(forest);
  const arrays = JSON.stringify(forest.trees.map((tree) => arraysOf(tree, forest)));
  const x = Array.from(train.x.subarray(0, train.p));
  const scripts = [
    script(
      "own",
      own,
      x,
      `import { decodeForest, forestOutput } from ${JSON.stringify(walkFile())};`,
      "forestOutput(decodeForest(JSON.parse(text)), x, out);",
    ),
    script("arrays", arrays, x, plainWalk, "for (const tree of JSON.parse(text)) walk(tree).forEach((share, k) => (out[k] += share));"),
  ];
  const times = scripts.map((): number[][] => []);
  for (let turn = 0; turn < 9; turn++)
    for (const [k, file] of scripts.entries())
      times[k]!.push(JSON.parse(execFileSync(process.execPath, [file], { encoding: "utf8" })) as number[]);
  const [ours, theirs] = times.map((runs) => ({
    cold: median(runs.map((run) => run[0]!)),
    warm: median(runs.flatMap((run) => run.slice(10))),
  }));
  const peer = "JSON arrays";
  const faster = { times: 1, text: "faster" };
  return [
    lessIsBetter("size of 100 trees of depth 10", "KB", own.length / 1024, { name: peer, value: arrays.length / 1024 }, { times: 4 }),
    lessIsBetter("the same, gzip", "KB", gzipSync(own).length / 1024, { name: peer, value: gzipSync(arrays).length / 1024 }, null),
    lessIsBetter(
      "from their text to the first answer, the first in a process",
      "ms",
      ours!.cold,
      { name: peer, value: theirs!.cold },
      faster,
    ),
    lessIsBetter("from their text to the first answer, from the tenth on", "ms", ours!.warm, { name: peer, value: theirs!.warm }, faster),
  ];
}

/** A script that loads and asks twenty times and prints the milliseconds of each. */
function script(name: string, text: string, x: readonly number[], head: string, work: string): string {
  const data = join(folder, `${name}.json`);
  const file = join(folder, `${name}.mjs`);
  writeFileSync(data, text);
  writeFileSync(
    file,
    `import { readFileSync } from "node:fs";
${head}
const text = readFileSync(${JSON.stringify(data)}, "utf8");
const x = Float64Array.from(${JSON.stringify(x)});
const out = new Float64Array(2);
const times = [];
for (let i = 0; i < 20; i++) {
  const start = performance.now();
  ${work}
  times.push(performance.now() - start);
}
console.log(JSON.stringify(times));
`,
  );
  return file;
}

const plainWalk = `function walk({ column, below, yes, no, shares }) {
  let node = 0;
  while (column[node] >= 0) node = x[column[node]] < below[node] ? yes[node] : no[node];
  return shares[yes[node]];
}`;

/** A forest as arrays of numbers, the plain way to store one. */
interface Arrays {
  readonly column: number[];
  readonly below: number[];
  readonly yes: number[];
  readonly no: number[];
  readonly shares: (readonly number[])[];
}

function arraysOf(tree: string, forest: ForestText): Arrays {
  const arrays: Arrays = { column: [], below: [], yes: [], no: [], shares: [] };
  for (const node of parseTree(tree, forest)) {
    const isLeaf = node.kind === "leaf";
    arrays.column.push(isLeaf ? -1 : node.column);
    arrays.below.push(isLeaf ? 0 : node.below);
    arrays.yes.push(isLeaf ? arrays.shares.push(node.answer) - 1 : node.yes);
    arrays.no.push(isLeaf ? 0 : node.no);
  }
  return arrays;
}
