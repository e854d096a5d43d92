import type { Config } from "./config.ts";
import { readText } from "./data/read-text.ts";
import { KilnError } from "./errors.ts";
import { loadRows } from "./load-rows.ts";
import type { Contribution } from "./look.ts";
import { readFolder } from "./output/read-folder.ts";
import { rowSchema } from "./parse-row.ts";
import { runPipeline } from "./run-pipeline.ts";
import { table } from "./table.ts";
import type { Row, Sandbox } from "./types.ts";

/** What the `explain` of an emitted pipeline answers. */
interface RowExplanation {
  readonly label?: string;
  readonly probability?: number;
  readonly value?: number;
  readonly baseline: number;
  readonly contributions: readonly Contribution[];
}

/**
 * Asks the emitted pipeline why it answers one row as it does.
 *
 * @param which The line of the data file on which the row starts, a row as JSON, or a JSON file with one.
 * @throws {KilnError} "usage" when there is no such row, "check" when nothing is emitted.
 */
export async function explainRow(config: Config, which: string, sandbox: Sandbox): Promise<RowExplanation> {
  const row = await rowOf(config, which);
  const files = await readFolder(config.generated);
  if (!files.has("index.ts")) throw new KilnError("check", `${config.generated}: found no index.ts; run \`kiln generate\` first`);
  const { values } = await runPipeline(files, [row], "explain", sandbox);
  if (values[0] === null) throw new KilnError("check", `${config.generated}: its code throws on this row`);
  return values[0] as RowExplanation;
}

async function rowOf(config: Config, which: string): Promise<Row> {
  if (/^\d+$/.test(which)) {
    const { dataset } = await loadRows(config);
    const at = dataset.lines.indexOf(Number(which));
    if (at >= 0) return dataset.rows[at]!;
    const lines = `rows start on lines ${dataset.lines[0]} to ${dataset.lines.at(-1)}`;
    throw new KilnError("usage", `no row of ${config.data.file} starts on line ${which}; ${lines}`);
  }
  const text = which.trimStart().startsWith("{") ? which : await readText(which);
  const fields = config.columns.flatMap(({ property, kind }) =>
    kind === "id" ? [] : [[property, kind === "category" ? "text" : kind] as const],
  );
  const result = rowSchema<unknown, Row>(fields, config.data.nulls)["~standard"].validate(jsonOf(text));
  if (result.issues) throw new KilnError("usage", result.issues.map(({ message }) => message).join("; "));
  return result.value;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new KilnError(
      "usage",
      `${text.slice(0, 40)}: found no JSON; expected a row such as {"body": "…"}, a file with one, or a line number`,
    );
  }
}

/** The explanation as a table: what each step says, how far that moves the answer, where the step stands. */
export function explanationTable({ label, probability, value, baseline, contributions }: RowExplanation): string[] {
  const answer = label === undefined ? `predicts ${String(value)}` : `${label}: probability ${String(probability)}`;
  const rows = contributions.map((one) => [
    signed(one.effect),
    one.step,
    one.kind === "rounding"
      ? ""
      : shortened(["encoder", "lexicon", "ridge"].includes(one.kind) ? columnsOf(one) : JSON.stringify(one.value)),
    one.note ?? "",
    one.kind === "rounding" ? "" : `${one.file}:${one.line}`,
  ]);
  return [
    answer,
    "",
    ...table(["effect", "step", "says", "note", "source"], [[signed(baseline), "baseline", "", "", ""], ...rows], new Set([0])),
  ];
}

/** The column of a step that moves the answer most. */
function columnsOf({ columns }: Contribution): string {
  const [most] = columns.toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  return most === undefined ? "" : `${most.column} = ${most.value === null ? "missing" : Number(most.value.toPrecision(4))}`;
}

function signed(value: number): string {
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toPrecision(4)}`;
}

function shortened(text: string): string {
  return text.length <= 48 ? text : `${text.slice(0, 47)}…`;
}
