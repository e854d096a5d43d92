import { buildSync } from "esbuild";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ForestText } from "../../generator/learning.ts";

/** A forest as it is emitted: in a module of its own, with the walk. */
export interface Emitted {
  readonly file: string;
  /** Answers one row. */
  readonly one: (x: Float64Array, out: Float64Array) => void;
  /** Answers rows that stand one after another. */
  readonly many: (x: Float64Array, out: Float64Array) => void;
}

export const folder = mkdtempSync(join(tmpdir(), "kiln-bench-"));

let count = 0;

/** Writes the module and loads it. Each forest gets a file of its own, as in a folder that Kiln emits: a walk is fastest when it knows one forest. */
export async function emitted(forest: ForestText): Promise<Emitted> {
  const file = join(folder, `forest${count++}.mjs`);
  const text = `const forest = decodeForest(JSON.parse(${JSON.stringify(JSON.stringify(forest))}));
export function one(x, out) { forestOutput(forest, x, out); }
export function many(x, out) { forestOutputs(forest, x, out); }
`;
  writeFileSync(file, `${walkText()}${text}`);
  return { file, ...((await import(pathToFileURL(file).href)) as Pick<Emitted, "one" | "many">) };
}

/** The walk alone, as a module. */
export function walkFile(): string {
  const file = join(folder, "walk.mjs");
  writeFileSync(file, walkText());
  return file;
}

function walkText(): string {
  const entry = fileURLToPath(new URL("../../generator/walk.ts", import.meta.url));
  return buildSync({ entryPoints: [entry], bundle: true, write: false, format: "esm" }).outputFiles[0]!.text;
}
