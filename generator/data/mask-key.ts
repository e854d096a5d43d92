import { createHash, createHmac } from "node:crypto";
import type { Row } from "../types.ts";
import type { Tag } from "./mask.ts";

/**
 * The key of the masks, in hex. It is made of all rows and targets, so it is the same on every machine that holds the data, and replies
 * replay; and whoever has only what is committed or sent cannot make it, and so cannot try a list of addresses against the tags.
 * (The hash of the file, which `learned.json` tells, does not lead to it.)
 */
export function maskKeyOf(rows: readonly Row[], targets: readonly string[]): string {
  const hash = createHash("sha256").update("key of Kiln's masks");
  rows.forEach((row, i) => hash.update(JSON.stringify([targets[i], row])));
  return hash.digest("hex");
}

/** Consonants, so that no tag is a word or a number: 20⁴ tags. */
const letters = "bcdfghjklmnpqrstvwxz";

/** Tags by HMAC-SHA-256 under a key; case, spaces and punctuation of a text do not matter. */
export function tagger(key: string): Tag {
  const known = new Map<string, string>();
  return (text) => {
    const plain = text.toLowerCase().replace(/[\s()./,;:"'<>-]+/g, "");
    const tag = known.get(plain) ?? tagOf(createHmac("sha256", key).update(plain).digest());
    known.set(plain, tag);
    return tag;
  };
}

function tagOf(bytes: Buffer): string {
  let number = bytes.readUInt32BE(0);
  let tag = "";
  for (let i = 0; i < 4; i++) {
    tag += letters[number % letters.length];
    number = Math.floor(number / letters.length);
  }
  return tag;
}
