import { isUtf8 } from "node:buffer";
import { readFile, stat } from "node:fs/promises";
import { KilnError } from "../errors.ts";

/**
 * Text of a file that the user named.
 *
 * @throws {KilnError} "usage" when it cannot be read.
 */
export async function readText(path: string): Promise<string> {
  return readFile(path, "utf8").catch(() => {
    throw new KilnError("usage", `${path}: no readable file there`);
  });
}

const mostBytes = 1_000_000;

/** Text of a source file, or null where there is none that could be one: absent, a folder, far too large, or no UTF-8. */
export async function readSource(path: string): Promise<string | null> {
  const known = await stat(path).catch(() => null);
  if (known === null || !known.isFile() || known.size > mostBytes) return null;
  const bytes = await readFile(path).catch(() => null);
  return bytes !== null && isUtf8(bytes) ? bytes.toString("utf8") : null;
}
