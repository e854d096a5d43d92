/** Longest line that is still worth keeping on one line. */
const width = 140;

/**
 * Prints data as JSON whose diffs can be read: keys sorted by code unit, whatever fits on one line, and tables (numbers, and records
 * of short texts and numbers) always on one line. The same data prints the same bytes; -0 keeps its sign.
 *
 * @throws {Error} At a number that is not finite, and at what JSON cannot hold.
 */
export function printJson(value: unknown): string {
  return `${print(value, "")}\n`;
}

function print(value: unknown, indent: string): string {
  const flat = compact(value);
  if (typeof value !== "object" || value === null || flat.length + indent.length <= width || isTableRow(value)) return flat;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const items = Array.isArray(value)
    ? value.map((one) => print(one, inner))
    : entriesOf(value).map(([key, one]) => `${JSON.stringify(key)}: ${print(one, inner)}`);
  return `${open}\n${items.map((item) => inner + item).join(",\n")}\n${indent}${close}`;
}

function compact(value: unknown): string {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new Error(`${String(value)} cannot be stored`);
    return Object.is(value, -0) ? "-0" : String(value);
  }
  if (value === null || typeof value === "string" || typeof value === "boolean") return JSON.stringify(value);
  if (typeof value !== "object") throw new Error(`a ${typeof value} cannot be stored`);
  if (Array.isArray(value)) return `[${value.map(compact).join(", ")}]`;
  const items = entriesOf(value).map(([key, one]) => `${JSON.stringify(key)}: ${compact(one)}`);
  return items.length === 0 ? "{}" : `{ ${items.join(", ")} }`;
}

/** What is undefined is left out, as in JSON.stringify. */
function entriesOf(value: object): [string, unknown][] {
  const entries = Object.entries(value).filter((entry) => entry[1] !== undefined);
  return entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Numbers and lists of numbers, perhaps after one short text; or a record of numbers, short texts and lists of numbers. */
function isTableRow(value: object): boolean {
  if (!Array.isArray(value)) return Object.values(value).every((one: unknown) => isShort(one) || isNumbers(one));
  return value.every((one: unknown, i) => typeof one === "number" || (i === 0 ? value.length > 1 && isShort(one) : isNumbers(one)));
}

function isNumbers(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === "number");
}

/** A number, true, false, null, or a text of at most 60 characters. */
function isShort(value: unknown): boolean {
  return typeof value === "string" ? value.length <= 60 : typeof value !== "object" || value === null;
}
