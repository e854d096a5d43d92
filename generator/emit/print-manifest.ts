import { createHash } from "node:crypto";
import type { Artifact, Learned } from "../learned.ts";

/** `manifest.json`: by what and from what the folder was made, and the hash of every other file of it. */
export function printManifest({ pipeline, data, config, prompts, replies }: Learned, tool: string, files: readonly Artifact[]): string {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const manifest = {
    pipeline,
    tool,
    data: { file: data.file.replace(/^.*[\\/]/, ""), sha256: data.sha256, rows: data.rows },
    config: { sha256: config.sha256, seed: config.seed },
    prompts: prompts.map(({ file, sha256 }) => ({ file, sha256 })),
    replies: replies.map(({ request, stage, model }) => ({ request, stage, model })),
    files: sorted.map(({ path, text }) => ({ path, sha256: createHash("sha256").update(text).digest("hex") })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
