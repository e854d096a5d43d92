import { emit } from "./emit/emit.ts";
import { formatWith } from "./emit/format.ts";
import type { Models } from "./output/models.ts";
import { readPrettierOptions } from "./output/prettier-options.ts";
import { readShipped } from "./output/shipped.ts";
import type { Artifact } from "./learned.ts";

/** The files of `generated/<pipeline>`, formatted as the user's Prettier would in that folder; with `bundle.mjs` if wanted. */
export async function emitPipeline(models: Models, generated: string, bundled: boolean): Promise<readonly Artifact[]> {
  const [{ tool, files }, options] = await Promise.all([readShipped(), readPrettierOptions(generated)]);
  return emit({ ...models, tool, shipped: files, format: formatWith(options), bundled });
}
