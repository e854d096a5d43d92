import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { emit } from "../../generator/emit/emit.ts";
import { formatWith } from "../../generator/emit/format.ts";
import type { Models } from "../../generator/output/models.ts";
import { readShipped } from "../../generator/output/shipped.ts";
import type { Artifact } from "../../generator/learned.ts";

/** What a pipeline emits, formatted as for a user without a config of their own. */
export async function emitted(models: Models, bundled = false): Promise<readonly Artifact[]> {
  const { tool, files } = await readShipped();
  return emit({ ...models, tool, shipped: files, format: formatWith({}), bundled });
}

export async function writeAll(folder: string, artifacts: readonly Artifact[]): Promise<void> {
  for (const { path, text } of artifacts) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
