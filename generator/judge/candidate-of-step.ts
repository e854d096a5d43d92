import { ts } from "ts-morph";
import { KilnError } from "../errors.ts";
import type { Cell, Row, StepValue, TestCase } from "../types.ts";

/** What `emit` puts before a step's own text: the comment with its evidence, and the import of the row. */
const header = /^\s*\/\*\*(?:(?!\*\/)[\s\S])*?\n \* Evidence: (?:(?!\*\/)[\s\S])*?\*\/\s*/;
const rowImport = /^\s*import type \{ Row \} from ["']\.\.\/input\.[jt]s["'];?\s*/;

/** The text of a step as its author wrote it, out of an emitted file. */
export function sourceOfStep(text: string): string {
  const plain = text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
  return `${plain.replace(header, "").replace(rowImport, "").trim()}\n`;
}

type Plain = StepValue | Readonly<Record<string, Cell>>;

/** Tests that Kiln adds to those of the author, and makes anew for a new text. */
const ofData = /^describe\("rows from the data, not written by the model"/;

/**
 * The author's cases of an emitted test file, perhaps edited: every `test("name", () => { expect(f(input)).toBe(value); })` of plain values.
 *
 * @throws {KilnError} "check" at a test of another form.
 */
export function casesOfTest(path: string, text: string): TestCase[] {
  const file = ts.createSourceFile("/step.test.ts", text, ts.ScriptTarget.ES2022, true);
  const calls = file.statements.flatMap((statement) =>
    ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression) && !ofData.test(statement.getText(file))
      ? [statement.expression]
      : [],
  );
  return calls.map((call) => {
    const [name, body] = call.arguments;
    const one = body === undefined ? null : expectation(body);
    if (name !== undefined && ts.isStringLiteralLike(name) && one !== null) return { name: name.text, ...one };
    const line = file.getLineAndCharacterOfPosition(call.getStart(file)).line + 1;
    throw new KilnError(
      "check",
      `${path}:${line}: found a test of another form; expected test("name", () => { expect(step(input)).toBe(value); }) with plain values`,
    );
  });
}

/** The one `expect(f(input)).toBe(expected)` of a test's body. */
function expectation(body: ts.Expression): Pick<TestCase, "input" | "expected"> | null {
  if (!ts.isArrowFunction(body)) return null;
  const only = ts.isBlock(body.body) ? (body.body.statements.length === 1 ? body.body.statements[0] : undefined) : undefined;
  const call = only !== undefined && ts.isExpressionStatement(only) ? only.expression : ts.isBlock(body.body) ? undefined : body.body;
  if (call === undefined || !ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return null;
  if (!/^(?:toBe|toEqual|toStrictEqual|toBeCloseTo)$/.test(call.expression.name.text)) return null;
  const expecting = call.expression.expression;
  const asked = ts.isCallExpression(expecting) ? expecting.arguments[0] : undefined;
  if (asked === undefined || !ts.isCallExpression(asked)) return null;
  const [input, expected] = [asked.arguments[0], call.arguments[0]].map((node) => (node === undefined ? undefined : plainOf(node)));
  if (input === undefined || expected === undefined || typeof input === "boolean") return null;
  return { input: input as Cell | Row, expected: expected as StepValue };
}

/** The value of a literal; undefined for anything else. `emptyRow` is a row in which nothing is set. */
function plainOf(node: ts.Expression): Plain | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(node.operand))
    return -Number(node.operand.text);
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isIdentifier(node) && node.text === "emptyRow") return {};
  return ts.isObjectLiteralExpression(node) ? recordOf(node) : undefined;
}

function recordOf(node: ts.ObjectLiteralExpression): Readonly<Record<string, Cell>> | undefined {
  const cells: [string, Cell][] = [];
  for (const member of node.properties) {
    if (ts.isSpreadAssignment(member) && member.expression.getText() === "emptyRow") continue;
    if (!ts.isPropertyAssignment(member) || !(ts.isIdentifier(member.name) || ts.isStringLiteral(member.name))) return undefined;
    const value = plainOf(member.initializer);
    if (value === undefined || typeof value === "boolean" || (typeof value === "object" && value !== null)) return undefined;
    cells.push([member.name.text, value]);
  }
  return Object.fromEntries(cells);
}
