import { createHash } from "node:crypto";
import { parseJson } from "./parse-json.ts";
import { fields, list, text } from "./shape.ts";

/** What a manifest must hold for the hashes in it to be read. */
const shape = fields({ files: list(fields({ path: text, sha256: text })) });

/**
 * Files of an emitted folder whose text is not the one that its own `manifest.json` says was emitted: a person changed or added them.
 * Null when there is no manifest to ask.
 */
export function editedFiles(files: ReadonlyMap<string, string>): ReadonlySet<string> | null {
  const manifest = parseJson(files.get("manifest.json") ?? "");
  if (shape(manifest, "") !== null) return null;
  const emitted = new Map(
    (manifest as { readonly files: readonly { readonly path: string; readonly sha256: string }[] }).files.map(({ path, sha256 }) => [
      path,
      sha256,
    ]),
  );
  const changed = [...files].filter(
    ([path, content]) => path !== "manifest.json" && emitted.get(path) !== createHash("sha256").update(content).digest("hex"),
  );
  return new Set(changed.map(([path]) => path));
}
