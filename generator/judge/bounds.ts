import { ts } from "ts-morph";
import { changeOf } from "./changes.ts";
import type { Checked } from "./parse.ts";
import { bare, declarationOf, isConst, isOwn, methodCall } from "./scope.ts";
import { hasTrait } from "./subset/library.ts";
import { limits } from "./subset/limits.ts";

const K = ts.SyntaxKind;

type Side = "above" | "below";

const other: Readonly<Record<Side, Side>> = { above: "below", below: "above" };

/**
 * Whether a number is bounded from one side by small literals and by lengths: then a loop between two such ends is finite.
 * NaN counts as bounded, since every comparison with it fails and the loop ends.
 */
export function isBounded(checked: Checked, expression: ts.Expression, side: Side, depth = 0): boolean {
  const node = bare(expression);
  const ask = (inner: ts.Expression | undefined, which: Side = side): boolean =>
    inner !== undefined && isBounded(checked, inner, which, depth);
  if (ts.isNumericLiteral(node)) return Number(node.text) <= limits.loopCount;
  if (ts.isPrefixUnaryExpression(node)) return node.operator === K.MinusToken && ask(node.operand, other[side]);
  if (ts.isPropertyAccessExpression(node)) return hasTrait(node.name.text, "position") && isFromLibrary(checked, node.name);
  if (ts.isConditionalExpression(node)) return ask(node.whenTrue) && ask(node.whenFalse);
  if (ts.isBinaryExpression(node)) return binary(node, ask, side);
  if (ts.isCallExpression(node)) return call(node, ask, side);
  return ts.isIdentifier(node) && depth < 3 && variable(checked, node, side, depth + 1);
}

function binary(
  { left, operatorToken, right }: ts.BinaryExpression,
  ask: (inner: ts.Expression, which?: Side) => boolean,
  side: Side,
): boolean {
  switch (operatorToken.kind) {
    case K.PlusToken:
    case K.QuestionQuestionToken:
      return ask(left) && ask(right);
    case K.MinusToken:
      return ask(left) && ask(right, other[side]);
    case K.PercentToken:
      return ask(right, "above") && ask(right, "below");
    case K.SlashToken:
      return ask(left) && literal(right) >= 1;
    case K.AsteriskToken:
      return (!isProduct(left) && ask(left) && literal(right) <= 10) || (!isProduct(right) && ask(right) && literal(left) <= 10);
    default:
      return false;
  }
}

/** Ten times ten times ten is not small. */
function isProduct(expression: ts.Expression): boolean {
  const node = bare(expression);
  return ts.isBinaryExpression(node) && node.operatorToken.kind === K.AsteriskToken;
}

function literal(expression: ts.Expression): number {
  const node = bare(expression);
  return ts.isNumericLiteral(node) ? Number(node.text) : Number.NaN;
}

function call(node: ts.CallExpression, ask: (inner: ts.Expression | undefined, which?: Side) => boolean, side: Side): boolean {
  const method = methodCall(node);
  if (method === undefined) return false;
  if (ts.isIdentifier(method.receiver) && method.receiver.text === "Math") {
    const [first] = node.arguments;
    if (method.name === "min" || method.name === "max") {
      const some = (method.name === "min") === (side === "above");
      return some
        ? node.arguments.some((argument) => ask(argument))
        : node.arguments.length > 0 && node.arguments.every((argument) => ask(argument));
    }
    if (["floor", "ceil", "round", "trunc"].includes(method.name)) return ask(first);
    return method.name === "abs" && ask(first, "above") && ask(first, "below");
  }
  return hasTrait(method.name, "position");
}

function isFromLibrary(checked: Checked, name: ts.MemberName): boolean {
  const declaration = ts.isIdentifier(name) ? declarationOf(checked, name) : undefined;
  return declaration !== undefined && !isOwn(checked, declaration);
}

/** A const with a bounded value, at most three consts away, or the variable of an enclosing `for`, which is checked for itself. */
function variable(checked: Checked, name: ts.Identifier, side: Side, depth: number): boolean {
  const declaration = declarationOf(checked, name);
  if (declaration === undefined || !isOwn(checked, declaration)) return false;
  if (ts.isBindingElement(declaration) || ts.isParameter(declaration)) return isIndex(checked, declaration);
  if (!ts.isVariableDeclaration(declaration)) return false;
  const loop = declaration.parent.parent;
  if (ts.isForStatement(loop))
    return (
      isCounter(loop, name.text) || (declaration.initializer !== undefined && isBounded(checked, declaration.initializer, side, depth))
    );
  return isConst(declaration) && declaration.initializer !== undefined && isBounded(checked, declaration.initializer, side, depth);
}

/** Whether the step of a loop moves this variable. */
function isCounter({ incrementor }: ts.ForStatement, name: string): boolean {
  if (incrementor === undefined) return false;
  const target = changeOf(bare(incrementor))?.target;
  return target !== undefined && ts.isIdentifier(target) && target.text === name;
}

/** The index in `for (const [i, x] of list.entries())` and in `list.map((x, i) => …)`. */
function isIndex(checked: Checked, declaration: ts.BindingElement | ts.ParameterDeclaration): boolean {
  if (ts.isParameter(declaration)) {
    const call = ts.isArrowFunction(declaration.parent) ? methodCall(declaration.parent.parent) : undefined;
    return (
      call !== undefined &&
      call.name !== "reduce" &&
      hasTrait(call.name, "elements") &&
      declaration.parent.parameters.indexOf(declaration) === 1 &&
      call.name !== "sort" &&
      call.name !== "toSorted"
    );
  }
  const loop = declaration.parent.parent.parent.parent;
  if (!ts.isForOfStatement(loop) || !ts.isArrayBindingPattern(declaration.parent) || declaration.parent.elements[0] !== declaration)
    return false;
  const call = methodCall(bare(loop.expression));
  return call?.name === "entries" && checked.checker.getTypeAtLocation(call.receiver).getProperty("map") !== undefined;
}
