import type { UserConfig } from "../../generator/config.ts";
import { plain, readTable, sets, writeRows } from "./sets.ts";

/** The config of a table: every column under its published description, everything may be sent, one round and its repair. */
export function tableConfig(name: string): UserConfig {
  const { header, rows, shown, meanings } = readTable(name);
  const target = header.at(-1)!;
  const columns = header.slice(0, -1).map((column, j) => {
    const numeric = rows.every((row) => row[j] === "" || nulls.includes(row[j]!) || !Number.isNaN(Number(row[j])));
    const meaning = meanings.get(plain(column)) ?? column;
    return [column, { kind: numeric ? "number" : "category", meaning, send: "values" }] as const;
  });
  return {
    name,
    task: sets[name]!.task,
    root: "..",
    data: { file: writeRows(`${name}-shown.csv`, { header, rows: rows.filter((_, i) => shown.has(i)) }), nulls: [...nulls] },
    target: { column: target },
    columns: Object.fromEntries(columns),
    split: { kind: "random", holdout: 0.05 },
    author: {
      model: "claude",
      rounds: 1,
      candidates: 10,
      normalizers: 0,
      examples: 24,
      maxOutputTokens: 15_000,
      budget: { calls: 10, inputTokens: 40_000, outputTokens: 30_000 },
    },
  };
}

const nulls = ["nan", "NaN", "?"];
