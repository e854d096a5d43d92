import { ts } from "ts-morph";
import type { Checked } from "./parse.ts";

/** A function of the candidate: declared, or an arrow function. */
export type FunctionNode = ts.FunctionDeclaration | ts.ArrowFunction;

export function isFunctionNode(node: ts.Node): node is FunctionNode {
  return ts.isFunctionDeclaration(node) || ts.isArrowFunction(node);
}

/** The expression inside parentheses, `satisfies` and `as const`. */
export function bare(node: ts.Expression): ts.Expression {
  let inner = node;
  while (ts.isParenthesizedExpression(inner) || ts.isSatisfiesExpression(inner) || ts.isAsExpression(inner)) inner = inner.expression;
  return inner;
}

/** Where a name was declared; undefined for what has no declaration in the file or the library. */
export function declarationOf({ checker }: Checked, name: ts.Identifier): ts.Declaration | undefined {
  const symbol =
    ts.isShorthandPropertyAssignment(name.parent) && name.parent.name === name
      ? checker.getShorthandAssignmentValueSymbol(name.parent)
      : checker.getSymbolAtLocation(name);
  return symbol?.declarations?.[0];
}

/** Whether a declaration stands in the candidate's file, not in the library. */
export function isOwn({ file }: Checked, declaration: ts.Declaration): boolean {
  return declaration.getSourceFile() === file;
}

/** The function around a node, or undefined at module level. */
export function enclosingFunction(node: ts.Node): FunctionNode | undefined {
  for (let up = node.parent; up !== undefined; up = up.parent) if (isFunctionNode(up)) return up;
  return undefined;
}

export function contains(outer: ts.Node, inner: ts.Node): boolean {
  return outer.pos <= inner.pos && inner.end <= outer.end;
}

/** The function that a name stands for: a declaration, or a const that holds an arrow function. */
export function functionOf(checked: Checked, name: ts.Identifier): FunctionNode | undefined {
  const declaration = declarationOf(checked, name);
  if (declaration === undefined || !isOwn(checked, declaration)) return undefined;
  if (ts.isFunctionDeclaration(declaration)) return declaration;
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined || !isConst(declaration)) return undefined;
  const value = bare(declaration.initializer);
  return ts.isArrowFunction(value) ? value : undefined;
}

export function isConst(declaration: ts.VariableDeclaration): boolean {
  return (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const;
}

/** `receiver.name(…)`, in parts; undefined for other calls. */
export interface MethodCall {
  readonly node: ts.CallExpression;
  readonly receiver: ts.Expression;
  readonly name: string;
}

export function methodCall(node: ts.Node): MethodCall | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const callee = bare(node.expression);
  return ts.isPropertyAccessExpression(callee) ? { node, receiver: bare(callee.expression), name: callee.name.text } : undefined;
}

/** Whether an identifier is read or written as a value, not the name of a property, type or declaration. */
export function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  return !(
    ts.isPropertySignature(parent) ||
    ts.isTypeReferenceNode(parent) ||
    ts.isInterfaceDeclaration(parent) ||
    ts.isTypeAliasDeclaration(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isNamedTupleMember(parent)
  );
}

/** The parts that `&&` joins. */
export function conjuncts(condition: ts.Expression): ts.Expression[] {
  const node = bare(condition);
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
    ? [...conjuncts(node.left), ...conjuncts(node.right)]
    : [node];
}

/** All nodes inside one, itself included, parents first. */
export function within(checked: Checked, outer: ts.Node): readonly ts.Node[] {
  const from = checked.order.get(outer);
  if (from === undefined) return [];
  let to = from + 1;
  while (to < checked.nodes.length && contains(outer, checked.nodes[to]!)) to += 1;
  return checked.nodes.slice(from, to);
}

/** What a statement or callback changes: the variable or object, and how. */
export interface Change {
  readonly node: ts.Node;
  /** The variable that is assigned or stepped, the object of the element or property that is written, or the receiver of a method that mutates. */
  readonly target: ts.Expression;
  readonly kind: "assignment" | "element" | "property" | "mutation";
}

/** The variables that a name or pattern declares. */
export function namesIn(name: ts.BindingName): ts.Declaration[] {
  if (ts.isIdentifier(name)) return [name.parent as ts.Declaration];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : namesIn(element.name)));
}
