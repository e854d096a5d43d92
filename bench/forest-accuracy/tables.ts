import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { random, shuffled } from "../../generator/random.ts";
import type { Trainer } from "../../generator/learning.ts";
import type { Figure } from "../figure.ts";
import type { Table } from "../forest/table.ts";
import { type Halves, own, qualities, sklearn } from "../forest-training/sklearn.ts";

const names = ["cmc", "communities", "credit-g", "diabetes", "heart", "vehicle"];
const trees = 200;
const folds = 5;
const repeats = 4;

/**
 * Six real tables: accuracy and AUC over five folds, four times, all of a table's test rows pooled. Words are numbered in the order in which
 * they occur, for both. None where the tables or scikit-learn are not there.
 */
export async function realTables(trainer: Trainer): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const name of names) {
    const file = fileURLToPath(new URL(`../../../shared/data/tabular/${name}.csv`, import.meta.url));
    if (!existsSync(file)) return [];
    const { table, k } = read(readFileSync(file, "utf8"));
    const splits = Array.from({ length: repeats * folds }, (_, s) => splitOf(table, k, Math.floor(s / folds), s % folds));
    const peers = sklearn(splits, trees, 1);
    if (peers === null) return [];
    const theirs = peers.flatMap(({ shares }) => [...shares[0]!]);
    const ours: number[] = [];
    for (const [s, halves] of splits.entries()) ours.push(...(await own(halves, trainer, trees, 1 + s)));
    const truth = splits.flatMap(({ test }) => [...test.y]);
    figures.push(...qualities(name, Float64Array.from(truth), k, [ours], [theirs]));
  }
  return figures;
}

function splitOf(table: Table, k: number, repeat: number, fold: number): Halves {
  const order = shuffled(
    Array.from({ length: table.n }, (_, i) => i),
    random(repeat),
  );
  const part = (isTest: boolean): Table =>
    pick(
      table,
      order.filter((_, i) => (i % folds === fold) === isTest),
    );
  return { train: part(false), test: part(true), k };
}

function pick({ p, x, y }: Table, rows: readonly number[]): Table {
  return {
    n: rows.length,
    p,
    x: Float64Array.from(rows.flatMap((row) => [...x.subarray(row * p, (row + 1) * p)])),
    y: Float64Array.from(rows, (row) => y[row]!),
  };
}

function read(text: string): { readonly table: Table; readonly k: number } {
  const [, ...lines] = parse(text) as string[][];
  const p = lines[0]!.length - 1;
  const codes = Array.from({ length: p + 1 }, () => new Map<string, number>());
  const numbered = (cell: string, j: number): number => {
    const known = codes[j]!;
    if (!known.has(cell)) known.set(cell, known.size);
    return known.get(cell)!;
  };
  const isNumber = Array.from({ length: p }, (_, j) => lines.every((line) => line[j] === "" || Number.isFinite(Number(line[j]))));
  const x = Float64Array.from(
    lines.flatMap((line) => line.slice(0, p).map((cell, j) => (isNumber[j]! ? Number(cell) : numbered(cell, j)))),
  );
  const y = Float64Array.from(lines, (line) => numbered(line[p]!, p));
  return { table: { n: lines.length, p, x, y }, k: codes[p]!.size };
}
