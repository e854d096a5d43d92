import { keyLiteral, literal } from "./literal.ts";

/** A property of an object in emitted code: with a dot where that is possible. */
export function member(object: string, property: string): string {
  const key = keyLiteral(property);
  return key === property ? `${object}.${property}` : `${object}[${literal(property)}]`;
}
