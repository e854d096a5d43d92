import type { Config } from "./config.ts";
import { load, type Loaded } from "./data/load.ts";
import { writeRejects } from "./output/rejects.ts";

/** Reads the rows that a config names; the rejected ones are listed in `<home>/.kiln/<name>/rejects.csv`. */
export function loadRows({ data, columns, target, task, leaks, split, scratch }: Config): Promise<Loaded> {
  return load(
    {
      place: data.place,
      nulls: data.nulls,
      maxRejects: data.maxRejects,
      maxRows: data.maxRows,
      columns,
      target: { kind: target.kind, column: target.column, sentence: task, merge: new Map(Object.entries(target.merge)) },
      leaks,
      time: split.kind === "time" ? split.column : null,
      group: split.kind === "group" ? split.column : null,
    },
    (rejects) => writeRejects(scratch, rejects),
  );
}
