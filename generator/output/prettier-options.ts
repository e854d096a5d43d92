import { resolveConfig } from "prettier";
import { join } from "node:path";

/** What the user's Prettier would do with files of this folder, .editorconfig included, as plain data; empty without a config. */
export async function readPrettierOptions(folder: string): Promise<Readonly<Record<string, unknown>>> {
  const found = await resolveConfig(join(folder, "index.ts"), { editorconfig: true, useCache: false });
  return { ...found, plugins: [] };
}
