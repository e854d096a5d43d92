import { KilnError } from "../errors.ts";
import { quoted } from "./quoted.ts";

/** Where each named column stands in a record. Headers are only ever keys of a Map. */
type Header = ReadonlyMap<string, number>;

/**
 * Reads the names of the columns. A column without a name is let be: nothing can refer to it.
 *
 * @throws {KilnError} "data" for a name that stands twice, holds NUL, or is one that JavaScript treats as magic.
 */
export function readHeader(cells: readonly string[], where: string): Header {
  const header = new Map<string, number>();
  for (const [i, name] of cells.entries()) {
    if (name === "") continue;
    const earlier = header.get(name);
    if (earlier !== undefined) {
      throw new KilnError("data", `${where} names ${quoted(name)} twice (columns ${earlier + 1} and ${i + 1}); expected different names`);
    }
    if (magic.has(name))
      throw new KilnError("data", `${where} names a column ${quoted(name)}, which JavaScript objects reserve; rename it in the file`);
    if (name.includes("\0")) throw new KilnError("data", `${where} holds a NUL character in column ${i + 1}; expected UTF-8 text`);
    header.set(name, i);
  }
  if (header.size === 0) throw new KilnError("data", `${where} is empty; expected the names of the columns`);
  return header;
}

const magic: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * The place of a column that the config names.
 *
 * @throws {KilnError} "data" with the nearest spelling, or the names that are there.
 */
export function placeOf(header: Header, name: string, role: string, where: string): number {
  const place = header.get(name);
  if (place !== undefined) return place;
  const near = [...header.keys()].find((other) => plain(other) === plain(name));
  const names = [...header.keys()].slice(0, 20).map(quoted).join(", ");
  const hint = near === undefined ? `found ${names}${header.size > 20 ? ", …" : ""}` : `did you mean ${quoted(near)}?`;
  throw new KilnError("data", `${where} has no ${role} ${quoted(name)}; ${hint}`);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "");
}
