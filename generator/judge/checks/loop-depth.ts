import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { issueAt, type Checked } from "../parse.ts";
import { functionOf, isFunctionNode, methodCall, type FunctionNode } from "../scope.ts";
import { hasTrait } from "../subset/library.ts";
import { limits } from "../subset/limits.ts";

/** Loops and callbacks, also through helpers, lie inside each other only so deep: the cost stays a small power of the input's length. */
export function loopDepth(checked: Checked): Issue[] {
  const known = new Map<FunctionNode, number>();
  return checked.file.statements.flatMap((statement) => {
    if (!ts.isFunctionDeclaration(statement) || statement.pos < checked.start) return [];
    const depth = depthOf(checked, statement, known);
    if (depth <= limits.loopDepth) return [];
    return [
      issueAt(
        checked,
        statement,
        "loop-depth",
        `loops and callbacks lie ${depth} deep in \`${statement.name?.text ?? ""}\`, helpers counted; at most ${limits.loopDepth} are allowed: walk the text once, or look words up in a Set or Map`,
      ),
    ];
  });
}

/** Functions call only what stands above them, so this ends. */
function depthOf(checked: Checked, outer: FunctionNode, known: Map<FunctionNode, number>): number {
  const before = known.get(outer);
  if (before !== undefined) return before;
  known.set(outer, 0);
  const deepest = (nodes: readonly (ts.Node | undefined)[]): number =>
    Math.max(0, ...nodes.map((node) => (node === undefined ? 0 : inside(node))));
  const inside = (node: ts.Node): number => {
    if (ts.isFunctionDeclaration(node) || (isFunctionNode(node) && ts.isVariableDeclaration(node.parent))) return 0;
    if (ts.isIdentifier(node)) return called(checked, node, known);
    if (ts.isForOfStatement(node)) return Math.max(inside(node.expression), 1 + inside(node.statement));
    if (ts.isForStatement(node))
      return Math.max(deepest([node.initializer]), 1 + deepest([node.condition, node.incrementor, node.statement]));
    const call = methodCall(node);
    if (call !== undefined && hasTrait(call.name, "elements")) return Math.max(inside(call.receiver), 1 + deepest(call.node.arguments));
    const children: ts.Node[] = [];
    ts.forEachChild(node, (child) => void children.push(child));
    return deepest(children);
  };
  const depth = outer.body === undefined ? 0 : inside(outer.body);
  known.set(outer, depth);
  return depth;
}

function called(checked: Checked, name: ts.Identifier, known: Map<FunctionNode, number>): number {
  if (!ts.isCallExpression(name.parent)) return 0;
  const target = functionOf(checked, name);
  return target === undefined ? 0 : depthOf(checked, target, known);
}
