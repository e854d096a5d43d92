import type { Row } from "../row.ts";

const NEGATION = new Set(["not", "no", "never", "cannot", "cant", "wont", "dont"]);
const LOGIN = new Set(["login", "log", "sign", "access", "enter"]);

/** A login word at most three words after a negation. */
export function negated_login(row: Row): boolean {
  const words = (row.body ?? "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .split(/[^a-z]+/);
  for (let i = 0; i < words.length; i++) {
    if (!NEGATION.has(words[i] ?? "")) continue;
    const end = Math.min(i + 4, words.length);
    for (let j = i + 1; j < end; j++) {
      if (LOGIN.has(words[j] ?? "")) return true;
    }
  }
  return false;
}
