import type { Ridge } from "../learning.ts";
import { comment, docComment } from "./comment.ts";
import { count } from "./figures.ts";
import { literal } from "./literal.ts";
import type { Plan } from "./plan.ts";

/** `ridge.ts`: what each of the forest's other columns says for each output, one column a line. */
export function printRidge({ ext, ridge: planned }: Plan): string {
  if (planned === null) return "";
  const { bias, terms } = planned.ridge;
  return `
import type { RidgeTable } from "./runtime.${ext}";

${docComment(about(planned.ridge))}
// prettier-ignore
export const ridge: RidgeTable = {
  bias: ${literal(bias)},
  terms: [
    ${terms.map(({ column, middle, weights }) => `${literal([middle, weights])}, // ${comment(column)}`).join("\n    ")}
  ],
};
`;
}

function about({ outputs, terms }: Ridge): string[] {
  return [
    `${count(terms.length, "column")} of the forest and what each says for ${outputs.map((output) => comment(output)).join(", ")}: a ridge regression, fitted on the training rows. Its sums are columns, too.`,
    "A line holds the middle of a column, which missing counts as, and a weight per output for each unit above it.",
  ];
}
