import { unit, unseen } from "./unseen.ts";

/** What emitted code may hold as data. Object keys are data too. */
type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * Prints data as a TypeScript expression: the only way in which text from outside enters emitted code.
 * Characters that a reader cannot see or that reorder a line (controls, odd spaces, bidi marks, lone surrogates) are escaped.
 *
 * @throws {Error} At a number that is not finite.
 */
export function literal(value: Plain): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return numberLiteral(value);
  if (typeof value === "string") return stringLiteral(value);
  if (isList(value)) return `[${value.map(literal).join(", ")}]`;
  const entries = Object.entries(value).map(([key, one]) => `${keyLiteral(key)}: ${literal(one)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** A key of an object literal. `__proto__` is computed, because the plain form would set the prototype. */
export function keyLiteral(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : stringLiteral(key);
}

/** Text between the backticks of a template literal, line breaks kept as they are. */
export function templateText(lines: readonly string[]): string {
  return lines
    .map((line) => escapeUnseen(JSON.stringify(line).slice(1, -1).replaceAll('\\"', '"')).replaceAll("`", "\\`").replaceAll("${", "\\${"))
    .join("\n");
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

function stringLiteral(text: string): string {
  return escapeUnseen(JSON.stringify(text));
}

function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`a number of emitted code is ${String(value)}`);
  return Object.is(value, -0) ? "-0" : String(value);
}

/** JSON has escaped the C0 controls and lone surrogates already. */
function escapeUnseen(text: string): string {
  return text.replace(unseen, (found) => Array.from(found.split(""), (one) => unit(one.charCodeAt(0))).join(""));
}
