import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Dataset } from "../../generator/types.ts";

/** One fit of the peer: on these rows, asked about those; with fields also on categories and numbers, one column a value. */
export interface PeerTask {
  readonly train: Dataset;
  readonly test: Dataset;
  readonly withFields: boolean;
}

/**
 * TF-IDF of words and pairs, then logistic regression (C = 10, balanced classes), by scikit-learn: n × classes shares for each task.
 *
 * @returns Null where there is no Debian Python with scikit-learn.
 */
export function logisticRegressions(tasks: readonly PeerTask[]): Float64Array[] | null {
  const folder = mkdtempSync(join(tmpdir(), "kiln-peer-"));
  try {
    writeFileSync(join(folder, "tasks.json"), JSON.stringify(tasks.map(printTask)));
    const { status, stdout, stderr } = spawnSync("/usr/bin/python3", ["bench/text/peer.py", join(folder, "tasks.json")], {
      encoding: "utf8",
      maxBuffer: 2 ** 30,
    });
    if (status !== 0) {
      if (/No module named/.test(stderr ?? "")) return null;
      throw new Error(`the peer failed: ${stderr}`);
    }
    return stdout
      .trimEnd()
      .split("\n")
      .map((line, i) => sharesOf(JSON.parse(line) as Said, tasks[i]!));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Said {
  readonly classes: readonly number[];
  readonly shares: readonly (readonly number[])[];
}

/** A class that the peer has not seen has no share. */
function sharesOf({ classes, shares }: Said, { test: { task } }: PeerTask): Float64Array {
  if (task.kind !== "class") throw new Error("the peer tells classes apart");
  return Float64Array.from(shares.flatMap((row) => task.classes.map((_, k) => (classes.includes(k) ? row[classes.indexOf(k)]! : 0))));
}

function printTask({ train, test, withFields }: PeerTask): unknown {
  return {
    train: textsOf(train),
    labels: [...train.target],
    test: textsOf(test),
    fields: withFields ? [...fieldsOf(train), ...fieldsOf(test)] : null,
  };
}

function textsOf({ columns, rows }: Dataset): string[] {
  const texts = columns.filter(({ kind }) => kind === "text");
  return rows.map((row) => texts.map(({ property }) => row[property] ?? "").join("\n"));
}

function fieldsOf({ columns, rows }: Dataset): unknown[] {
  const fields = columns.filter(({ kind }) => kind === "category");
  return rows.map((row) => fields.map(({ property }) => [property, String(row[property] ?? "")]));
}
