import { ts } from "ts-morph";
import type { Checked } from "./parse.ts";
import { isBare } from "./scalars.ts";
import { contains, declarationOf, within, type Change, type FunctionNode } from "./scope.ts";

/** Copies beyond this are all the same: too many. */
export const many = 2;

/**
 * How many copies of some value can be in another: 0 none, 1 one (or pieces of one), 2 several.
 * Numbers and truth values hold none, so a length or a test of a text does not count as the text; but a loop can go round as often as a number says.
 */
export interface Flow {
  readonly checked: Checked;
  /** Replacements are run once for each entry of a written table, not once for each piece of data: then they count as one copy. */
  readonly table: boolean;
  readonly weights: ReadonlyMap<ts.Declaration, number>;
  /** Numbers that may follow the size of the value. */
  readonly sizes: ReadonlySet<ts.Declaration>;
  /** A list, map or object of which only the parts count, each as one copy; the whole counts as several. */
  readonly parts: ts.Declaration | null;
  /** Functions under way, so that a call in a circle ends. */
  readonly calling: ReadonlySet<FunctionNode>;
  /** Nodes that may still be looked at, so that no candidate keeps the analysis busy. */
  readonly budget: { left: number };
}

const budgets = new WeakMap<ts.SourceFile, { left: number }>();

/** A flow in which the given variables hold copies of the value. All flows of a file share one budget. */
export function openFlow(checked: Checked, table: boolean, start: readonly (readonly [ts.Declaration, number])[]): Flow {
  const budget = budgets.get(checked.file) ?? { left: 2_000_000 };
  budgets.set(checked.file, budget);
  return { checked, table, weights: new Map(start), sizes: new Set(), parts: null, calling: new Set(), budget };
}

/** A flow of the parts of a list, map or object. */
export function openPartsFlow(checked: Checked, table: boolean, whole: ts.Declaration): Flow {
  return { ...openFlow(checked, table, []), parts: whole };
}

/** Whether an expression is the thing of which only parts count. */
export function isWhole({ checked, parts }: Flow, node: ts.Expression): boolean {
  return parts !== null && ts.isIdentifier(node) && declarationOf(checked, node) === parts;
}

/** Whether a value follows the size of what flows: it is made out of it, or out of a number that is. */
export function follows({ checked, weights, sizes, parts }: Flow, node: ts.Node): boolean {
  return within(checked, node).some((inner) => {
    const declaration = ts.isIdentifier(inner) ? declarationOf(checked, inner) : undefined;
    return declaration !== undefined && (declaration === parts || sizes.has(declaration) || (weights.get(declaration) ?? 0) > 0);
  });
}

/** How many loops around a change, inside the region, go round as often as the value is long. */
export function drivenLoops(flow: Flow, node: ts.Node, region: ts.Node): number {
  let loops = 0;
  for (let up = node.parent; up !== undefined && up !== region && contains(region, up); up = up.parent) {
    if (ts.isForOfStatement(up) && follows(flow, up.expression)) loops += 1;
    if (ts.isForStatement(up) && [up.initializer, up.condition].some((part) => part !== undefined && follows(flow, part))) loops += 1;
  }
  return loops;
}

/** Copies that fixed pieces make up when they are added once for each character or element: a letter or an entry one, a text several. */
export function moreIn({ checked }: Flow, { node, kind }: Change): number {
  if (kind === "mutation") return ts.isCallExpression(node) && node.arguments.length > 0 ? 1 : 0;
  if (!ts.isBinaryExpression(node) || isBare(checked.checker.getTypeAtLocation(node.right))) return 0;
  const fixed = within(checked, node.right).reduce((total, part) => {
    if (ts.isStringLiteralLike(part) || ts.isTemplateHead(part) || ts.isTemplateMiddleOrTemplateTail(part)) return total + part.text.length;
    return total + (ts.isNumericLiteral(part) && ts.isArrayLiteralExpression(part.parent) ? 1 : 0);
  }, 0);
  return cap(fixed);
}

/** `x = …`, not `x += …`. */
export function isSet(change: Change): change is Change & { readonly node: ts.BinaryExpression } {
  return change.kind === "assignment" && ts.isBinaryExpression(change.node) && change.node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}

export function cap(copies: number): number {
  return Math.min(many, copies);
}
