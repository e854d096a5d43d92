import { identifier, isProperty } from "./column-names.ts";
import type { Proposal } from "./data/survey/propose-columns.ts";
import type { Place } from "./place.ts";

/**
 * The text of a first `kiln.config.ts`.
 *
 * @param file The rows as the user named them; of PostgreSQL the address stays in the environment.
 */
export function printConfig(name: string, file: string, place: Place, target: string, proposal: Proposal): string {
  const { columns, leaks, nulls, targetKind } = proposal;
  return `import { defineConfig } from "kiln";

export default defineConfig({
  name: ${quote(name)},
  /** What is predicted, for whom: one sentence. */
  task: ${quote(`Predict ${oneLine(target)}.`)},
  data: { ${[...dataOf(file, place), ...(nulls.length > 0 ? [`nulls: [${nulls.map(quote).join(", ")}]`] : [])].join(", ")} },
  target: { column: ${quote(target)}${targetKind === "number" ? ', kind: "number"' : ""} },
  /** Only known after the fact, or the target under another name: never offered to anything. */
  leaks: [${leaks.map(quote).join(", ")}],
  /** \`meaning\` tells the model and the reader what a cell says. \`send\` says what may leave the machine: "shape" (counts and character
   *  classes) unless it is "never", "masked" or "values". */
  columns: {
${printColumns(columns).join("\n")}
  },
  /** With no rounds the plain baseline is learned: no key, no network. For steps by a model set OPENAI_API_KEY, name the model, and raise these. */
  author: { model: "gpt-4.1-2025-04-14", rounds: 0, normalizers: 0 },
});
`;
}

function dataOf(file: string, place: Place): string[] {
  if (place.kind === "postgres") return ['file: process.env["DATABASE_URL"] ?? "postgres://localhost"', `query: ${quote(place.query)}`];
  if (place.kind === "sqlite") return [`file: ${quote(file)}`, 'format: "sqlite"', `query: ${quote(place.query)}`];
  const usual = /\.tsv(?:\.gz)?$/i.test(file) ? "\t" : ",";
  return [`file: ${quote(file)}`, ...(place.kind === "csv" && place.delimiter !== usual ? [`delimiter: ${quote(place.delimiter)}`] : [])];
}

function printColumns(columns: Proposal["columns"]): string[] {
  const taken = new Set<string>();
  return columns.map(({ name, kind }, k) => {
    const own = identifier(name);
    const fits = isProperty(own) && !taken.has(own);
    const property = fits ? own : `column${k + 1}`;
    taken.add(property);
    const meaning = quote(`The column ${oneLine(name)}.`);
    return `    [${quote(name)}]: { kind: "${kind}", meaning: ${meaning}${fits ? "" : `, as: "${property}"`} },`.replace(
      /^ {4}\["([A-Za-z_]\w*)"\]/,
      (whole, plain: string) => (plain === "__proto__" ? whole : `    ${plain}`),
    );
  });
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
