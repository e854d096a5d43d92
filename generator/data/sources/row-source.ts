import type { Reject } from "../../types.ts";

/** A column that somebody needs, and as what: "target column", "leak", … */
export interface Wanted {
  readonly name: string;
  readonly role: string;
}

/**
 * One record: the cells of the wanted columns as text, in their order; null where the source itself says that there is none.
 * `line` is the physical line on which it starts; in sources without lines (Parquet, SQL) the number of the record, from 1.
 */
export interface SourceRecord {
  readonly line: number;
  readonly cells: readonly (string | null)[];
}

/** A pass over the rows of a source, in its order. */
export interface Reading {
  /** Once. Ends early with a KilnError when a wanted column is not there. */
  readonly batches: AsyncIterable<readonly (SourceRecord | Reject)[]>;
  /** Share of the source that was read, in [0, 1]; null where nobody knows how much there is. */
  readonly share: () => number | null;
  /** After the last batch: the hash of a file's bytes (null without a file), and every column that was seen. */
  readonly facts: () => { readonly sha256: string | null; readonly names: readonly string[] };
}
