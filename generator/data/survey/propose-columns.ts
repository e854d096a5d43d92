import type { ColumnKind } from "../../types.ts";
import { parseDate, parseNumber } from "../cells.ts";
import { byCount } from "../by-count.ts";
import type { Survey } from "./read-survey.ts";

/** What a first config may say of a table. A proposal: a person reads it before anything is learned. */
export interface Proposal {
  /** Null where no column looks like a target. */
  readonly target: string | null;
  readonly targetKind: "class" | "number";
  readonly columns: readonly { readonly name: string; readonly kind: ColumnKind }[];
  /** Columns that say the target all by themselves. */
  readonly leaks: readonly string[];
  readonly nulls: readonly string[];
}

const spellingsOfMissing = ["NA", "N/A", "n/a", "NULL", "null", "None", "NaN", "nan", "-", "?", "\\N"];
const targetNames =
  /^(?:target|label|class|category|outcome|team|y|species|topic|intent|status|result|survived|churn(?:ed)?|default(?:ed)?)$/i;
const idNames = /(?:^|_|\b)(?:id|key|uuid|guid|nr|no)$|Id$/;
/** A column is taken for a leak when it names the class of this share of the rows, by a value that several rows share. */
const tellsAll = 0.995;
const mostClasses = 50;

/** Proposes kinds, target, leaks and spellings of missing. */
export function proposeColumns({ names, cells }: Survey, wished: string | null): Proposal {
  const present = cells.map((column) => column.filter((cell) => cell !== null && cell.trim() !== "").map((cell) => cell!.trim()));
  const nulls = spellingsOfMissing.filter((spelling) => present.some((column) => standsForMissing(column, spelling)));
  const known = present.map((column) => column.filter((cell) => !nulls.includes(cell)));
  const kinds = names.map((name, k) => kindOf(name, known[k]!, cells[k]!.length));
  const target = wished ?? targetOf(names, known, kinds);
  const at = target === null ? -1 : names.indexOf(target);
  const targetKind = at >= 0 && kinds[at] === "number" && new Set(known[at]).size > mostClasses ? "number" : "class";
  const leaks =
    at < 0 || targetKind === "number"
      ? []
      : names.filter((name, k) => k !== at && tells(cells[k]!, cells[at]!) && kinds[k] !== "id" && name !== "");
  const columns = names.flatMap((name, k) => (k === at || leaks.includes(name) ? [] : [{ name, kind: kinds[k]! }]));
  return { target, targetKind, columns, leaks, nulls };
}

/** A spelling that keeps a column from being numbers or dates, or that is common among other words. */
function standsForMissing(column: readonly string[], spelling: string): boolean {
  const others = column.filter((cell) => cell !== spelling);
  if (others.length === column.length || others.length === 0) return false;
  const few = spellingsOfMissing.includes(spelling) && spelling.length > 1;
  return (
    few ||
    others.every((cell) => parseNumber(cell) !== null || spellingsOfMissing.includes(cell)) ||
    others.every((cell) => parseDate(cell) !== null)
  );
}

function kindOf(name: string, cells: readonly string[], rows: number): ColumnKind {
  if (cells.length === 0) return "text";
  const different = new Set(cells).size;
  const unique = different === cells.length && cells.length > rows / 2;
  if (unique && (idNames.test(name) || cells.every((cell) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(cell)))) return "id";
  if (cells.every((cell) => parseDate(cell) !== null)) return "date";
  const codes = cells.some((cell) => /^0\d/.test(cell) || /^\d{16,}$/.test(cell));
  if (!codes && cells.every((cell) => parseNumber(cell) !== null)) return "number";
  const words = cells.reduce((sum, cell) => sum + cell.split(/\s+/).length, 0) / cells.length;
  return words > 3 || (different > 50 && different > cells.length / 2) ? "text" : "category";
}

/** A column of a telling name, else the last one with a few classes that each have some rows. */
function targetOf(names: readonly string[], cells: readonly (readonly string[])[], kinds: readonly ColumnKind[]): string | null {
  const named = names.filter((name, k) => targetNames.test(name) && kinds[k] !== "id" && new Set(cells[k]).size > 1);
  const fit = names.filter((_, k) => {
    const counts = byCount(cells[k]!);
    return kinds[k] === "category" && counts.length > 1 && counts.length <= mostClasses && counts.every(({ count }) => count > 1);
  });
  return named.findLast((name) => fit.includes(name)) ?? named.at(-1) ?? fit.at(-1) ?? null;
}

/** Whether cells of one column, where shared by rows, say the other column's. */
function tells(column: readonly (string | null)[], target: readonly (string | null)[]): boolean {
  const groups = groupsOf(column, target);
  const sizes = [...groups.values()];
  const rows = sizes.reduce((sum, { total }) => sum + total, 0);
  if (groups.size < 2 || rows < 20 || groups.size > rows / 5) return false;
  return sizes.reduce((sum, { most }) => sum + most, 0) / rows >= tellsAll;
}

function groupsOf(
  column: readonly (string | null)[],
  target: readonly (string | null)[],
): Map<string, { readonly total: number; readonly most: number }> {
  const labels = new Map<string, string[]>();
  for (const [i, cell] of column.entries()) {
    const list = labels.get(cell ?? "") ?? [];
    list.push(target[i] ?? "");
    labels.set(cell ?? "", list);
  }
  return new Map([...labels].map(([cell, list]) => [cell, { total: list.length, most: byCount(list)[0]?.count ?? 0 }]));
}
