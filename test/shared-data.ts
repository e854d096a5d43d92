import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Absolute path of a table of other people's data beside the repository, or null where it is not there. */
export function sharedData(path: string): string | null {
  const file = fileURLToPath(new URL(`../../shared/data/${path}`, import.meta.url));
  return existsSync(file) ? file : null;
}
