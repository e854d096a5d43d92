import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of Kiln's own package, the same above the sources as above the bundle. */
export function packageRoot(): string {
  for (let folder = dirname(realpathSync(fileURLToPath(import.meta.url))); ; folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && /"name":\s*"kiln"/.test(readFileSync(manifest, "utf8"))) return folder;
    if (dirname(folder) === folder) throw new Error("no package.json of kiln above its own files");
  }
}
