import { comment, docComment } from "./comment.ts";
import { count } from "./figures.ts";
import { keyLiteral, literal } from "./literal.ts";
import type { Plan } from "./plan.ts";

/** `encoders.ts`: what training counted of each category column, one value a line. */
export function printEncoders({ ext, encoders }: Plan): string {
  const categories = encoders.flatMap(({ encoder }) => (encoder.kind === "category" ? [encoder] : []));
  if (categories.length === 0) return "";
  const tables = categories.map(({ property, outputs, table, other }) => {
    const rows = table.map(({ value, rows: n, shares }) => `${literal({ value, shares })}, // ${count(n, "row")}`);
    return `
  ${docComment([`Shares of ${outputs.map((output) => comment(output)).join(", ")}, in this order.`])}
  ${keyLiteral(property)}: {
    // prettier-ignore
    table: [
      ${rows.join("\n      ")}
    ],
    other: ${literal(other)},
  },`;
  });
  return `
import type { CategoryTable } from "./runtime.${ext}";

type Category = ${categories.map(({ property }) => literal(property)).join(" | ")};

${docComment([
  'What training counted of each category. A line holds a value (trimmed, in lower case, "" for missing), its share of each output, smoothed towards that of all rows, and how many rows had it. `other` answers for values that are not listed.',
])}
export const categories: Readonly<Record<Category, CategoryTable>> = {${tables.join("")}
};
`;
}
