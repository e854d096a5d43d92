import type { Cell, Column } from "../types.ts";
import { credentials, personal, type Secret } from "./personal-data.ts";
import { shapeOf } from "./shape.ts";

/** Characters of one cell that a prompt or a committed file shows at most. */
const longest = 700;

/**
 * The one gate through which a cell leaves the machine: what of it may be seen under the column's `send`.
 * Null for a missing cell, and for every cell of a column that is never sent.
 */
export function shown(cell: Cell, column: Column): string | null {
  if (cell === null || column.send === "never") return null;
  if (column.send === "shape") return shapeOf(String(cell));
  return shorten(masked(String(cell), column));
}

/** The whole cell without what must stay, for counting words in; only for columns whose `send` is "masked" or "values". */
export function masked(text: string, { send, kind }: Column): string {
  if (kind === "date") return text;
  const plain = odd.test(text) ? fold(text) : text;
  const open = conceal(plain, credentials);
  return send === "values" ? open : conceal(open, personal);
}

/** At most `longest` characters, never half a surrogate pair or a placeholder. */
function shorten(text: string): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/<[a-z]{0,6}$|[\ud800-\udbff]$/, "")}…`;
}

function conceal(text: string, secrets: readonly Secret[]): string {
  let out = text;
  for (const { placeholder, pattern, when, only } of secrets) {
    if (when.test(out)) out = out.replace(pattern, (found: string) => (only === undefined || only(found) ? placeholder : found));
  }
  return out;
}

const odd = /[\u00ad\u200b-\u200f\u2060\ufeff\uff01-\uff5e\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/;

/** Invisible characters dropped and foreign digits made plain, so that neither can carry a number past the patterns. */
function fold(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[\uff01-\uff5e]/g, (found) => String.fromCharCode(found.charCodeAt(0) - 0xfee0))
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (found) =>
      String((found.charCodeAt(0) - (found < "\u0900" ? 0x660 : 0x966)) % 16),
    );
}
