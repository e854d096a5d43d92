import { ts } from "ts-morph";

const F = ts.TypeFlags;

/** A number, truth value or nothing: holds no part of a text or list. */
export function isBare(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.every(isBare);
  return (type.flags & (F.NumberLike | F.BooleanLike | F.Null | F.Undefined | F.Void)) !== 0;
}

/** The same, or a text: cannot be another name of a list, set or map. */
export function isScalar(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.every(isScalar);
  return (type.flags & F.StringLike) !== 0 || isBare(type);
}
