import { ts } from "ts-morph";

/** A small change to a script, by span. */
export interface Mutant {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** True for a change inside a constant at module level: data, not code. */
  readonly table: boolean;
}

const K = ts.SyntaxKind;

/** Operators and what stands in for them. Only changes that a test ought to notice and that end in every engine. */
const operators: ReadonlyMap<ts.SyntaxKind, readonly string[]> = new Map([
  [K.LessThanToken, ["<="]],
  [K.LessThanEqualsToken, ["<"]],
  [K.GreaterThanToken, [">="]],
  [K.GreaterThanEqualsToken, [">"]],
  [K.EqualsEqualsEqualsToken, ["!=="]],
  [K.ExclamationEqualsEqualsToken, ["==="]],
  [K.AmpersandAmpersandToken, ["||"]],
  [K.BarBarToken, ["&&"]],
  [K.PlusToken, ["-"]],
  [K.MinusToken, ["+"]],
  [K.AsteriskToken, ["/"]],
  [K.SlashToken, ["*"]],
  [K.PlusEqualsToken, ["-="]],
  [K.MinusEqualsToken, ["+="]],
]);

const swapped: ReadonlyMap<string, string> = new Map([
  ["startsWith", "endsWith"],
  ["endsWith", "startsWith"],
  ["some", "every"],
  ["every", "some"],
  ["min", "max"],
  ["max", "min"],
  ["indexOf", "lastIndexOf"],
  ["lastIndexOf", "indexOf"],
]);

const droppable: ReadonlySet<string> = new Set([
  "trim",
  "trimStart",
  "trimEnd",
  "toLowerCase",
  "toUpperCase",
  "normalize",
  "replace",
  "replaceAll",
  "filter",
  "slice",
  "reverse",
]);

const chainLinks: ReadonlySet<string> = new Set(["replace", "replaceAll", "normalize", "split", "join"]);

/** All mutants of the text before `end`, in its order. */
export function makeMutants(js: string, end: number): readonly Mutant[] {
  const file = ts.createSourceFile("step.js", js.slice(0, end), ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const mutants: Mutant[] = [];
  const strings = labels(file);
  const visit = (node: ts.Node, table: boolean): void => {
    const put: Put = (at, text, entry = false) => {
      const [from, to] = "kind" in at ? [at.getStart(file), at.end] : at;
      mutants.push({ from, to, text, table: table || entry });
    };
    mutate(node, strings, put);
    ts.forEachChild(node, (child) => visit(child, table || (ts.isVariableStatement(node) && ts.isSourceFile(node.parent))));
  };
  visit(file, false);
  return mutants;
}

/** Replaces a node or a span; `entry` where that is an entry of a table wherever it stands. */
type Put = (at: ts.Node | readonly [number, number], text: string, entry?: boolean) => void;

function mutate(node: ts.Node, answers: readonly string[], put: Put): void {
  if (isDetail(node)) return;
  if (ts.isBinaryExpression(node)) {
    for (const text of operators.get(node.operatorToken.kind) ?? []) put(node.operatorToken, text);
    if (node.operatorToken.kind === K.QuestionQuestionToken) put(node, node.left.getText());
  } else if (ts.isNumericLiteral(node)) put(node, String(Number(node.text) + 1));
  else if (ts.isStringLiteralLike(node)) mutateString(node, answers, put);
  else if (node.kind === K.TrueKeyword) put(node, "false");
  else if (node.kind === K.FalseKeyword) put(node, "true");
  else if (ts.isIfStatement(node)) {
    put(node.expression, "true");
    put(node.expression, "false");
  } else if (ts.isConditionalExpression(node)) {
    put(node, node.whenTrue.getText());
    put(node, node.whenFalse.getText());
  } else if (ts.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken) put(node, node.operand.getText());
  else if (ts.isContinueStatement(node) || ts.isBreakStatement(node)) put(node, ";");
  else if (ts.isCaseClause(node) && node.statements.length > 0) put(node, `case ${node.expression.getText()}: break;`);
  else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) mutateCall(node, node.expression, put);
  else if (ts.isRegularExpressionLiteral(node)) mutateRegex(node, put);
}

/** Text of a separator or of one link of a chain of replacements: the link as a whole is a mutant, and asking for more is pedantry. */
function isDetail(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === K.PlusToken)
    return ts.isStringLiteralLike(node.left) || ts.isStringLiteralLike(node.right);
  if (!ts.isStringLiteralLike(node) && !ts.isRegularExpressionLiteral(node)) return false;
  if (ts.isStringLiteralLike(node) && node.text !== "" && !/[\p{L}\p{N}]/u.test(node.text)) return true;
  const call = node.parent;
  return ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression) && chainLinks.has(call.expression.name.text);
}

/** A label gives way to the next label that the function answers; any other string to one that is not there. */
function mutateString(node: ts.StringLiteralLike, answers: readonly string[], put: Put): void {
  if (ts.isPropertyAssignment(node.parent) && node.parent.name === node) return;
  const at = answers.indexOf(node.text);
  const answered = at >= 0 && answers.length > 1 && isAnswer(node);
  put(node, JSON.stringify(answered ? answers[(at + 1) % answers.length] : node.text === "" ? "Q" : ""));
}

function mutateCall(node: ts.CallExpression, { name, expression }: ts.PropertyAccessExpression, put: Put): void {
  const other = swapped.get(name.text);
  if (other !== undefined) put(name, other);
  if (droppable.has(name.text)) put([expression.end, node.end], "");
}

/** Every string that some return or arrow of the script answers, in order. */
function labels(file: ts.SourceFile): readonly string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && isAnswer(node)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found];
}

/** True for a string that stands where an answer is made: returned, a branch of what is returned, or a `label` or `confidence`. */
function isAnswer(node: ts.StringLiteralLike): boolean {
  let at: ts.Node = node;
  while (ts.isConditionalExpression(at.parent) || ts.isParenthesizedExpression(at.parent)) at = at.parent;
  return (
    ts.isReturnStatement(at.parent) ||
    (ts.isPropertyAssignment(at.parent) && at.parent.initializer === at && at.parent.name.getText() === "label")
  );
}

/**
 * Changes to a regular expression that can only make it match less, or lift an anchor: never one that could backtrack for ever.
 * One alternative less, a quantifier less, a flag less, an anchor less, never at all. An alternative is an entry of a table.
 */
function mutateRegex(node: ts.RegularExpressionLiteral, put: Put): void {
  const end = node.text.lastIndexOf("/");
  const source = node.text.slice(1, end);
  const flags = node.text.slice(end + 1);
  const found = new Set([node.text]);
  const offer = (text: string, withFlags: string, entry: boolean): void => {
    const literal = `/${text}/${withFlags}`;
    if (text === "" || found.has(literal) || !isRegex(text, withFlags)) return;
    found.add(literal);
    put(node, literal, entry);
  };
  const without = (index: number, length: number, entry = false): void =>
    offer(source.slice(0, index) + source.slice(index + length), flags, entry);
  offer("(?!)", flags, false);
  for (const flag of ["i", "g"]) if (flags.includes(flag)) offer(source, flags.replace(flag, ""), false);
  if (source.startsWith("^")) without(0, 1);
  if (source.endsWith("$") && !source.endsWith("\\$")) without(source.length - 1, 1);
  for (const { index } of source.matchAll(/\\b/g)) without(index, 2);
  for (const { index } of source.matchAll(/(?<=[^\\(|]|\\[dwsDWS])[+*?](?![?])/g)) without(index, 1);
  for (const { index, 0: bar } of source.matchAll(/\|(?:\\.|[^|()\\[\]])+(?=[|)]|$)/g)) without(index, bar.length, true);
}

function isRegex(source: string, flags: string): boolean {
  try {
    return new RegExp(source, flags).source.length > 0;
  } catch {
    return false;
  }
}
