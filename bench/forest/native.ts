import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ForestText } from "../../generator/learning.ts";
import { readForest } from "../../generator/walk-tables.ts";
import { folder } from "./emitted.ts";

const binary = join(folder, "kernel");
let compiled: boolean | null = null;

/** The walk in C, at -O3 for this machine; null where there is no gcc. */
export function native(forest: ForestText, rows: Float64Array): ((turns: number) => { readonly ns: number; readonly sum: number }) | null {
  const source = fileURLToPath(new URL("kernel.c", import.meta.url));
  compiled ??= spawnSync("gcc", ["-O3", "-march=native", "-funroll-loops", source, "-o", binary]).status === 0;
  if (!compiled) return null;
  /** Eight at a time need a multiple of eight: trees that say 0 fill up. */
  const { length: trees } = forest.trees;
  const filled = 8 * Math.ceil(trees / 8);
  const tables = readForest({ ...forest, trees: [...forest.trees, ...Array.from({ length: filled - trees }, () => ":0")] });
  const { columns, levels, below, bounds, ends, links, places, asked } = tables;
  ends.fill(tables.isDeep ? 0 : tables.answers.length - forest.outputs, trees << levels, filled << levels);
  const deeper = tables.deeper.reduce((most, one) => Math.max(most, one), 0);
  const head = Int32Array.of(
    columns,
    tables.stride,
    levels,
    deeper,
    below.length,
    ends.length,
    links.length,
    tables.answers.length,
    filled,
    trees,
  );
  const file = join(folder, "tables");
  writeFileSync(
    file,
    Buffer.concat([head, below, bounds, tables.answers, ends, links, places, asked].map((part) => new Uint8Array(part.buffer))),
  );
  writeFileSync(join(folder, "rows"), rows);
  return (turns) =>
    JSON.parse(spawnSync(binary, [file, join(folder, "rows"), String(turns)], { encoding: "utf8" }).stdout) as { ns: number; sum: number };
}
