import { constants, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { type FileHandle, open, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { KilnError } from "../errors.ts";
import type { ModelReply, ReplyStore } from "../asking.ts";
import { renameSynced } from "./atomic.ts";
import { parseJson } from "./parse-json.ts";
import { printJson } from "./print-json.ts";
import { isRecord } from "./shape.ts";

/**
 * The replies of one pipeline, one file `<hash of the request>.json` each. Made on first use, never swapped away.
 *
 * @throws {KilnError} "check" from `get`, when a file is there but is no reply.
 */
export function openReplies(folder: string): ReplyStore {
  const pathOf = (hash: string): string => join(folder, `${hash}.json`);
  /** Open files with room for answers under way: when one comes, a single write keeps it. */
  const rooms = new Map<string, FileHandle>();
  return {
    get: (hash) => (existsSync(pathOf(hash)) ? readReply(pathOf(hash)) : null),
    reserve: async (hash, bytes) => {
      const path = `${pathOf(hash)}.tmp`;
      mkdirSync(folder, { recursive: true });
      await fill(await opened(path), Buffer.alloc(bytes));
      rooms.set(hash, await opened(path));
      return async () => {
        await rooms.get(hash)?.close();
        rooms.delete(hash);
        await rm(path, { force: true });
      };
    },
    put: async (reply) => {
      const path = pathOf(reply.request);
      const room = rooms.get(reply.request);
      rooms.delete(reply.request);
      if (room === undefined) mkdirSync(folder, { recursive: true });
      await fill(room ?? (await opened(`${path}.tmp`)), Buffer.from(printJson(reply)));
      await renameSynced(`${path}.tmp`, path);
    },
  };
}

/** Puts what a killed run had written of its last answer in its place, if that is all of it, and clears the rest away. */
export async function recoverReplies(folder: string): Promise<void> {
  const staged = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json.tmp")) : [];
  for (const path of staged.map((name) => join(folder, name))) {
    const text = readFileSync(path, "utf8").replace(/\0+$/, "");
    const value = parseJson(text);
    if (!isReply(value) || `${value.request}.json.tmp` !== basename(path)) await rm(path, { force: true });
    else {
      await fill(await opened(path), Buffer.from(text));
      await renameSynced(path, join(folder, `${value.request}.json`));
    }
  }
}

function opened(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDWR | constants.O_CREAT);
}

/** Writes over the room that an opened file has already, cuts off the rest and closes it; returns when all is on the disk. */
async function fill(file: FileHandle, bytes: Buffer): Promise<void> {
  try {
    await file.writeFile(bytes);
    await file.truncate(bytes.length);
    await file.sync();
  } finally {
    await file.close();
  }
}

function readReply(path: string): ModelReply {
  const value = parseJson(readFileSync(path, "utf8"));
  if (!isReply(value))
    throw new KilnError("check", `${path}: found no recorded reply; expected JSON with request, stage, model, text, finish and usage`);
  return value;
}

function isReply(value: unknown): value is ModelReply {
  if (!isRecord(value)) return false;
  const texts = ["request", "stage", "requestedModel", "model", "text", "finish"].every((key) => typeof value[key] === "string");
  const usage = value["usage"];
  return (
    texts && (usage === null || (isRecord(usage) && typeof usage["inputTokens"] === "number" && typeof usage["outputTokens"] === "number"))
  );
}
