import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { issueAt, type Checked } from "../parse.ts";
import { bare, contains, declarationOf, enclosingFunction, functionOf, isOwn, isReference, methodCall } from "../scope.ts";

/** Functions are called or given to a listed method, never kept as values; each calls only functions that stand above it, so there is no recursion. */
export function plainFunctions(checked: Checked): Issue[] {
  return checked.nodes.flatMap((node) => {
    if (ts.isArrowFunction(node)) return arrow(checked, node);
    return ts.isIdentifier(node) && isReference(node) ? reference(checked, node) : [];
  });
}

function arrow(checked: Checked, node: ts.ArrowFunction): Issue[] {
  const { parent } = node;
  if (ts.isCallExpression(parent) && methodCall(parent) !== undefined && parent.arguments.includes(node)) return [];
  if (ts.isVariableDeclaration(parent) && (ts.getCombinedNodeFlags(parent) & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const) return [];
  return [
    issueAt(
      checked,
      node,
      "plain-functions",
      "an arrow function as a value; give it to a method directly, or name it: `const helper = (text: string): boolean => …`",
    ),
  ];
}

function reference(checked: Checked, name: ts.Identifier): Issue[] {
  const issue = (message: string): Issue[] => [issueAt(checked, name, "plain-functions", message)];
  const called = functionOf(checked, name);
  if (called === undefined) return laterVariable(checked, name);
  const { parent } = name;
  if (!ts.isCallExpression(parent)) return issue(`the function \`${name.text}\` as a value; call it, or give it to a method directly`);
  if (parent.expression !== name && methodCall(parent) === undefined)
    return issue(`the function \`${name.text}\` as an argument of an own function; call it there by its name`);
  if (contains(called, name)) return issue(`\`${name.text}\` calls itself; write a loop over a list`);
  if (called.pos > name.pos) return issue(`\`${name.text}\` is called above its declaration; move the helper above its callers`);
  return enclosingFunction(name) === undefined ? issue(`\`${name.text}\` is called at module level; write literals there`) : [];
}

/** A callback could read a variable before it has its value, which throws. */
function laterVariable(checked: Checked, name: ts.Identifier): Issue[] {
  const declaration = declarationOf(checked, name);
  if (declaration === undefined || !isOwn(checked, declaration) || !ts.isVariableDeclaration(declaration)) return [];
  const late = declaration.pos > name.pos && enclosingFunction(declaration) !== undefined;
  const inside =
    declaration.initializer !== undefined && ts.isArrowFunction(bare(declaration.initializer))
      ? false
      : declaration.initializer !== undefined && contains(declaration.initializer, name);
  return late || inside
    ? [issueAt(checked, name, "plain-functions", `\`${name.text}\` is read before it is declared; declare it above`)]
    : [];
}
