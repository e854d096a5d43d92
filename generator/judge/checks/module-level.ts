import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { excerpt, issueAt, type Parsed } from "../parse.ts";
import { methodCall } from "../scope.ts";

/** At module level stand only types, functions, and `const` tables of literals: there is no state between two rows. */
export function moduleLevel(parsed: Parsed): Issue[] {
  return parsed.file.statements.flatMap((statement) => {
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || ts.isFunctionDeclaration(statement)) return [];
    if (!ts.isVariableStatement(statement)) {
      return [
        issueAt(
          parsed,
          statement,
          "module-level",
          `\`${excerpt(parsed, statement)}\` at module level; only const tables, types and functions may stand there`,
        ),
      ];
    }
    if ((statement.declarationList.flags & ts.NodeFlags.BlockScoped) !== ts.NodeFlags.Const) {
      return [issueAt(parsed, statement, "module-level", "a variable at module level; write const, or move it into the function")];
    }
    return statement.declarationList.declarations.flatMap((declaration) => tableOnly(parsed, declaration));
  });
}

function tableOnly(parsed: Parsed, { name, initializer }: ts.VariableDeclaration): Issue[] {
  if (!ts.isIdentifier(name)) return [issueAt(parsed, name, "module-level", "a pattern at module level; write one const for each name")];
  if (initializer === undefined || ts.isArrowFunction(initializer)) return [];
  const wrong = notLiteral(initializer);
  if (wrong === null) return [];
  return [
    issueAt(
      parsed,
      wrong,
      "module-level",
      `\`${excerpt(parsed, wrong)}\` is computed at module level; write literals there, and compute inside a function`,
    ),
  ];
}

/** The first part that is not a literal, or null. Negative numbers, `as const`, new Set and new Map of literals, and parts of literals are literals. */
function notLiteral(node: ts.Expression): ts.Node | null {
  if (ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node) || ts.isAsExpression(node)) return notLiteral(node.expression);
  if (ts.isLiteralExpression(node) || ts.isIdentifier(node)) return ts.isBigIntLiteral(node) ? node : null;
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword || node.kind === ts.SyntaxKind.NullKeyword)
    return null;
  if (ts.isPrefixUnaryExpression(node)) return ts.isNumericLiteral(node.operand) ? null : node;
  if (ts.isBinaryExpression(node)) return notLiteral(node.left) ?? notLiteral(node.right);
  if (ts.isArrayLiteralExpression(node)) return firstOf(node.elements.map(notLiteral));
  if (ts.isSpreadElement(node)) return notLiteral(node.expression);
  if (ts.isObjectLiteralExpression(node))
    return firstOf(
      node.properties.map((property) =>
        ts.isPropertyAssignment(property) ? notLiteral(property.initializer) : ts.isShorthandPropertyAssignment(property) ? null : property,
      ),
    );
  if (ts.isNewExpression(node)) return firstOf((node.arguments ?? []).map(notLiteral));
  return takesApart(node) ? null : node;
}

/** `"a b c".split(" ")` and `Object.entries({ a: 1 })`. */
function takesApart(node: ts.Expression): boolean {
  const call = methodCall(node);
  if (call === undefined || !call.node.arguments.every((argument) => notLiteral(argument) === null)) return false;
  if (call.name === "split") return ts.isStringLiteralLike(call.receiver);
  return ts.isIdentifier(call.receiver) && call.receiver.text === "Object" && ["keys", "values", "entries"].includes(call.name);
}

function firstOf(nodes: readonly (ts.Node | null)[]): ts.Node | null {
  return nodes.find((node) => node !== null) ?? null;
}
