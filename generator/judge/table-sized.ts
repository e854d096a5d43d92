import { ts } from "ts-morph";
import { originsOf } from "./origins.ts";
import type { Checked } from "./parse.ts";
import { changeOf } from "./changes.ts";
import { bare, declarationOf, isConst, isOwn, methodCall } from "./scope.ts";
import { limits } from "./subset/limits.ts";

/** Methods that answer no more elements than their receiver has. */
const keepsSize: ReadonlySet<string> = new Set(["map", "filter", "slice", "toSorted", "toReversed"]);

/** Whether a list is as short as what is written in the file: no row, however long, makes it longer. */
export function isTableSized(checked: Checked, expression: ts.Expression): boolean {
  const node = bare(expression);
  if (ts.isArrayLiteralExpression(node))
    return node.elements.every((element) => !ts.isSpreadElement(element) || isTableSized(checked, element.expression));
  const call = methodCall(node);
  if (call !== undefined) {
    if (call.name === "slice" && isShortSlice(call.node.arguments)) return true;
    if (ts.isIdentifier(call.receiver) && call.receiver.text === "Object") return hasKnownKeys(checked, call.node.arguments[0]);
    if (keepsSize.has(call.name) && isTableSized(checked, call.receiver)) return true;
  }
  if (ts.isIdentifier(node)) {
    const declaration = declarationOf(checked, node);
    if (declaration !== undefined && isUnchanged(checked, declaration) && isTableSized(checked, declaration.initializer)) return true;
  }
  return originsOf(checked, node) !== null;
}

/** `slice(0, 20)` and `slice(-5)`. */
function isShortSlice([start, end]: readonly ts.Expression[]): boolean {
  if (start === undefined) return false;
  if (end !== undefined) return isSmall(bare(end)) && isSmall(bare(start));
  const from = bare(start);
  return ts.isPrefixUnaryExpression(from) && from.operator === ts.SyntaxKind.MinusToken && isSmall(from.operand);
}

function isSmall(node: ts.Expression): boolean {
  return ts.isNumericLiteral(node) && Number(node.text) <= limits.repeat;
}

function hasKnownKeys(checked: Checked, table: ts.Expression | undefined): boolean {
  if (table === undefined) return false;
  const type = checked.checker.getTypeAtLocation(table);
  return type.getProperties().length > 0 && type.getStringIndexType() === undefined;
}

/** A const whose list nobody makes longer. */
function isUnchanged(
  checked: Checked,
  declaration: ts.Declaration,
): declaration is ts.VariableDeclaration & { readonly initializer: ts.Expression } {
  if (!isOwn(checked, declaration) || !ts.isVariableDeclaration(declaration)) return false;
  if (!ts.isIdentifier(declaration.name) || !isConst(declaration) || declaration.initializer === undefined) return false;
  return !checked.nodes.some((node) => {
    const target = changeOf(node)?.target;
    return target !== undefined && ts.isIdentifier(target) && declarationOf(checked, target) === declaration;
  });
}
