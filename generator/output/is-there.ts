import { existsSync } from "node:fs";

/** Whether something lies at a path. */
export function isThere(path: string): boolean {
  return existsSync(path);
}
