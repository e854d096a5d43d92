import { ts } from "ts-morph";
import type { Cell, Issue, Row, StepValue, TestCase } from "../types.ts";

/** A file's text without its cases, line by line as it was, and the cases: none, or an issue where they are no plain list. */
interface FileCases {
  readonly source: string;
  readonly cases: readonly TestCase[];
  readonly issues: readonly Issue[];
}

type Plain = string | number | boolean | null | undefined | readonly Plain[] | { readonly [key: string]: Plain };

const form = 'write `export const cases = [{ name: "…", input: { text: "…" }, expected: true }]` of plain values';

/** Takes `const cases = […]` out of a file: entries are `{ name, input, expected }` (or `row` for the input), or `[input, expected]`. */
export function casesOfFile(source: string): FileCases {
  const file = ts.createSourceFile("/file.ts", source, ts.ScriptTarget.ES2022, true);
  const statement = file.statements.find(
    (one): one is ts.VariableStatement =>
      ts.isVariableStatement(one) && one.declarationList.declarations.some(({ name }) => name.getText(file) === "cases"),
  );
  if (statement === undefined) return { source, cases: [], issues: [] };
  const [from, to] = [statement.getStart(file), statement.end];
  const rest = source.slice(0, from) + source.slice(from, to).replace(/[^\n]/g, "") + source.slice(to);
  const cases: TestCase[] = [];
  const issues: Issue[] = [];
  const list = bare(statement.declarationList.declarations[0]?.initializer);
  const entries = list !== undefined && ts.isArrayLiteralExpression(list) ? list.elements : undefined;
  for (const [i, entry] of (entries ?? [statement]).entries()) {
    const one = ts.isExpression(entry) ? caseOf(plainOf(entry), i) : null;
    const line = file.getLineAndCharacterOfPosition(entry.getStart(file)).line + 1;
    if (one === null) issues.push({ rule: "literal-cases", line, message: `a case of another form; ${form}` });
    else cases.push(one);
  }
  return { source: rest, cases, issues };
}

function caseOf(value: Plain, i: number): TestCase | null {
  if (typeof value !== "object" || value === null) return null;
  const [name, input, expected] = isList(value)
    ? [undefined, value[0], value[1]]
    : [value["name"], "input" in value ? value["input"] : value["row"], value["expected"]];
  if (!isInput(input) || !isAnswer(expected)) return null;
  return { name: typeof name === "string" ? name : `case ${i + 1}`, input, expected };
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

function isCell(value: Plain): value is Cell {
  return value === null || typeof value === "string" || typeof value === "number";
}

function isInput(value: Plain): value is Cell | Row {
  return isCell(value) || (typeof value === "object" && !isList(value) && Object.values(value).every(isCell));
}

function isAnswer(value: Plain): value is StepValue {
  if (isCell(value) || typeof value === "boolean") return true;
  return (
    typeof value === "object" &&
    !isList(value) &&
    typeof value["label"] === "string" &&
    /^(?:high|medium|low)$/.test(String(value["confidence"]))
  );
}

function bare(node: ts.Expression | undefined): ts.Expression | undefined {
  let inner = node;
  while (inner !== undefined && (ts.isAsExpression(inner) || ts.isSatisfiesExpression(inner) || ts.isParenthesizedExpression(inner)))
    inner = inner.expression;
  return inner;
}

/** The value of a literal; undefined for what is none. */
function plainOf(expression: ts.Expression): Plain {
  const node = bare(expression);
  if (node === undefined) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(node.operand))
    return -Number(node.operand.text);
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(plainOf);
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const entries = node.properties.map((property): [string, Plain] | null => {
    if (!ts.isPropertyAssignment(property) || !(ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))) return null;
    return [property.name.text, plainOf(property.initializer)];
  });
  return entries.some((entry) => entry === null)
    ? undefined
    : Object.fromEntries(entries.flatMap((entry) => (entry === null ? [] : [entry])));
}
