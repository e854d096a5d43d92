import { createHash } from "node:crypto";

/**
 * Text from outside, between two lines that it cannot forge: their number is a hash of the text and does not occur in it.
 * The same text makes the same block, so that an unchanged beginning of a prompt stays cached.
 */
export function dataBlock(text: string): string {
  let seal = hash(text);
  while (text.includes(seal)) seal = hash(seal + text);
  return `<data-${seal}>\n${text}\n</data-${seal}>`;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
