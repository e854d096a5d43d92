import { ts } from "ts-morph";
import { changeOf } from "./changes.ts";
import { cap, drivenLoops, follows, isSet, isWhole, many, moreIn, type Flow } from "./flow.ts";
import { isBare } from "./scalars.ts";
import {
  bare,
  declarationOf,
  enclosingFunction,
  functionOf,
  isFunctionNode,
  methodCall,
  namesIn,
  within,
  type Change,
  type FunctionNode,
  type MethodCall,
} from "./scope.ts";
import { hasTrait } from "./subset/library.ts";

const K = ts.SyntaxKind;

/** Follows the value through the variables of a region until nothing changes; `fixed` ones keep their weight. */
export function spread(flow: Flow, region: ts.Node, fixed: ReadonlySet<ts.Declaration>): Flow {
  const assigned = new Map(flow.weights);
  const added = new Map<ts.Declaration, Map<ts.Node, number>>();
  const weights = new Map(flow.weights);
  const sizes = new Set(flow.sizes);
  const next: Flow = { ...flow, weights, sizes };
  const settle = (declaration: ts.Declaration | undefined): boolean => {
    if (declaration === undefined || fixed.has(declaration)) return false;
    const pieces = [...(added.get(declaration)?.values() ?? [])].reduce((total, piece) => total + piece, 0);
    const weight = cap((assigned.get(declaration) ?? 0) + pieces);
    if (weight <= (weights.get(declaration) ?? 0)) return false;
    weights.set(declaration, weight);
    return true;
  };
  const assign = (declaration: ts.Declaration | undefined, source: ts.Expression, weight: number): boolean => {
    if (declaration === undefined) return false;
    const counts = !sizes.has(declaration) && follows(next, source);
    if (counts) sizes.add(declaration);
    assigned.set(declaration, Math.max(weight, assigned.get(declaration) ?? 0));
    return settle(declaration) || counts;
  };
  const add = (declaration: ts.Declaration | undefined, change: Change): boolean => {
    if (declaration === undefined) return false;
    const pieces = added.get(declaration) ?? new Map<ts.Node, number>();
    added.set(declaration, pieces.set(change.node, piecesOf(next, change, declaration, region)));
    return settle(declaration);
  };
  const nodes = within(flow.checked, region);
  for (let moved = true; moved && flow.budget.left > 0;) {
    moved = false;
    flow.budget.left -= nodes.length;
    for (const node of nodes) {
      if (ts.isVariableDeclaration(node)) {
        const walked = ts.isForOfStatement(node.parent.parent) ? node.parent.parent.expression : undefined;
        const source = walked ?? node.initializer;
        if (source === undefined || isFunctionNode(bare(source))) continue;
        const weight = walked === undefined ? flowOf(next, source) : elementsOf(next, walked);
        for (const name of namesIn(node.name)) moved = assign(name, source, weight) || moved;
      }
      const change = changeOf(node);
      if (change === undefined || !ts.isIdentifier(change.target)) continue;
      const declaration = declarationOf(flow.checked, change.target);
      const right = isSet(change) ? change.node.right : undefined;
      if (right === undefined || isSelfAppend(next, change, declaration)) moved = add(declaration, change) || moved;
      else moved = assign(declaration, right, flowOf(next, right)) || moved;
    }
  }
  return next;
}

/** `s = s + x`, `list = [...list, x]`: what was there, once, and something more. */
function isSelfAppend(flow: Flow, change: Change, declaration: ts.Declaration | undefined): boolean {
  if (!isSet(change) || declaration === undefined) return false;
  return flowOf({ ...flow, weights: new Map([[declaration, 1]]), parts: null }, change.node.right) === 1;
}

/** What a loop walks over, element by element. */
function elementsOf(flow: Flow, walked: ts.Expression): number {
  const node = bare(walked);
  const call = methodCall(node);
  const whole = call !== undefined && hasTrait(call.name, "live") ? call.receiver : node;
  return isWhole(flow, whole) ? 1 : flowOf(flow, walked);
}

/** Copies that a change adds to a variable, in all its rounds inside the region. */
function piecesOf(flow: Flow, change: Change, declaration: ts.Declaration, region: ts.Node): number {
  const others: Flow = isSelfAppend(flow, change, declaration) ? { ...flow, weights: new Map([...flow.weights, [declaration, 0]]) } : flow;
  const pieces = newIn(others, change);
  const loops = drivenLoops(flow, change.node, region);
  const more = moreIn(flow, change);
  return loops === 0 || (pieces === 0 && more === 0) ? pieces : loops > 1 ? many : cap(pieces + more);
}

/** Copies in a variable after a change inside a region: what was there, if the change keeps it, and what comes in. */
export function flowOfChange(flow: Flow, change: Change, region: ts.Node): number {
  const declaration = ts.isIdentifier(change.target) ? declarationOf(flow.checked, change.target) : undefined;
  if (declaration === undefined || isBare(flow.checked.checker.getTypeAtLocation(change.target))) return 0;
  const before = flow.weights.get(declaration) ?? 0;
  if (isSet(change) && !isSelfAppend(flow, change, declaration)) return flowOf(flow, change.node.right);
  const incoming = piecesOf(flow, change, declaration, region);
  return incoming === 0 ? Math.min(before, 1) : cap(before + incoming);
}

/** Copies of parts that a change puts into the whole; what an element or a property holds already is one when more is added to it. */
export function partsOfChange(flow: Flow, change: Change): number {
  const { node } = change;
  const kept = ts.isBinaryExpression(node) && node.operatorToken.kind === K.PlusEqualsToken ? 1 : 0;
  return cap(kept + newIn(flow, change));
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
  if (!ts.isSpreadElement(node) && !ts.isArrowFunction(node) && isBare(flow.checked.checker.getTypeAtLocation(node))) return 0;
  if (ts.isArrowFunction(node)) return answerOf(flow, node, []);
  if (ts.isIdentifier(node)) {
    if (isWhole(flow, node)) return many;
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
  if (ts.isObjectLiteralExpression(node)) return ofObject(flow, node);
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    return isWhole(flow, bare(node.expression)) ? 1 : flowOf(flow, node.expression);
  if (ts.isNewExpression(node)) return sum(flow, node.arguments ?? []);
  if (!ts.isCallExpression(node)) return 0;
  const method = methodCall(node);
  return method === undefined ? ofFunction(flow, node) : ofMethod(flow, method);
}

/** An object has a fixed number of properties: it holds as many copies as the fullest of them. */
function ofObject(flow: Flow, node: ts.ObjectLiteralExpression): number {
  const held = node.properties.map((property) => {
    if (ts.isPropertyAssignment(property)) return flowOf(flow, property.initializer);
    if (ts.isSpreadAssignment(property)) return flowOf(flow, property.expression);
    return ts.isShorthandPropertyAssignment(property) ? flowOf(flow, property.name) : 0;
  });
  return Math.max(0, ...held);
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
  if (flow.weights.size === 0 && flow.parts === null && start.every(([, weight]) => weight === 0)) return 0;
  if (called.body === undefined) return 0;
  if (flow.calling.has(called)) return many;
  const inner = spread(
    { ...flow, weights: new Map([...flow.weights, ...start]), calling: new Set([...flow.calling, called]) },
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
  if (isWhole(flow, receiver) && ["get", "at", "pop", "shift"].includes(name)) return 1;
  const [first] = node.arguments;
  if (name === "from" && first !== undefined && ts.isObjectLiteralExpression(bare(first)) && follows(flow, first)) return many;
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
  if (answerOf(flow, called, []) > 0) return many;
  if (held === 0) return answerOf(flow, called, [held]);
  if (flow.table) return Math.max(held, answerOf(flow, called, [held]));
  return isBare(answerTypeOf(flow, called)) ? held : many;
}

function answerTypeOf({ checked: { checker } }: Flow, called: FunctionNode): ts.Type {
  const signature = checker.getSignatureFromDeclaration(called);
  return signature === undefined ? checker.getTypeAtLocation(called) : checker.getReturnTypeOfSignature(signature);
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
