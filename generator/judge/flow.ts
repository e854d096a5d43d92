import { ts } from "ts-morph";
import type { Checked } from "./parse.ts";
import {
  bare,
  contains,
  declarationOf,
  enclosingFunction,
  functionOf,
  isFunctionNode,
  methodCall,
  type Change,
  type FunctionNode,
  type MethodCall,
} from "./scope.ts";
import { changeOf } from "./changes.ts";
import { hasTrait } from "./subset/library.ts";

const K = ts.SyntaxKind;
const F = ts.TypeFlags;

/** Copies beyond this are all the same: too many. */
const many = 2;

/**
 * How many copies of some value can be in another: 0 none, 1 one (or pieces of one), 2 several.
 * Numbers and truth values hold none, so a length or a test of a text does not count as the text.
 */
export interface Flow {
  readonly checked: Checked;
  /** Replacements are run once for each entry of a written table, not once for each piece of data: then they count as one copy. */
  readonly table: boolean;
  readonly weights: ReadonlyMap<ts.Declaration, number>;
  /** Nodes that may still be looked at, so that no candidate keeps the analysis busy. */
  readonly budget: { left: number };
}

/** A flow in which the given variables hold copies of the value. */
export function openFlow(checked: Checked, table: boolean, start: readonly (readonly [ts.Declaration, number])[]): Flow {
  return { checked, table, weights: new Map(start), budget: { left: 2_000_000 } };
}

/** Follows the value through the variables of a region until nothing changes; `fixed` ones keep their weight. */
export function spread(flow: Flow, region: ts.Node, fixed: ReadonlySet<ts.Declaration>): Flow {
  const weights = new Map(flow.weights);
  const next: Flow = { ...flow, weights };
  const raise = (declaration: ts.Declaration | undefined, weight: number): boolean => {
    if (declaration === undefined || fixed.has(declaration) || weight <= (weights.get(declaration) ?? 0)) return false;
    weights.set(declaration, weight);
    return true;
  };
  const nodes = flow.checked.nodes.filter((node) => contains(region, node));
  for (let moved = true; moved;) {
    moved = false;
    flow.budget.left -= flow.checked.nodes.length;
    for (const node of nodes) {
      if (ts.isVariableDeclaration(node)) {
        const source = ts.isForOfStatement(node.parent.parent) ? node.parent.parent.expression : node.initializer;
        if (source === undefined || isFunctionNode(bare(source))) continue;
        const weight = flowOf(next, source);
        for (const name of namesIn(node.name)) moved = raise(name, weight) || moved;
      }
      const change = changeOf(node);
      if (change !== undefined && ts.isIdentifier(change.target))
        moved = raise(declarationOf(flow.checked, change.target), newIn(next, change)) || moved;
    }
  }
  return next;
}

function namesIn(name: ts.BindingName): ts.Declaration[] {
  if (ts.isIdentifier(name)) return [name.parent as ts.Declaration];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : namesIn(element.name)));
}

/** Copies in a variable after a change: what was there, if the change keeps it, and what comes in. */
export function flowOfChange(flow: Flow, change: Change): number {
  const declaration = ts.isIdentifier(change.target) ? declarationOf(flow.checked, change.target) : undefined;
  if (declaration === undefined || isPlain(flow.checked.checker.getTypeAtLocation(change.target))) return 0;
  const before = flow.weights.get(declaration) ?? 0;
  const incoming = newIn(flow, change);
  if (change.kind === "assignment")
    return ts.isBinaryExpression(change.node) && change.node.operatorToken.kind === K.PlusEqualsToken ? cap(before + incoming) : incoming;
  return incoming === 0 ? 0 : cap(before + incoming);
}

/** Copies that a change brings in. */
function newIn(flow: Flow, { node }: Change): number {
  if (ts.isBinaryExpression(node)) return flowOf(flow, node.right);
  return ts.isCallExpression(node) ? sum(flow, node.arguments) : 0;
}

/** Copies in an expression's value. */
function flowOf(flow: Flow, expression: ts.Expression): number {
  const node = bare(expression);
  flow.budget.left -= 1;
  if (flow.budget.left < 0) return many;
  if (!ts.isSpreadElement(node) && !ts.isArrowFunction(node) && isPlain(flow.checked.checker.getTypeAtLocation(node))) return 0;
  if (ts.isArrowFunction(node)) return answerOf(flow, node, []);
  if (ts.isIdentifier(node)) {
    const declaration = declarationOf(flow.checked, node);
    return declaration === undefined ? 0 : (flow.weights.get(declaration) ?? 0);
  }
  if (ts.isConditionalExpression(node)) return Math.max(flowOf(flow, node.whenTrue), flowOf(flow, node.whenFalse));
  if (ts.isBinaryExpression(node))
    return node.operatorToken.kind === K.PlusToken
      ? sum(flow, [node.left, node.right])
      : Math.max(flowOf(flow, node.left), flowOf(flow, node.right));
  if (ts.isTemplateExpression(node))
    return sum(
      flow,
      node.templateSpans.map(({ expression: part }) => part),
    );
  if (ts.isArrayLiteralExpression(node)) return sum(flow, node.elements);
  if (ts.isSpreadElement(node)) return flowOf(flow, node.expression);
  if (ts.isObjectLiteralExpression(node))
    return sum(
      flow,
      node.properties.flatMap((property) =>
        ts.isPropertyAssignment(property)
          ? [property.initializer]
          : ts.isSpreadAssignment(property)
            ? [property.expression]
            : ts.isShorthandPropertyAssignment(property)
              ? [property.name]
              : [],
      ),
    );
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return flowOf(flow, node.expression);
  if (ts.isNewExpression(node)) return sum(flow, node.arguments ?? []);
  if (!ts.isCallExpression(node)) return 0;
  const method = methodCall(node);
  return method === undefined ? ofFunction(flow, node) : ofMethod(flow, method);
}

function ofFunction(flow: Flow, node: ts.CallExpression): number {
  const called = ts.isIdentifier(node.expression) ? functionOf(flow.checked, node.expression) : undefined;
  return called === undefined
    ? sum(flow, node.arguments)
    : answerOf(
        flow,
        called,
        node.arguments.map((argument) => flowOf(flow, argument)),
      );
}

/** Copies in a function's answer, given those in its arguments and in the variables around it. */
export function answerOf(flow: Flow, called: FunctionNode, given: readonly number[]): number {
  const start = called.parameters.flatMap(({ name }, index) => namesIn(name).map((one) => [one, given[index] ?? 0] as const));
  if (flow.weights.size === 0 && start.every(([, weight]) => weight === 0)) return 0;
  if (called.body === undefined) return 0;
  const inner = spread(
    { ...flow, weights: new Map([...flow.weights, ...start]) },
    called.body,
    new Set(start.map(([declaration]) => declaration)),
  );
  if (!ts.isBlock(called.body)) return flowOf(inner, called.body);
  const answers = flow.checked.nodes.flatMap((node) =>
    ts.isReturnStatement(node) && enclosingFunction(node) === called && node.expression !== undefined
      ? [flowOf(inner, node.expression)]
      : [],
  );
  return Math.max(0, ...answers);
}

function ofMethod(flow: Flow, { node, receiver, name }: MethodCall): number {
  const held =
    ts.isIdentifier(receiver) && (receiver.text === "Object" || receiver.text === "Array")
      ? sum(flow, node.arguments.slice(0, 1))
      : flowOf(flow, receiver);
  if (hasTrait(name, "elements")) return ofCallback(flow, node, name, held);
  const all = cap(held + sum(flow, node.arguments));
  if (all === 0) return 0;
  if (hasTrait(name, "multiplies")) return many;
  return hasTrait(name, "substitutes") && !flow.table && !isShrinking(node, name) ? many : all;
}

/** Methods that call back: what the callback answers for each element, or the elements themselves. */
function ofCallback(flow: Flow, node: ts.CallExpression, name: string, held: number): number {
  const callback = node.arguments
    .map(bare)
    .find((argument) => isFunctionNode(argument) || (ts.isIdentifier(argument) && functionOf(flow.checked, argument) !== undefined));
  const called =
    callback === undefined
      ? undefined
      : ts.isIdentifier(callback)
        ? functionOf(flow.checked, callback)
        : ts.isArrowFunction(callback)
          ? callback
          : undefined;
  if (name === "reduce") {
    const start = sum(flow, node.arguments.slice(1));
    return called === undefined ? cap(held + start) : answerOf(flow, called, [start, held]);
  }
  if (name !== "map" && name !== "flatMap" && name !== "from") return held;
  if (called === undefined) return held;
  if (answerOf(flow, called, []) > 0 || (name === "flatMap" && held > 0)) return many;
  return answerOf(flow, called, [held]);
}

/** Replacing by nothing, and joining by nothing, makes no text longer. */
function isShrinking(node: ts.CallExpression, name: string): boolean {
  const added = node.arguments[name === "join" ? 0 : 1];
  const text = added === undefined ? undefined : bare(added);
  return text !== undefined && ts.isStringLiteralLike(text) && text.text === "";
}

function sum(flow: Flow, parts: readonly ts.Expression[]): number {
  return cap(parts.reduce((total, part) => total + flowOf(flow, part), 0));
}

function cap(copies: number): number {
  return Math.min(many, copies);
}

/** A number, truth value or nothing. */
function isPlain(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.every(isPlain);
  return (type.flags & (F.NumberLike | F.BooleanLike | F.Null | F.Undefined | F.Void)) !== 0;
}
