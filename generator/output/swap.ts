import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { replaceFile, syncFolder } from "./atomic.ts";
import { parseJson } from "./parse-json.ts";
import { printJson } from "./print-json.ts";
import { fields, list, nullable, text } from "./shape.ts";

/** A file or folder that is to stand at `to` in place of what is there; null takes away what is there. */
export interface Swap {
  readonly from: string | null;
  readonly to: string;
}

const shape = fields({ swaps: list(fields({ from: nullable(text), to: text })) });

/**
 * Puts staged files and folders in place, all or none of them, whatever happens on the way.
 *
 * Everything staged is on the disk already. The journal is the moment of truth: killed before it stands, the old state holds and
 * `recoverSwap` has nothing to do; killed after it, `recoverSwap` completes the new one. The renames follow each other without a pause.
 *
 * @param journal Absolute path of the file that says what is under way; the places in it are told from its folder.
 */
export async function swapIn(journal: string, swaps: readonly Swap[]): Promise<void> {
  const home = dirname(journal);
  await mkdir(home, { recursive: true });
  for (const { to } of swaps) await rm(replaced(to), { recursive: true, force: true });
  const told = swaps.map(({ from, to }) => ({ from: from === null ? null : relative(home, from), to: relative(home, to) }));
  await replaceFile(journal, printJson({ swaps: told }));
  await complete(journal, swaps);
}

/** Completes what a killed `swapIn` has begun; false when there was nothing. */
export async function recoverSwap(journal: string): Promise<boolean> {
  if (!existsSync(journal)) return false;
  const value = parseJson(await readFile(journal, "utf8"));
  const home = dirname(journal);
  const told = shape(value, "") === null ? (value as { readonly swaps: readonly Swap[] }).swaps : [];
  await complete(
    journal,
    told.map(({ from, to }) => ({ from: from === null ? null : resolve(home, from), to: resolve(home, to) })),
  );
  return true;
}

/** Where a folder goes that is replaced, until the new one stands. */
export function replaced(path: string): string {
  return join(dirname(path), `.old-${basename(path)}.folder`);
}

async function complete(journal: string, swaps: readonly Swap[]): Promise<void> {
  for (const swap of swaps) place(swap);
  for (const folder of new Set(swaps.map(({ to }) => dirname(to)))) if (existsSync(folder)) await syncFolder(folder);
  await rm(journal, { force: true });
  await syncFolder(dirname(journal));
  for (const { to } of swaps) await rm(replaced(to), { recursive: true, force: true });
}

/** Does nothing where it was done before. */
function place({ from, to }: Swap): void {
  if (from === null) return rmSync(to, { recursive: true, force: true });
  if (!existsSync(from)) return;
  if (existsSync(to) && statSync(to).isDirectory()) renameSync(to, replaced(to));
  renameSync(from, to);
}
