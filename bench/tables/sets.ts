import { parse } from "csv-parse/sync";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { random, shuffled } from "../../generator/random.ts";

/** A table of the published studies: what it is about, and how many of its rows CAAFE keeps. */
export interface TableSet {
  readonly task: string;
  /** Share of the rows that CAAFE's regime keeps; it never takes more than 2,000. */
  readonly share: number;
  /** Published mean AUC of a random forest without features and with CAAFE's by GPT-4, five seeds each (caafe_published_results.csv). */
  readonly published: readonly [plain: number, caafe: number];
}

/** The nine of CAAFE's tables that are there. */
export const sets: Readonly<Record<string, TableSet>> = {
  "balance-scale": {
    task: "Tell to which side a balance scale tips, or whether it is balanced, from the weight on each arm and its distance from the middle.",
    share: 0.2,
    published: [0.6976, 0.8201],
  },
  "breast-w": {
    task: "Tell benign from malignant breast tumours by nine cytological ratings, each from 1 to 10.",
    share: 0.1,
    published: [0.9809, 0.9783],
  },
  cmc: {
    task: "Tell which contraceptive method an Indonesian couple uses (1 none, 2 long-term, 3 short-term) from a survey of 1987.",
    share: 1,
    published: [0.6927, 0.6917],
  },
  "credit-g": {
    task: "Tell good credit risks from bad ones among applicants of a German bank in the 1970s.",
    share: 1,
    published: [0.7801, 0.7769],
  },
  diabetes: {
    task: "Tell which women of Pima heritage get diabetes within five years, from medical measurements; 0 often stands for not measured.",
    share: 1,
    published: [0.8217, 0.8175],
  },
  eucalyptus: {
    task: "Rate how useful a eucalyptus seedlot is for soil conservation on a site of New Zealand, from none to best.",
    share: 1,
    published: [0.9119, 0.9095],
  },
  junglechess: {
    task: "Tell who wins an endgame of jungle chess with one piece a side, white to move: white, black, or a draw. Strength 0 is the rat and 7 the elephant; a piece takes what is not stronger, the rat also the elephant; who enters the other's den wins. The board has 7 files and 9 ranks, water on files 1, 2, 4 and 5 of ranks 3 to 5, dens at file 3 of ranks 0 and 8.",
    share: 1,
    published: [0.9249, 0.9354],
  },
  pc1: {
    task: "Tell which modules of a satellite's flight software had a reported defect, by static measures of their code.",
    share: 1,
    published: [0.8516, 0.8432],
  },
  "tic-tac-toe": {
    task: "Tell whether x has won a finished game of tic-tac-toe (positive), x having moved first.",
    share: 0.1,
    published: [0.806, 0.9534],
  },
};

/** Rows by header, in the order of the file. */
export interface TableRows {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Numbers of the rows that the language model may see: a fifth, at most 300, drawn by seed 17. No test of the bench holds one of them. */
  readonly shown: ReadonlySet<number>;
  readonly meanings: ReadonlyMap<string, string>;
}

const folder = resolve("../shared/data/tabular");

/** Reads a table; the target is its last column. */
export function readTable(name: string): TableRows {
  const [header = [], ...rows] = parse(readFileSync(resolve(folder, `${name}.csv`))) as string[][];
  const meanings = JSON.parse(readFileSync(resolve(folder, `${name}-metadata.json`), "utf8")) as Record<string, string>;
  const order = shuffled([...rows.keys()], random(17));
  const shown = new Set(order.slice(0, Math.min(300, Math.floor(rows.length / 5))));
  return { header, rows, shown, meanings: new Map(Object.entries(meanings).map(([key, text]) => [plain(key), text])) };
}

/** Headers and their descriptions differ in dashes and underscores. */
export function plain(header: string): string {
  return header.toLowerCase().replaceAll(/[^a-z0-9]+/g, " ");
}

/** Writes some rows of a table where a config can read them, and returns the path. */
export function writeRows(file: string, { header, rows }: Pick<TableRows, "header" | "rows">): string {
  const scratch = resolve(".kiln/bench/tables");
  mkdirSync(scratch, { recursive: true });
  const path = resolve(scratch, file);
  writeFileSync(path, [header, ...rows].map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join()}\n`).join(""));
  return path;
}
