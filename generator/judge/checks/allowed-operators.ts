import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { excerpt, issueAt, type Parsed } from "../parse.ts";
import { assignments, binaryOperators, nullOperators, operatorHints, unaryOperators } from "../subset/operators.ts";

/** Operators are on the list; assignments, `++` and `--` are statements of their own or the step of a `for`. */
export function allowedOperators(parsed: Parsed): Issue[] {
  return parsed.nodes.flatMap((node) => {
    if (ts.isBinaryExpression(node)) return binary(parsed, node);
    if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) return unary(parsed, node);
    return [];
  });
}

function binary(parsed: Parsed, node: ts.BinaryExpression): Issue[] {
  const operator = node.operatorToken.kind;
  if (binaryOperators.has(operator) || (nullOperators.has(operator) && node.right.kind === ts.SyntaxKind.NullKeyword)) return [];
  if (assignments.has(operator)) return isStatement(node) ? [] : [inside(parsed, node)];
  const hint = operatorHints.get(operator) ?? "write it with the operators that the subset lists";
  return [issueAt(parsed, node.operatorToken, "allowed-operators", `the operator \`${ts.tokenToString(operator)}\`; ${hint}`)];
}

function unary(parsed: Parsed, node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): Issue[] {
  if (!unaryOperators.has(node.operator))
    return [
      issueAt(
        parsed,
        node,
        "allowed-operators",
        `the operator \`${ts.tokenToString(node.operator)}\`; write it with the operators that the subset lists`,
      ),
    ];
  const steps = node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
  return !steps || isStatement(node) ? [] : [inside(parsed, node)];
}

function isStatement(node: ts.Expression): boolean {
  return ts.isExpressionStatement(node.parent) || (ts.isForStatement(node.parent) && node.parent.incrementor === node);
}

function inside(parsed: Parsed, node: ts.Node): Issue {
  return issueAt(
    parsed,
    node,
    "allowed-operators",
    `the assignment \`${excerpt(parsed, node)}\` inside an expression; write it as a statement of its own before`,
  );
}
