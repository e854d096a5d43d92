import type { Place } from "../../place.ts";
import { openCsv } from "./csv.ts";
import { openJsonl } from "./jsonl.ts";
import { openParquet } from "./parquet.ts";
import { openPostgres } from "./postgres.ts";
import type { Reading, Wanted } from "./row-source.ts";
import { openSqlite } from "./sqlite.ts";

/**
 * Opens the rows of any place.
 *
 * @throws {KilnError} "data" when they cannot be read or a wanted column is missing, "usage" when the library of that form is not installed.
 */
export function openSource(place: Place, wanted: readonly Wanted[]): Promise<Reading> {
  switch (place.kind) {
    case "csv":
      return openCsv(place, wanted);
    case "jsonl":
      return openJsonl(place, wanted);
    case "parquet":
      return openParquet(place, wanted);
    case "sqlite":
      return openSqlite({ at: place.at, query: place.query }, wanted);
    case "postgres":
      return openPostgres({ at: place.at, query: place.query }, wanted);
  }
}
