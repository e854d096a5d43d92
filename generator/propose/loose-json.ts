/** JSON in a text that may say more than JSON. */

const stringOrComma = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|,(?=\s*[}\]])/g;
const stringOrBracket = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|[{}[\]]/g;
const escapeOrControl = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|\\|\p{Cc}/gu;

/** The JSON value of a text: all of it, or what stands between its first and last bracket; undefined when there is none. */
export function parseLoose(text: string): unknown {
  const whole = text.trim();
  for (const part of [whole, span(whole, "{", "}"), span(whole, "[", "]")]) {
    const value = parseMended(part);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Every object that begins with the given key, found by that key and parsed for itself; null stands for one that is cut off or broken. */
export function objectsStartingWith(key: string, text: string): unknown[] {
  const found: unknown[] = [];
  let end = 0;
  for (const { index } of text.matchAll(new RegExp(`\\{\\s*"${key}"\\s*:`, "g"))) {
    if (index < end) continue;
    const close = closing(text, index);
    const value = close === -1 ? undefined : parseMended(text.slice(index, close));
    if (value !== undefined) end = close;
    found.push(value ?? null);
  }
  return found;
}

function parseMended(text: string): unknown {
  return parse(text) ?? parse(mend(text));
}

function span(text: string, open: string, close: string): string {
  const from = text.indexOf(open);
  return from === -1 ? "" : text.slice(from, text.lastIndexOf(close) + 1);
}

/** Where the bracket that opens at `from` is closed, exclusive; -1 when it is not. */
function closing(text: string, from: number): number {
  let depth = 0;
  for (const { 0: token, index } of text.slice(from).matchAll(stringOrBracket)) {
    if (token === "{" || token === "[") depth += 1;
    if (token === "}" || token === "]") depth -= 1;
    if (depth === 0) return from + index + 1;
  }
  return -1;
}

/** Repairs what models get wrong in JSON: a regex's backslash written once, a line break inside a string, a comma before a bracket. */
function mend(text: string): string {
  return text.replace(stringOrComma, (token) => (token === "," ? "" : token.replace(escapeOrControl, mendEscape)));
}

function mendEscape(found: string): string {
  if (found === "\\") return "\\\\";
  return found.length === 1 ? JSON.stringify(found).slice(1, -1) : found;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
