import { ts } from "ts-morph";
import { changeOf } from "./changes.ts";
import type { Checked } from "./parse.ts";
import { isScalar } from "./scalars.ts";
import { bare, declarationOf, enclosingFunction, functionOf, isConst, methodCall, within } from "./scope.ts";
import { hasTrait } from "./subset/library.ts";

/** Methods that answer one of the things that a list, set or map holds. */
const picks: ReadonlySet<string> = new Set(["get", "at", "pop", "shift", "find", "findLast"]);

/** Whether an expression makes a new array, object, set or map that nobody else can hold. */
export function isFresh(expression: ts.Expression | undefined): boolean {
  if (expression === undefined) return false;
  const value = bare(expression);
  if (ts.isArrayLiteralExpression(value) || ts.isObjectLiteralExpression(value) || ts.isNewExpression(value)) return true;
  if (ts.isConditionalExpression(value)) return isFresh(value.whenTrue) && isFresh(value.whenFalse);
  const call = methodCall(value);
  if (call === undefined) return false;
  if (hasTrait(call.name, "returnsReceiver")) return isFresh(call.receiver);
  if (ts.isIdentifier(call.receiver) && call.receiver.text === "Object") return true;
  return hasTrait(call.name, "fresh") && !hasTrait(call.name, "live");
}

/** Whether a variable of a function holds only what that function made: new arrays, objects, sets and maps, those of other such variables, and those that such a one holds. */
export function isOwned(checked: Checked, declaration: ts.Declaration, asked: Set<ts.Declaration> = new Set()): boolean {
  if (asked.has(declaration)) return true;
  asked.add(declaration);
  if (!ts.isVariableDeclaration(declaration) || enclosingFunction(declaration) === undefined) return false;
  return valuesOf(checked, declaration).every((value) => isOwnedValue(checked, value, asked));
}

function isOwnedValue(checked: Checked, expression: ts.Expression, asked: Set<ts.Declaration>): boolean {
  const value = bare(expression);
  const own = (inner: ts.Expression): boolean => isOwnedValue(checked, inner, asked);
  if (isFresh(value)) return true;
  if (ts.isConditionalExpression(value)) return own(value.whenTrue) && own(value.whenFalse);
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
    return own(value.left) && own(value.right);
  const holder = holderOf(value);
  const name = holder ?? value;
  const declaration = ts.isIdentifier(name) ? declarationOf(checked, name) : undefined;
  if (declaration === undefined) return false;
  return holder === undefined ? isOwned(checked, declaration, asked) : holdsOwn(checked, declaration, asked);
}

/** The list or map out of which an expression picks one: `map.get(key)`, `list[i]`. */
function holderOf(value: ts.Expression): ts.Expression | undefined {
  if (ts.isElementAccessExpression(value)) return bare(value.expression);
  const call = methodCall(value);
  return call !== undefined && picks.has(call.name) ? call.receiver : undefined;
}

/** Whether a variable is owned, and so is everything that was ever put into it; under no other name could anything else be. */
function holdsOwn(checked: Checked, declaration: ts.Declaration, asked: Set<ts.Declaration>): boolean {
  if (!isOwned(checked, declaration, asked) || !ts.isVariableDeclaration(declaration) || isHeldElsewhere(checked, declaration))
    return false;
  const fits = (value: ts.Expression): boolean => isScalar(checked.checker.getTypeAtLocation(value)) || isOwnedValue(checked, value, asked);
  const put = checked.nodes.flatMap((node): readonly ts.Expression[] => {
    const change = changeOf(node);
    if (change === undefined || !ts.isIdentifier(change.target) || declarationOf(checked, change.target) !== declaration) return [];
    if (ts.isCallExpression(node)) return node.arguments;
    return change.kind === "assignment" || !ts.isBinaryExpression(node) ? [] : [node.right];
  });
  return put.every(fits) && valuesOf(checked, declaration).every((value) => contentsOf(value)?.every(fits) ?? false);
}

/** What a new list, set or map starts with; undefined where that cannot be told. */
function contentsOf(expression: ts.Expression): readonly ts.Expression[] | undefined {
  const value = bare(expression);
  if (ts.isArrayLiteralExpression(value)) return value.elements;
  if (ts.isNewExpression(value)) {
    const [start] = value.arguments ?? [];
    return start === undefined
      ? []
      : ts.isArrayLiteralExpression(start)
        ? start.elements.flatMap((one) => contentsOf(one) ?? [one])
        : undefined;
  }
  const call = methodCall(value);
  const change = call?.node.arguments.find(ts.isArrowFunction);
  if (call === undefined || change === undefined || (call.name !== "map" && call.name !== "from")) return undefined;
  return ts.isBlock(change.body) ? undefined : [change.body];
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

/** Whether some use of the variable could give its object another name. */
export function isHeldElsewhere(checked: Checked, declaration: ts.Declaration): boolean {
  const around = enclosingFunction(declaration);
  if (around === undefined) return true;
  return within(checked, around).some(
    (node) =>
      ts.isIdentifier(node) && node.parent !== declaration && declarationOf(checked, node) === declaration && !isPassing(checked, node),
  );
}

/** Uses that read the object and keep nothing of it. */
function isPassing(checked: Checked, name: ts.Identifier): boolean {
  const { parent } = name;
  const isRead = (node: ts.Node): boolean => isScalar(checked.checker.getTypeAtLocation(node));
  if (ts.isPropertyAccessExpression(parent)) {
    const call = methodCall(parent.parent);
    if (call === undefined || call.receiver !== name) return true;
    if (hasTrait(call.name, "live")) return ts.isForOfStatement(call.node.parent) || ts.isSpreadElement(call.node.parent);
    return !hasTrait(call.name, "returnsReceiver") || ts.isExpressionStatement(call.node.parent);
  }
  if (ts.isElementAccessExpression(parent)) return parent.expression === name;
  if (ts.isCallExpression(parent) && parent.arguments.includes(name)) {
    const call = methodCall(parent);
    if (call !== undefined) return call.name === "concat" || (!hasTrait(call.name, "mutates") && isRead(parent));
    return isRead(parent) || (ts.isIdentifier(parent.expression) && functionOf(checked, parent.expression) === undefined);
  }
  if (ts.isNewExpression(parent)) return true;
  return ts.isForOfStatement(parent) || ts.isSpreadElement(parent) || isLastUse(checked, name);
}

/** Returned by the function that made it, not by a callback inside. */
function isLastUse(checked: Checked, name: ts.Identifier): boolean {
  const declaration = declarationOf(checked, name);
  return ts.isReturnStatement(name.parent) && declaration !== undefined && enclosingFunction(declaration) === enclosingFunction(name);
}
