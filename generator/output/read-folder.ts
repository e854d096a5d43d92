import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** Every file under a folder, by path from it with "/" between parts; empty when there is no folder. */
export async function readFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  if (!existsSync(folder)) return new Map();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map(async (path) => [relative(folder, path).replaceAll(sep, "/"), await readFile(path, "utf8")] as const);
  return new Map(await Promise.all(files));
}
