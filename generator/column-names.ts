import { KilnError } from "./errors.ts";
import type { Column } from "./types.ts";

const reserved = new Set(
  (
    "__proto__ constructor prototype arguments await break case catch class const continue debugger default delete do else enum eval export " +
    "extends false finally for function if implements import in instanceof interface let new null package private protected public return " +
    "lexicon ridge static super switch this throw true try typeof var void while with yield toString valueOf hasOwnProperty"
  ).split(" "),
);

/** A column as the config writes it. */
type Written = Omit<Column, "name" | "property"> & { readonly as?: string | undefined };

/**
 * Gives each column its identifier in emitted code.
 *
 * @throws {KilnError} "config" when a name cannot be one, or two columns would share it.
 */
export function nameColumns(columns: Readonly<Record<string, Written>>): Column[] {
  const taken = new Map<string, string>();
  return Object.entries(columns).map(([name, { as, kind, meaning, send }]) => {
    const property = as ?? identifier(name);
    if (!isProperty(property)) {
      throw new KilnError(
        "config",
        `\`columns.${name}\`: ${property === "" ? "no name" : `\`${property}\``} cannot be a property in emitted code; give it one with \`as\``,
      );
    }
    const other = taken.get(property);
    if (other !== undefined)
      throw new KilnError(
        "config",
        `\`columns.${name}\` and \`columns.${other}\` would both be called \`${property}\`; rename one with \`as\``,
      );
    taken.set(property, name);
    return { name, property, kind, meaning, send };
  });
}

/** Whether emitted code can hold a column under this name. */
export function isProperty(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name) && !reserved.has(name);
}

/** A header as an identifier: kept where it is one, else the ASCII words in camelCase ("ZIP code" → zipCode). */
export function identifier(header: string): string {
  if (/^[A-Za-z_]\w*$/.test(header)) return header;
  const words = header.match(/[A-Za-z0-9]+/g) ?? [];
  const camel = words
    .map((word, i) => (i === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()))
    .join("");
  return /^\d/.test(camel) ? `_${camel}` : camel;
}
