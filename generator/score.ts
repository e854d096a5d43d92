import type { Config } from "./config.ts";
import { cellReader } from "./data/read-cells.ts";
import { openSource } from "./data/sources/open-source.ts";
import { bundleScript } from "./emit/bundle.ts";
import { KilnError } from "./errors.ts";
import { readFolder } from "./output/read-folder.ts";
import { writeRejects } from "./output/rejects.ts";
import { openTable } from "./output/tables/open-table.ts";
import type { TableCell, TableColumn } from "./output/tables/table-file.ts";
import { labelOf, type Place } from "./place.ts";
import type { Reject, Row } from "./types.ts";

/** What an emitted pipeline answers for a row. */
type Predict = (row: Row) => { readonly label: string; readonly probability: number } | number;

/** How far a run of scoring is; the share is null where nobody knows how much there is. */
interface Scored {
  readonly rows: number;
  readonly rejects: number;
  readonly share: number | null;
}

/**
 * Answers every row of a source with the emitted pipeline, as it streams by, and writes a table: the record's line, its ids, the answer.
 * Cells are read exactly as for learning. The code of `generated/` runs as it would in the user's own program.
 *
 * @param maxRejects More unreadable rows than this stop the run; they are listed in `<scratch>/score-rejects.csv`.
 * @throws {KilnError} "check" when nothing is emitted, "data" when rows cannot be read; then there is no table.
 */
export async function score(
  config: Config,
  place: Place,
  out: string,
  maxRejects: number,
  onProgress: (scored: Scored) => void,
): Promise<Scored> {
  if (place.at === out) throw new KilnError("usage", `${out} is the file that is read; expected another one for the answers`);
  const predict = await loadPipeline(config.generated);
  const ids = config.columns.filter(({ kind }) => kind === "id");
  const inputs = config.columns.filter(({ kind }) => kind !== "id").map((column, k) => ({ column, at: ids.length + k }));
  const wanted = [...ids, ...inputs.map(({ column }) => column)].map(({ name }) => ({ name, role: "column" }));
  const { rowOf } = cellReader(
    inputs,
    wanted.map(({ name }) => name),
    config.data.nulls,
  );
  const { batches, share } = await openSource(place, wanted);
  const table = await openTable(out, columnsOf(config));
  const rejects: Reject[] = [];
  let rows = 0;
  try {
    for await (const batch of batches) {
      const answers: TableCell[][] = [];
      for (const record of batch) {
        const found = "reason" in record ? record.reason : rowOf(record.cells);
        if (typeof found === "string") rejects.push({ line: record.line, reason: found });
        else if ("cells" in record) answers.push([record.line, ...record.cells.slice(0, ids.length), ...cellsOf(predict(found))]);
      }
      refuse(rejects, maxRejects, place);
      await table.write(answers);
      rows += answers.length;
      onProgress({ rows, rejects: rejects.length, share: share() });
    }
    await table.finish();
  } catch (error) {
    await table.abandon();
    throw error;
  } finally {
    await writeRejects(config.scratch, "score-rejects.csv", rejects);
  }
  return { rows, rejects: rejects.length, share: 1 };
}

function columnsOf({ columns, target }: Config): TableColumn[] {
  const ids = columns.filter(({ kind }) => kind === "id").map(({ name }): TableColumn => ({ name, kind: "text" }));
  const answer: TableColumn[] =
    target.kind === "number"
      ? [{ name: "value", kind: "number" }]
      : [
          { name: "label", kind: "text" },
          { name: "probability", kind: "number" },
        ];
  return [{ name: "line", kind: "integer" }, ...ids, ...answer];
}

function cellsOf(answer: ReturnType<Predict>): TableCell[] {
  return typeof answer === "number" ? [answer] : [answer.label, answer.probability];
}

function refuse(rejects: readonly Reject[], maxRejects: number, place: Place): void {
  const [first] = rejects;
  if (first === undefined || rejects.length <= maxRejects) return;
  throw new KilnError(
    "data",
    `${rejects.length === 1 ? "1 row is" : `${rejects.length} rows are`} unreadable, --max-rejects allows ${maxRejects}; ` +
      `the first is ${labelOf(place)}:${first.line}: ${first.reason}`,
  );
}

async function loadPipeline(folder: string): Promise<Predict> {
  const files = await readFolder(folder);
  if (!files.has("index.ts")) throw new KilnError("check", `${folder}: found no index.ts; run \`kiln generate\` first`);
  const script = await bundleScript(files, 'export { predict } from "./index.ts";');
  const text = `${script}\nexport const predict = pipeline.predict;`;
  const module = (await import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`)) as { readonly predict: Predict };
  return module.predict;
}
