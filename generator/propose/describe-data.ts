import type { ColumnProfile, Profile, ShownRow } from "../asking.ts";
import type { ColumnKind, Task } from "../types.ts";

/** What is predicted, in words. Class names come from the data and are listed with it. */
export function describeTask(task: Task): string {
  const what = task.kind === "class" ? `one of ${task.classes.length} classes` : "a number";
  return `${task.sentence}\n\nPredicted is the column ${JSON.stringify(task.column)}: ${what}. No function ever sees it.`;
}

/** The `Row` interface as the candidate will be checked against, with what each property means. */
export function printRowType(columns: readonly ColumnProfile[]): string {
  const properties = columns.map(
    ({ name, property, kind, meaning }) =>
      `  /** ${comment(name === property ? "" : `Header ${JSON.stringify(name)}. `)}${kindNotes.get(kind) ?? ""} ${comment(meaning)} */\n  readonly ${property}: ${kind === "number" ? "number" : "string"} | null;`,
  );
  return `interface Row {\n${properties.join("\n")}\n}`;
}

/** Classes or quantiles, then the facts of every column that may be spoken of. */
export function describeProfile({ rows, target, columns }: Profile): string {
  return [
    `${rows} training rows.`,
    `Target\n${indent(target)}`,
    ...columns.map(
      ({ property, kind, facts }) => `${property} (${kind})\n${indent(facts.length === 0 ? ["nothing of its cells may be shown"] : facts)}`,
    ),
  ].join("\n\n");
}

/** Rows one after the other: the answer, then the cells that are set, quoted as JSON; what is not set in one line. */
export function printRows(rows: readonly ShownRow[]): string {
  if (rows.length === 0) return "(none may be shown)";
  return rows.map((row, i) => printRow(row, i + 1)).join("\n\n");
}

function printRow({ cells, target, predicted }: ShownRow, number: number): string {
  const set = cells.flatMap(({ property, text }) => (text === null ? [] : [`${property}: ${JSON.stringify(text)}`]));
  const missing = cells.flatMap(({ property, text }) => (text === null ? [property] : []));
  const answer = `row ${number}: ${JSON.stringify(target)}${predicted === null ? "" : `, but the forest says ${JSON.stringify(predicted)}`}`;
  return [answer, indent(missing.length === 0 ? set : [...set, `missing: ${missing.join(", ")}`])].join("\n");
}

const kindNotes: ReadonlyMap<ColumnKind, string> = new Map([
  ["text", "Text."],
  ["category", "Category."],
  ["number", "Number."],
  ["date", "Date as text, YYYY-MM-DD with an optional time after T or a space."],
]);

/** One line that cannot end the comment it stands in. */
function comment(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll("*/", "* /");
}

function indent(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join("\n");
}
