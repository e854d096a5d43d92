import { ts } from "ts-morph";
import { bare, methodCall, type Change } from "./scope.ts";
import { hasTrait } from "./subset/library.ts";
import { assignments } from "./subset/operators.ts";

/** What a node changes, if it is an assignment, `++`, `--`, or a call of a method that mutates. */
export function changeOf(node: ts.Node): Change | undefined {
  if (ts.isBinaryExpression(node) && assignments.has(node.operatorToken.kind)) return assigned(node, node.left);
  if ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && isStep(node.operator)) return assigned(node, node.operand);
  const call = methodCall(node);
  return call !== undefined && hasTrait(call.name, "mutates") ? { node, target: call.receiver, kind: "mutation" } : undefined;
}

function assigned(node: ts.Node, left: ts.Expression): Change {
  const target = bare(left);
  if (ts.isElementAccessExpression(target)) return { node, target: bare(target.expression), kind: "element" };
  if (ts.isPropertyAccessExpression(target)) return { node, target: bare(target.expression), kind: "property" };
  return { node, target, kind: "assignment" };
}

function isStep(operator: ts.SyntaxKind): boolean {
  return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
}
