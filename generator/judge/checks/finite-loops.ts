import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { isBounded } from "../bounds.ts";
import { changeOf } from "../changes.ts";
import { issueAt, type Checked } from "../parse.ts";
import { isInPlace } from "../in-place.ts";
import { bare, conjuncts, declarationOf, isFunctionNode, within } from "../scope.ts";
import { limits } from "../subset/limits.ts";

const K = ts.SyntaxKind;
const hint = `write \`for (const x of list)\`, or \`for (let i = 0; i < list.length; i++)\` between bounds that are lengths, literals up to ${limits.loopCount}, or Math.min/Math.max of such, and change \`i\` in the header only`;

/** A `for` counts one variable, by a fixed step, towards a bound that does not move. */
export function finiteLoops(checked: Checked): Issue[] {
  return checked.nodes.flatMap((node) => {
    if (ts.isForOfStatement(node)) return forOf(checked, node);
    if (!ts.isForStatement(node)) return [];
    const wrong = whyEndless(checked, node);
    return wrong === null ? [] : [issueAt(checked, node, "finite-loops", `a loop ${wrong}; ${hint}`)];
  });
}

function forOf(checked: Checked, { initializer }: ts.ForOfStatement): Issue[] {
  if (ts.isVariableDeclarationList(initializer) && (initializer.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const) return [];
  return [issueAt(checked, initializer, "finite-loops", "a for…of that assigns; write `for (const x of list)`")];
}

function whyEndless(checked: Checked, loop: ts.ForStatement): string | null {
  const { initializer, condition, incrementor } = loop;
  if (initializer === undefined || !ts.isVariableDeclarationList(initializer)) return "without `let i = …`";
  if (condition === undefined) return "without a condition";
  if (incrementor === undefined) return "without a step";
  const step = stepOf(incrementor);
  if (step === null) return "whose step is not `i++`, `i--`, `i += n` or `i -= n` with a literal n from 1";
  const declaration = initializer.declarations.find(({ name }) => ts.isIdentifier(name) && name.text === step.name);
  if (declaration?.initializer === undefined) return `that does not declare \`${step.name}\` with a start`;
  if (!isBounded(checked, declaration.initializer, step.up ? "below" : "above")) return "whose start is not bounded";
  const ends = conjuncts(condition).flatMap((part) => endOf(part, step));
  const end = ends.find((one) => isBounded(checked, one, step.up ? "above" : "below"));
  if (end === undefined) return "whose end is not bounded";
  if (roundsOf(loop) > mostRounds) return `of more than ${mostRounds} rounds, those around it counted`;
  return moves(checked, loop, end, declaration);
}

interface Step {
  readonly name: string;
  readonly up: boolean;
}

function stepOf(expression: ts.Expression): Step | null {
  const node = bare(expression);
  if ((ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) && ts.isIdentifier(node.operand)) {
    if (node.operator === K.PlusPlusToken) return { name: node.operand.text, up: true };
    return node.operator === K.MinusMinusToken ? { name: node.operand.text, up: false } : null;
  }
  if (!ts.isBinaryExpression(node) || !ts.isIdentifier(node.left) || !isStepLiteral(bare(node.right))) return null;
  if (node.operatorToken.kind === K.PlusEqualsToken) return { name: node.left.text, up: true };
  return node.operatorToken.kind === K.MinusEqualsToken ? { name: node.left.text, up: false } : null;
}

/** Below 1 a step could vanish beside a large number. */
function isStepLiteral(node: ts.Expression): boolean {
  return ts.isNumericLiteral(node) && Number(node.text) >= 1 && Number(node.text) <= limits.loopCount;
}

/** Rounds of literal loops inside each other, whatever the input is. */
const mostRounds = 1_000_000;

/** How often the body of a loop runs, as far as literals say: the literal ends of it and of those around it, multiplied. */
function roundsOf(loop: ts.Node): number {
  if (isFunctionNode(loop) || loop.parent === undefined) return 1;
  const around = roundsOf(loop.parent);
  if (!ts.isForStatement(loop) || loop.condition === undefined || !ts.isBinaryExpression(loop.condition)) return around;
  const end = bare(loop.condition.right);
  return ts.isNumericLiteral(end) ? around * Math.max(1, Number(end.text)) : around;
}

/** The bound that a comparison sets in the direction of the step, if it compares the variable, or the variable plus a literal. */
function endOf(comparison: ts.Expression, { name, up }: Step): ts.Expression[] {
  if (!ts.isBinaryExpression(comparison)) return [];
  const wanted = up ? [K.LessThanToken, K.LessThanEqualsToken] : [K.GreaterThanToken, K.GreaterThanEqualsToken];
  if (!wanted.includes(comparison.operatorToken.kind)) return [];
  const left = bare(comparison.left);
  const counted =
    ts.isBinaryExpression(left) &&
    (left.operatorToken.kind === K.PlusToken || left.operatorToken.kind === K.MinusToken) &&
    ts.isNumericLiteral(bare(left.right)) &&
    Number((bare(left.right) as ts.NumericLiteral).text) <= limits.loopCount
      ? bare(left.left)
      : left;
  return ts.isIdentifier(counted) && counted.text === name ? [comparison.right] : [];
}

/** Neither the variable nor anything that the bound is made of changes while the loop runs. */
function moves(checked: Checked, loop: ts.ForStatement, end: ts.Expression, variable: ts.VariableDeclaration): string | null {
  const bound = new Set(within(checked, end).flatMap((node) => (ts.isIdentifier(node) ? [declarationOf(checked, node)] : [])));
  if (bound.has(variable)) return "whose bound moves with its variable";
  const running = [loop.statement, ...(loop.condition === undefined ? [] : [loop.condition])];
  for (const node of running.flatMap((part) => within(checked, part))) {
    const change = changeOf(node);
    const target = change?.target;
    const declaration = target !== undefined && ts.isIdentifier(target) ? declarationOf(checked, target) : undefined;
    if (declaration === variable) return "that changes its variable in the body";
    if (declaration !== undefined && bound.has(declaration) && change !== undefined && !isInPlace(checked, change))
      return "whose bound changes in the body";
  }
  return null;
}
