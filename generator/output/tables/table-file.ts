/** A column of a table that is written. */
export interface TableColumn {
  readonly name: string;
  readonly kind: "integer" | "number" | "text";
}

export type TableCell = string | number | null;

/** A table under way. Nobody sees it before it is finished. */
export interface TableFile {
  /** Rows in the order of the columns. */
  readonly write: (rows: readonly (readonly TableCell[])[]) => Promise<void>;
  /** Puts the file in place, all at once. */
  readonly finish: () => Promise<void>;
  /** Leaves nothing behind. */
  readonly abandon: () => Promise<void>;
}
