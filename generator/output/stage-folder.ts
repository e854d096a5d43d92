import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Artifact } from "../learned.ts";
import { syncFolder, writeSynced } from "./atomic.ts";
import { replaced, type Swap } from "./swap.ts";

/** Writes a folder of exactly these files beside its place, and returns when all of it is on the disk. */
export async function stageFolder(path: string, artifacts: readonly Artifact[]): Promise<Swap> {
  const parent = dirname(path);
  const stage = join(parent, prefix(path) + randomUUID());
  const folders = [...new Set([stage, ...artifacts.map((artifact) => dirname(join(stage, artifact.path)))])];
  for (const folder of folders) await mkdir(folder, { recursive: true });
  for (const { path: file, text } of artifacts) await writeSynced(join(stage, file), text);
  for (const folder of folders) await syncFolder(folder);
  await syncFolder(parent);
  return { from: stage, to: path };
}

/** Takes away what was staged and never placed; brings an old folder back where no new one came. */
export async function clearStages(path: string): Promise<void> {
  const parent = dirname(path);
  if (!existsSync(parent)) return;
  if (existsSync(replaced(path)) && !existsSync(path)) await rename(replaced(path), path);
  const stale = (await readdir(parent)).filter((name) => name.startsWith(prefix(path)));
  for (const name of stale) await rm(join(parent, name), { recursive: true, force: true });
  await rm(replaced(path), { recursive: true, force: true });
}

/** Beginning of the names of stages: ".tmp-tickets."; a pipeline's name has no dot. */
function prefix(path: string): string {
  return `.tmp-${basename(path)}.`;
}
