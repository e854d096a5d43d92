import { constants, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { open, rm } from "node:fs/promises";
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
  return {
    get: (hash) => (existsSync(pathOf(hash)) ? readReply(pathOf(hash)) : null),
    reserve: async (hash, bytes) => {
      mkdirSync(folder, { recursive: true });
      await writeOver(`${pathOf(hash)}.tmp`, Buffer.alloc(bytes));
      return () => rm(`${pathOf(hash)}.tmp`, { force: true });
    },
    put: async (reply) => {
      mkdirSync(folder, { recursive: true });
      await writeOver(`${pathOf(reply.request)}.tmp`, Buffer.from(printJson(reply)));
      await renameSynced(`${pathOf(reply.request)}.tmp`, pathOf(reply.request));
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
      await writeOver(path, Buffer.from(text));
      await renameSynced(path, join(folder, `${value.request}.json`));
    }
  }
}

/** Writes over the room that a file has already, then cuts off the rest; returns when all is on the disk. */
async function writeOver(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, constants.O_RDWR | constants.O_CREAT);
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
