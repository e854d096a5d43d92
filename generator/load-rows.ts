import type { Config } from "./config.ts";
import { type Fresh, loadFresh } from "./data/fresh.ts";
import { load, type Loaded } from "./data/load.ts";
import { readModels } from "./output/models.ts";
import { writeRejects } from "./output/rejects.ts";
import type { Place } from "./place.ts";

/** Reads the rows that a config names; the rejected ones are listed in `<home>/.kiln/<name>/rejects.csv`. */
export function loadRows({ data, columns, target, task, leaks, split, scratch }: Config): Promise<Loaded> {
  return load(
    {
      place: data.place,
      nulls: data.nulls,
      maxRejects: data.maxRejects,
      maxRows: data.maxRows,
      maxCharacters: data.maxCharacters,
      columns,
      target: { kind: target.kind, column: target.column, sentence: task, merge: new Map(Object.entries(target.merge)) },
      leaks,
      time: split.kind === "time" ? split.column : null,
      group: split.kind === "group" ? split.column : null,
    },
    (rejects) => writeRejects(scratch, "rejects.csv", rejects),
  );
}

/** Reads rows of another place as the pipeline that was learned would: by its task, its columns and its spellings of missing. */
export async function loadFreshRows({ data, columns, target, models }: Config, place: Place): Promise<Fresh> {
  const { learned } = await readModels(models);
  return loadFresh({ place, nulls: data.nulls, columns, task: learned.task, merge: new Map(Object.entries(target.merge)) });
}
