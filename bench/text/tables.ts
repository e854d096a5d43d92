import { parse } from "csv-parse/sync";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { numpyRandom } from "./numpy-random.ts";

/** Tables of text, with the split that their source names; `tickets` has none and gets one here. */
export type TableName = "sms" | "trec" | "issues" | "tickets";

/** Rows by header, as text. */
type Records = readonly Readonly<Record<string, string>>[];

interface Table {
  readonly target: string;
  readonly train: Records;
  readonly test: Records;
}

/** Draws of few labels, as in the protocol that the bars were measured by. */
const draws = 10;

const shared = resolve("../shared/data");
const scratch = resolve(".kiln/bench");

/** Reads a table. Bytes that are no UTF-8 become U+FFFD, NUL (one, in `issues`) is dropped. */
export function readTable(name: TableName): Table {
  switch (name) {
    case "sms":
      return { target: "v1", train: csv("sms/train.csv"), test: csv("sms/test.csv") };
    case "issues":
      return { target: "label", train: csv("nlbse24_issues/issues_train.csv"), test: csv("nlbse24_issues/issues_test.csv") };
    case "trec":
      return { target: "label", train: questions("trec/train.txt"), test: questions("trec/test.txt") };
    case "tickets": {
      const rows = csv("tickets/tickets.csv");
      const held = new Set(numpyRandom(0).permutation(rows.length).slice(-300));
      return { target: "team", train: rows.filter((_, i) => !held.has(i)), test: rows.filter((_, i) => held.has(i)) };
    }
  }
}

/** Training rows in the order of each draw: the first k are its k labels. */
export function drawsOf(n: number): number[][] {
  const { permutation } = numpyRandom(0);
  return Array.from({ length: draws }, () => permutation(n));
}

/** Number of the draw whose first rows candidates are written from: the first in which every class has two rows or more. */
export function shownDraw({ target, train }: Table, labels: number): number {
  const classes = new Set(train.map((row) => row[target]!));
  return drawsOf(train.length).findIndex((order) => {
    const seen = order.slice(0, labels).map((i) => train[i]![target]);
    return [...classes].every((name) => seen.filter((one) => one === name).length > 1);
  });
}

/** Writes what the language model may see of a table, `labels` rows of one draw, and returns the path. Configs call this. */
export function fewLabels(name: TableName, labels: number): string {
  const table = readTable(name);
  const order = drawsOf(table.train.length)[shownDraw(table, labels)]!;
  return writeCsv(
    `${name}-${labels}`,
    order.slice(0, labels).map((i) => table.train[i]!),
  );
}

/** Writes a table's rows, those to learn from first, and returns the path. */
export function writeTable(name: TableName, { train, test }: Table): string {
  return writeCsv(name, [...train, ...test]);
}

function writeCsv(name: string, rows: Records): string {
  mkdirSync(scratch, { recursive: true });
  const header = Object.keys(rows[0]!);
  const lines = [header, ...rows.map((row) => header.map((key) => row[key]!))];
  const file = resolve(scratch, `${name}.csv`);
  writeFileSync(
    file,
    lines.map((cells) => `${cells.map((cell) => `"${cell.replaceAll("\0", "").replaceAll('"', '""')}"`).join()}\n`).join(""),
  );
  return file;
}

function csv(file: string): Records {
  return parse(readFileSync(resolve(shared, file), "utf8"), { columns: true });
}

/** `LABEL:question` a line. */
function questions(file: string): Records {
  return readFileSync(resolve(shared, file), "utf8")
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .map((line) => ({ label: line.slice(0, line.indexOf(":")), question: line.slice(line.indexOf(":") + 1) }));
}
