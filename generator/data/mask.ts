import type { Cell, Column } from "../types.ts";
import { namesIn } from "./names.ts";
import { credentials, loose, personal, type Secret } from "./personal-data.ts";
import { shapeOf } from "./shape.ts";

/** Characters of one cell that a prompt or a committed file shows at most. */
const longest = 700;
/** Characters of one cell that are searched for what must be hidden, where only its beginning is shown. */
const searched = 20_000;

/** The four letters by which equal hidden texts are told from others; see `tagger`. */
export type Tag = (text: string) => string;

/** What of a cell may be seen under the column's `send`; null for a missing cell and for every cell of a column that is never sent. */
export function shown(cell: Cell, column: Pick<Column, "send" | "kind">, tag: Tag): string | null {
  if (cell === null || column.send === "never") return null;
  const text = String(cell).slice(0, searched);
  return column.send === "shape" ? shapeOf(text) : shorten(masked(text, column, tag));
}

/** The whole cell with `<what-tag>` for what must stay; only for columns of which more than the shape may be told. */
export function masked(text: string, { send, kind }: Pick<Column, "send" | "kind">, tag: Tag): string {
  if (kind === "date" || send === "raw") return text;
  const plain = odd.test(text) ? fold(text) : text;
  const names = kind === "number" ? [] : namesIn(plain, kind === "text");
  const open = conceal(conceal(plain, credentials, tag), personal, tag);
  const nameless = hide(open, names, "name", tag);
  return send === "values" ? nameless : conceal(nameless, loose, tag);
}

/** Takes texts out wherever they stand as whole words. */
export function hide(text: string, hidden: readonly string[], what: string, tag: Tag): string {
  if (hidden.length === 0) return text;
  const any = hidden.map((one) => one.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|");
  const whole = new RegExp(`(?<![\\w<\\u00c0-\\u024f-])(?:${any})(?![\\w\\u00c0-\\u024f])`, "gi");
  return text.replace(whole, (found) => `<${what}-${tag(found)}>`);
}

/** Without the tags, so that masks of one kind count as one word. */
export function untagged(text: string): string {
  return text.replace(/<([a-z]+)-[a-z]{4}>/g, "<$1>");
}

/** At most `longest` characters, never half a surrogate pair or a placeholder. */
function shorten(text: string): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/<[a-z]{0,8}(?:-[a-z]{0,4})?$|[\ud800-\udbff]$/, "")}…`;
}

function conceal(text: string, secrets: readonly Secret[], tag: Tag): string {
  let out = text;
  for (const { placeholder, pattern, when, only } of secrets) {
    if (!when.test(out)) continue;
    out = out.replace(pattern, (found: string) =>
      only === undefined || only(found) ? placeholder.replace(">", `-${tag(found)}>`) : found,
    );
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
