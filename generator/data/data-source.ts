import type { Place } from "../place.ts";
import type { Column } from "../types.ts";
import type { TargetSource } from "./target.ts";

/** What to read, and how. */
export interface DataSource {
  readonly place: Place;
  /** Spellings of missing, besides the empty cell. */
  readonly nulls: readonly string[];
  /** More rejected rows than this stop the run. */
  readonly maxRejects: number;
  /** Of more rows than this a sample is taken, by the hash of the group, else of the ids, else of the whole row. */
  readonly maxRows: number;
  /** So, too, where their cells together have more characters than this; any cell counts as three more. */
  readonly maxCharacters: number;
  /** The declared inputs, ids included. */
  readonly columns: readonly Column[];
  readonly target: TargetSource;
  /** Headers that are known only after the fact: never offered to anything. */
  readonly leaks: readonly string[];
  /** Header of the column that orders rows in time, for a time split. */
  readonly time: string | null;
  /** Header of the column whose equal cells stay together, for a group split. */
  readonly group: string | null;
}
