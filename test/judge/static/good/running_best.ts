import type { Row } from "../row.ts";

interface Scored {
  readonly name: string;
  readonly score: number;
}

const TOPICS: readonly { readonly name: string; readonly words: readonly string[] }[] = [
  { name: "billing", words: ["invoice", "refund", "charge"] },
  { name: "bug", words: ["crash", "error", "broken"] },
];

function score(text: string, words: readonly string[]): number {
  let total = 0;
  for (const word of words) {
    let from = text.indexOf(word);
    if (from >= 0) total += 1;
    from = text.indexOf(word, from + word.length);
    if (from >= 0) total += 1;
  }
  return total;
}

/** Margin between the best topic and the next. */
export function running_best(row: Row): number {
  const text = (row.body ?? "").toLowerCase();
  const scored: Scored[] = TOPICS.map((topic) => ({ name: topic.name, score: score(text, topic.words) }));
  scored.sort((a, b) => b.score - a.score);
  return (scored[0]?.score ?? 0) - (scored[1]?.score ?? 0);
}
