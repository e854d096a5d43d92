import { masked, untagged } from "./mask.ts";

/** Text from a file as a one-line message may hold it: without personal data and keys, escaped, in quotes, at most 60 characters. */
export function quoted(text: string): string {
  const open = untagged(masked(text, { send: "masked", kind: "text" }, () => "kept"));
  return JSON.stringify(open.length > 60 ? `${open.slice(0, 59)}…` : open);
}
