import type { Lexicon } from "../learning.ts";
import { comment, docComment } from "./comment.ts";
import { count } from "./figures.ts";
import { literal } from "./literal.ts";
import type { Plan } from "./plan.ts";

/** `lexicon.ts`: the n-grams that training gave a weight, one a line. */
export function printLexicon({ ext, lexicon: planned }: Plan): string {
  if (planned === null) return "";
  const { lexicon } = planned;
  return `
import type { LexiconTable } from "./lexicon-scores.${ext}";

${docComment(about(lexicon))}
// prettier-ignore
export const lexicon: LexiconTable = {
  bias: ${literal(lexicon.bias)},
  entries: [
    ${lexicon.entries.map((entry) => `${literal(entry)},`).join("\n    ")}
  ],
};
`;
}

function about({ properties, outputs, entries }: Lexicon): string[] {
  return [
    `${count(entries.length, "n-gram")} of ${properties.join(" and ")} and what each says for ${outputs.map((output) => comment(output)).join(", ")}: a linear model, fitted on the training rows.`,
    "A line holds the n-gram, its inverse document frequency, and a weight per output.",
  ];
}
