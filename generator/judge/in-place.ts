import { ts } from "ts-morph";
import type { Checked } from "./parse.ts";
import { bare, conjuncts, declarationOf, methodCall, type Change } from "./scope.ts";

/** Whether a change writes an element that is there: its index is the counter of a loop `i < list.length`, or the index of `list.entries()`. */
export function isInPlace(checked: Checked, { node, target, kind }: Change): boolean {
  if (kind !== "element" || !ts.isIdentifier(target)) return false;
  const written = ts.isBinaryExpression(node) ? bare(node.left) : target.parent;
  const index = ts.isElementAccessExpression(written) ? bare(written.argumentExpression) : undefined;
  const counter = index !== undefined && ts.isIdentifier(index) ? declarationOf(checked, index) : undefined;
  const list = declarationOf(checked, target);
  if (counter === undefined || list === undefined) return false;
  const isList = (name: ts.Expression): boolean => ts.isIdentifier(name) && declarationOf(checked, name) === list;
  if (ts.isBindingElement(counter)) {
    const loop = counter.parent.parent.parent.parent;
    const walked = ts.isForOfStatement(loop) ? methodCall(bare(loop.expression)) : undefined;
    return walked?.name === "entries" && isList(walked.receiver) && counter.parent.elements[0] === counter;
  }
  const loop = counter.parent.parent;
  if (!ts.isForStatement(loop) || loop.condition === undefined) return false;
  return conjuncts(loop.condition).some((part) => {
    if (!ts.isBinaryExpression(part) || part.operatorToken.kind !== ts.SyntaxKind.LessThanToken) return false;
    const [left, right] = [bare(part.left), bare(part.right)];
    return (
      ts.isIdentifier(left) &&
      declarationOf(checked, left) === counter &&
      ts.isPropertyAccessExpression(right) &&
      right.name.text === "length" &&
      isList(bare(right.expression))
    );
  });
}
