import { ts } from "ts-morph";
import { changeOf } from "./changes.ts";
import type { Checked } from "./parse.ts";
import { bare, declarationOf, enclosingFunction, isConst, methodCall } from "./scope.ts";
import { hasTrait } from "./subset/library.ts";

/** Whether an expression makes a new array, set or map that nobody else can hold. */
export function isFresh(expression: ts.Expression | undefined): boolean {
  if (expression === undefined) return false;
  const value = bare(expression);
  if (ts.isArrayLiteralExpression(value) || ts.isNewExpression(value)) return true;
  if (ts.isConditionalExpression(value)) return isFresh(value.whenTrue) && isFresh(value.whenFalse);
  const call = methodCall(value);
  if (call === undefined) return false;
  if (hasTrait(call.name, "returnsReceiver")) return isFresh(call.receiver);
  if (ts.isIdentifier(call.receiver) && call.receiver.text === "Object") return true;
  return hasTrait(call.name, "fresh") && !hasTrait(call.name, "live");
}

/** Whether a variable of a function holds only what that function made: new arrays, sets and maps, and those of other such variables. */
export function isOwned(checked: Checked, declaration: ts.Declaration, asked: Set<ts.Declaration> = new Set()): boolean {
  if (asked.has(declaration)) return true;
  asked.add(declaration);
  if (!ts.isVariableDeclaration(declaration) || enclosingFunction(declaration) === undefined) return false;
  return valuesOf(checked, declaration).every((value) => {
    const held = bare(value);
    const other = ts.isIdentifier(held) ? declarationOf(checked, held) : undefined;
    return other === undefined ? isFresh(held) : isOwned(checked, other, asked);
  });
}

/** Whether every value that the variable ever gets is new. */
export function isAlwaysFresh(checked: Checked, declaration: ts.Declaration): boolean {
  return ts.isVariableDeclaration(declaration) && valuesOf(checked, declaration).every(isFresh);
}

/** The initializer, and the right sides of all assignments. A name without one is given by its context, so itself stands for it. */
function valuesOf(checked: Checked, declaration: ts.VariableDeclaration): readonly ts.Expression[] {
  const { name, initializer } = declaration;
  if (!ts.isIdentifier(name) || initializer === undefined) return [ts.factory.createNull()];
  if (isConst(declaration)) return [initializer];
  const assigned = checked.nodes.flatMap((node) => {
    const change = changeOf(node);
    if (change?.kind !== "assignment" || !ts.isIdentifier(change.target) || declarationOf(checked, change.target) !== declaration)
      return [];
    return [ts.isBinaryExpression(node) ? node.right : change.target];
  });
  return [initializer, ...assigned];
}
