import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Artifact } from "../learned.ts";
import { renameSynced, syncFolder, writeSynced } from "./atomic.ts";

/**
 * Replaces a folder by exactly these files: a reader finds the old folder or the new one, never a mixture.
 * The files are staged beside it, synced, and swapped in by two renames; between them `recoverFolder` knows the way back.
 * Two writers of one folder at a time are not foreseen: the later one clears away what the earlier one has staged.
 */
export async function writeFolder(path: string, artifacts: readonly Artifact[]): Promise<void> {
  await recoverFolder(path);
  const parent = dirname(path);
  const stage = join(parent, prefix("tmp", path) + randomUUID());
  const folders = [...new Set([stage, ...artifacts.map((artifact) => dirname(join(stage, artifact.path)))])];
  for (const folder of folders) await mkdir(folder, { recursive: true });
  for (const { path: file, text } of artifacts) await writeSynced(join(stage, file), text);
  for (const folder of folders) await syncFolder(folder);
  const old = join(parent, `${prefix("old", path)}folder`);
  if (existsSync(path)) await renameSynced(path, old);
  await renameSynced(stage, path);
  await rm(old, { recursive: true, force: true });
}

/** Undoes what a killed `writeFolder` left: brings the old folder back where the new one never arrived, and removes the rest. */
export async function recoverFolder(path: string): Promise<void> {
  const parent = dirname(path);
  if (!existsSync(parent)) return;
  const names = await readdir(parent);
  const old = names.find((name) => name.startsWith(prefix("old", path)));
  if (old !== undefined && !existsSync(path)) await rename(join(parent, old), path);
  const stale = names.filter((name) => name.startsWith(prefix("tmp", path)) || name.startsWith(prefix("old", path)));
  for (const name of stale) await rm(join(parent, name), { recursive: true, force: true });
}

/** Beginning of the names that belong to one folder: ".tmp-tickets." and ".old-tickets."; a pipeline's name has no dot. */
function prefix(kind: "tmp" | "old", path: string): string {
  return `.${kind}-${basename(path)}.`;
}
