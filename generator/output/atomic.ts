import { platform } from "node:os";
import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";

/** Writes a file and returns when its bytes are on the disk. */
export async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, "w");
  try {
    await file.writeFile(text, "utf8");
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Puts a file in place all at once: a reader sees the old text or the new one. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const next = `${path}.tmp`;
  await writeSynced(next, text);
  await renameSynced(next, path);
}

/** Renames, and returns when the folder that holds the name is on the disk. */
export async function renameSynced(from: string, to: string): Promise<void> {
  await rename(from, to);
  await syncFolder(dirname(to));
}

/** Windows cannot open a folder; there the rename is as safe as it gets. */
export async function syncFolder(path: string): Promise<void> {
  if (platform() === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
