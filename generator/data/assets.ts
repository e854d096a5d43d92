import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.ts";

/** A text file of the package, path relative to its root, with LF line ends. */
export function readAsset(path: string): string {
  return readFileSync(join(packageRoot(), path), "utf8").replaceAll("\r\n", "\n");
}
