import { readFile } from "node:fs/promises";
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
