import type { Row } from "../row.ts";

const STOPWORDS: readonly { readonly code: "en" | "de" | "fr" | "es"; readonly words: readonly string[] }[] = [
  { code: "en", words: ["the", "and", "is", "my", "to"] },
  { code: "de", words: ["und", "ich", "nicht", "die", "der"] },
  { code: "fr", words: ["le", "je", "pas", "les", "une"] },
  { code: "es", words: ["el", "que", "no", "los", "una"] },
];

/** The language by its small words. */
export function language_guess(row: Row): "en" | "de" | "fr" | "es" | null {
  const words = (row.body ?? "").toLowerCase().split(/[^\p{L}]+/u);
  let best: { code: "en" | "de" | "fr" | "es"; count: number } | null = null;
  for (const { code, words: list } of STOPWORDS) {
    const count = words.filter((word) => list.includes(word)).length;
    if (count > 0 && (best === null || count > best.count)) {
      best = { code, count };
    }
  }
  return best === null ? null : best.code;
}
