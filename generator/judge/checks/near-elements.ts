import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { isBounded } from "../bounds.ts";
import { changeOf } from "../changes.ts";
import { isInPlace } from "../in-place.ts";
import { excerpt, issueAt, type Checked } from "../parse.ts";
import { bare, declarationOf } from "../scope.ts";
import { limits } from "../subset/limits.ts";

/** Elements are written near the list's end at the most: an index far beyond it makes a list as long as the index says. */
export function nearElements(checked: Checked): Issue[] {
  return checked.nodes.flatMap((node) => {
    const change = changeOf(node);
    if (change?.kind !== "element" || isInPlace(checked, change)) return [];
    const written = ts.isBinaryExpression(node) ? bare(node.left) : change.target.parent;
    if (!ts.isElementAccessExpression(written)) return [];
    const index = written.argumentExpression;
    const isKey = (checked.checker.getTypeAtLocation(index).flags & ts.TypeFlags.StringLike) !== 0;
    if (isKey || isKeyOfUnion(checked, index) || isBounded(checked, index, "above") || isStepped(checked, index)) return [];
    return [
      issueAt(
        checked,
        node,
        "near-elements",
        `\`${excerpt(checked, written)}\` at an index that could be anything; use push(), a counter, or a bounded index: \`list[Math.min(i, 99)]\``,
      ),
    ];
  });
}

function isKeyOfUnion({ checker }: Checked, index: ts.Expression): boolean {
  const type = checker.getTypeAtLocation(index);
  return type.isUnion() && type.types.every((part) => part.isStringLiteral());
}

/** A `let` that starts small and goes up by small steps: it is no larger than the work that was done. */
function isStepped(checked: Checked, index: ts.Expression): boolean {
  const name = bare(index);
  const declaration = ts.isIdentifier(name) ? declarationOf(checked, name) : undefined;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return false;
  if (!isBounded(checked, declaration.initializer, "above")) return false;
  return checked.nodes.every((node) => {
    const change = changeOf(node);
    if (change?.kind !== "assignment" || !ts.isIdentifier(change.target) || declarationOf(checked, change.target) !== declaration)
      return true;
    if (!ts.isBinaryExpression(node)) return true;
    if (node.operatorToken.kind === ts.SyntaxKind.EqualsToken)
      return isBounded(checked, node.right, "above") || isStep(checked, node.right, declaration);
    return [ts.SyntaxKind.PlusEqualsToken, ts.SyntaxKind.MinusEqualsToken].includes(node.operatorToken.kind) && isSmall(node.right);
  });
}

/** `i + 1`. */
function isStep(checked: Checked, expression: ts.Expression, declaration: ts.Declaration): boolean {
  const node = bare(expression);
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return false;
  const left = bare(node.left);
  return ts.isIdentifier(left) && declarationOf(checked, left) === declaration && isSmall(node.right);
}

function isSmall(expression: ts.Expression): boolean {
  const node = bare(expression);
  return ts.isNumericLiteral(node) && Number(node.text) <= limits.loopCount;
}
