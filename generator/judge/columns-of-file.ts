import { ts } from "ts-morph";
import type { Cell, Column, Row } from "../types.ts";

/** What a file's own `Row` says of rows. */
interface OwnRow {
  readonly columns: readonly Column[];
  /** A row with every null replaced where the file's type does not allow it. */
  readonly fit: (row: Row) => Row;
  /** Whether some cell may be missing. */
  readonly hasNulls: boolean;
}

/** Reads the `Row` interface of a file; a normalizer, which has none, gets one column called `value`. */
export function columnsOfFile(source: string): OwnRow {
  const file = ts.createSourceFile("/file.ts", source, ts.ScriptTarget.ES2022, true);
  const row = file.statements.find((statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === "Row");
  const members = row !== undefined && ts.isInterfaceDeclaration(row) ? row.members.filter(ts.isPropertySignature) : [];
  const columns: Column[] = [];
  const instead = new Map<string, Cell>();
  for (const { name, type } of members) {
    const property = ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "";
    const text = type?.getText(file) ?? "";
    const kind = /\bnumber\b/.test(text) ? "number" : "text";
    columns.push({ name: property, property, kind, meaning: "", send: "never" });
    if (!/\b(?:null|undefined)\b/.test(text)) instead.set(property, kind === "number" ? 0 : "");
  }
  const shown =
    columns.length > 0 ? columns : [{ name: "value", property: "value", kind: "text" as const, meaning: "", send: "never" as const }];
  return {
    columns: shown,
    hasNulls: instead.size < shown.length,
    fit: (given) => Object.fromEntries(Object.entries(given).map(([property, cell]) => [property, cell ?? instead.get(property) ?? null])),
  };
}
