import { ts } from "ts-morph";
import { changeOf } from "./changes.ts";
import type { Checked } from "./parse.ts";
import { bare, declarationOf, functionOf, isConst, isOwn, methodCall, type FunctionNode } from "./scope.ts";
import { hasTrait } from "./subset/library.ts";

/** Methods that answer their receiver, a part of it, or a new list of its elements. */
const handsOn: ReadonlySet<string> = new Set([
  "entries",
  "values",
  "keys",
  "slice",
  "filter",
  "find",
  "findLast",
  "at",
  "get",
  "concat",
  "flat",
  "toReversed",
  "toSorted",
]);

/** The literals that a value is, or is a part of; null when it comes from data. Follows consts, loop variables, parameters to their callers. */
export function originsOf(checked: Checked, expression: ts.Expression): readonly ts.Expression[] | null {
  return follow(checked, new Set(), expression);
}

function follow(checked: Checked, seen: Set<ts.Node>, expression: ts.Expression): readonly ts.Expression[] | null {
  const node = bare(expression);
  if (ts.isLiteralExpression(node) || node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === "undefined"))
    return [node];
  if (ts.isArrayLiteralExpression(node)) return union(node.elements.map((element) => follow(checked, seen, element)));
  if (ts.isSpreadElement(node)) return follow(checked, seen, node.expression);
  if (ts.isNewExpression(node)) return union((node.arguments ?? []).map((argument) => follow(checked, seen, argument)));
  if (ts.isObjectLiteralExpression(node))
    return union(
      node.properties.map((property) => (ts.isPropertyAssignment(property) ? follow(checked, seen, property.initializer) : null)),
    );
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return follow(checked, seen, node.expression);
  if (ts.isConditionalExpression(node)) return union([follow(checked, seen, node.whenTrue), follow(checked, seen, node.whenFalse)]);
  if (ts.isBinaryExpression(node)) return union([follow(checked, seen, node.left), follow(checked, seen, node.right)]);
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword || ts.isPrefixUnaryExpression(node))
    return [node];
  const call = methodCall(node);
  if (call !== undefined) return ofCall(checked, seen, call.node, call.receiver, call.name);
  return ts.isIdentifier(node) ? ofName(checked, seen, node) : null;
}

function union(parts: readonly (readonly ts.Expression[] | null)[]): readonly ts.Expression[] | null {
  const found: ts.Expression[] = [];
  for (const part of parts) {
    if (part === null) return null;
    found.push(...part);
  }
  return found;
}

function ofCall(
  checked: Checked,
  seen: Set<ts.Node>,
  node: ts.CallExpression,
  receiver: ts.Expression,
  name: string,
): readonly ts.Expression[] | null {
  const [first] = node.arguments;
  if (ts.isIdentifier(receiver) && (receiver.text === "Object" || receiver.text === "Array")) {
    return first === undefined || node.arguments.length > 1 ? null : follow(checked, seen, first);
  }
  if (!handsOn.has(name)) return null;
  return name === "concat"
    ? union([receiver, ...node.arguments].map((part) => follow(checked, seen, part)))
    : follow(checked, seen, receiver);
}

function ofName(checked: Checked, seen: Set<ts.Node>, name: ts.Identifier): readonly ts.Expression[] | null {
  let declaration: ts.Node | undefined = declarationOf(checked, name);
  if (declaration === undefined || !isOwn(checked, declaration as ts.Declaration)) return null;
  const defaults: ts.Expression[] = [];
  while (ts.isBindingElement(declaration)) {
    if (declaration.initializer !== undefined) defaults.push(declaration.initializer);
    declaration = declaration.parent.parent;
  }
  return union([ofDeclaration(checked, seen, declaration), ...defaults.map((value) => follow(checked, seen, value))]);
}

function ofDeclaration(checked: Checked, seen: Set<ts.Node>, declaration: ts.Node): readonly ts.Expression[] | null {
  if (seen.has(declaration)) return [];
  seen.add(declaration);
  if (ts.isParameter(declaration)) return ofParameter(checked, seen, declaration);
  if (!ts.isVariableDeclaration(declaration) || !isConst(declaration) || isFilled(checked, declaration)) return null;
  const loop = declaration.parent.parent;
  if (ts.isForOfStatement(loop)) return follow(checked, seen, loop.expression);
  return declaration.initializer === undefined ? null : follow(checked, seen, declaration.initializer);
}

/** Whether things are put into a list, set or map after it was made: then its literal does not tell what it holds. */
function isFilled(checked: Checked, declaration: ts.VariableDeclaration): boolean {
  return checked.nodes.some((node) => {
    const target = changeOf(node)?.target;
    return target !== undefined && ts.isIdentifier(target) && declarationOf(checked, target) === declaration;
  });
}

function ofParameter(checked: Checked, seen: Set<ts.Node>, parameter: ts.ParameterDeclaration): readonly ts.Expression[] | null {
  const around = parameter.parent;
  if (!ts.isArrowFunction(around) && !ts.isFunctionDeclaration(around)) return null;
  const index = around.parameters.indexOf(parameter);
  const call = ts.isArrowFunction(around) ? methodCall(around.parent) : undefined;
  if (call !== undefined) return ofElement(checked, seen, call.receiver, call.name, call.node, index);
  const given = usesOf(checked, around).map(({ name, call: use }) => {
    const method = methodCall(use);
    if (use.expression !== name) return method === undefined ? null : ofElement(checked, seen, method.receiver, method.name, use, index);
    const argument = use.arguments[index] ?? parameter.initializer;
    return argument === undefined ? [] : follow(checked, seen, argument);
  });
  return given.length === 0 ? null : union(given);
}

/** What a callback of a list method gets. */
function ofElement(
  checked: Checked,
  seen: Set<ts.Node>,
  receiver: ts.Expression,
  name: string,
  call: ts.CallExpression,
  index: number,
): readonly ts.Expression[] | null {
  const position = name === "reduce" ? 1 : 0;
  if (!hasTrait(name, "elements") || (index !== position && name !== "sort" && name !== "toSorted")) return null;
  const [first] = call.arguments;
  if (ts.isIdentifier(receiver) && receiver.text === "Array") return first === undefined ? null : follow(checked, seen, first);
  return follow(checked, seen, receiver);
}

/** Where an own function is called, or given to a method that calls it. */
function usesOf(checked: Checked, wanted: FunctionNode): { name: ts.Identifier; call: ts.CallExpression }[] {
  return checked.nodes.flatMap((name) =>
    ts.isIdentifier(name) && ts.isCallExpression(name.parent) && functionOf(checked, name) === wanted ? [{ name, call: name.parent }] : [],
  );
}

/** The regular expressions that a value may be: those among its origins, or any of the file when it cannot be followed. */
export function patternsOf(checked: Checked, expression: ts.Expression): readonly ts.RegularExpressionLiteral[] {
  const origins = originsOf(checked, expression) ?? checked.nodes.filter(ts.isRegularExpressionLiteral);
  return origins.filter(ts.isRegularExpressionLiteral);
}
