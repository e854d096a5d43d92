import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../package-root.ts";
import type { Artifact } from "../learned.ts";
/** Files of generator/ that stand in every emitted folder as they are. */
const names = [
  "calibrate.ts",
  "columns.ts",
  "explain.ts",
  "lexicon-scores.ts",
  "look.ts",
  "parse-row.ts",
  "runtime.ts",
  "walk-scan.ts",
  "walk-tables.ts",
  "walk-trees.ts",
  "walk.ts",
];

/** What emitting needs of Kiln itself. */
interface Shipped {
  /** "kiln 0.1.0" */
  readonly tool: string;
  readonly files: readonly Artifact[];
}

/** Reads Kiln's own name, version and the files that ship, from the sources as well as from the bundled command. */
export async function readShipped(): Promise<Shipped> {
  const root = packageRoot();
  const { name, version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
    readonly name: string;
    readonly version: string;
  };
  const files = names.map(async (path) => ({ path, text: await readFile(join(root, "generator", path), "utf8") }));
  return { tool: `${name} ${version}`, files: await Promise.all(files) };
}
