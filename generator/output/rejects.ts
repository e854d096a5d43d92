import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Reject } from "../types.ts";
import { replaceFile } from "./atomic.ts";

/** Lists rejected rows in a CSV file of a folder, physical line and reason; with none, an earlier list goes. */
export async function writeRejects(folder: string, name: string, rejects: readonly Reject[]): Promise<void> {
  const file = join(folder, name);
  if (rejects.length === 0) return rm(file, { force: true });
  await mkdir(folder, { recursive: true });
  await replaceFile(
    file,
    ["line,reason", ...rejects.map(({ line, reason }) => `${line},"${reason.replaceAll('"', '""')}"`)].map((text) => `${text}\n`).join(""),
  );
}
