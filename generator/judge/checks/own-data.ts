import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { changeOf } from "../changes.ts";
import { excerpt, issueAt, type Checked } from "../parse.ts";
import { bare, declarationOf, enclosingFunction, isConst, methodCall, type Change } from "../scope.ts";
import { isFresh, isOwned } from "../ownership.ts";
import { isScalar } from "../scalars.ts";
import { hasTrait } from "../subset/library.ts";

/** A function changes only its own variables, and the arrays, objects, sets and maps that it made itself. */
export function ownData(checked: Checked): Issue[] {
  return checked.nodes.flatMap((node) => {
    if (ts.isExpressionStatement(node)) return useless(checked, node);
    const change = changeOf(node);
    return change === undefined ? [] : wrongChange(checked, change);
  });
}

function useless(checked: Checked, { expression }: ts.ExpressionStatement): Issue[] {
  if (changeOf(bare(expression)) !== undefined) return [];
  return [
    issueAt(
      checked,
      expression,
      "own-data",
      `the statement \`${excerpt(checked, expression)}\` changes nothing; use its value or delete it`,
    ),
  ];
}

function wrongChange(checked: Checked, { node, target, kind }: Change): Issue[] {
  const issue = (message: string): Issue[] => [issueAt(checked, node, "own-data", message)];
  if (kind === "assignment") {
    if (!ts.isIdentifier(target)) return issue(`writes \`${excerpt(checked, target)}\`; build a new value and keep it in a variable`);
    const declaration = declarationOf(checked, target);
    if (declaration === undefined || !isLet(declaration)) {
      return issue(`assigns \`${target.text}\`, which is no \`let\` of this function; declare a \`let\` in the function`);
    }
    return enclosingFunction(declaration) === enclosingFunction(node) ? [] : issue(outer(target.text));
  }
  if (kind === "property") return wrongProperty(checked, node, target);
  if (!ts.isIdentifier(target)) {
    return kind === "mutation" && isFresh(target)
      ? []
      : issue(
          `changes \`${excerpt(checked, target)}\`; only arrays, sets and maps that the function made may change: copy it first, \`const copy = [...list]\``,
        );
  }
  const declaration = declarationOf(checked, target);
  if (declaration === undefined || !isOwned(checked, declaration)) {
    return issue(
      `changes \`${target.text}\`, which the function did not make itself; write \`const copy = [...${target.text}]\` and change the copy, or use toSorted() and map()`,
    );
  }
  if (enclosingFunction(declaration) !== enclosingFunction(node)) return issue(outer(target.text));
  const call = methodCall(node);
  if (call !== undefined && hasTrait(call.name, "returnsReceiver") && !ts.isExpressionStatement(node.parent)) {
    return issue(
      `uses the answer of \`${call.name}\`, which is the same ${call.name === "sort" || call.name === "reverse" ? "array" : "collection"} again; write the call as a statement of its own`,
    );
  }
  return [];
}

/** A `let` of its own, or one of a pattern. */
function isLet(declaration: ts.Declaration): boolean {
  let outermost: ts.Node = declaration;
  while (ts.isBindingElement(outermost)) outermost = outermost.parent.parent;
  return ts.isVariableDeclaration(outermost) && !isConst(outermost);
}

/** Properties of an object that the function made hold scalars when they change, so that no list gets a second name. */
function wrongProperty(checked: Checked, node: ts.Node, target: ts.Expression): Issue[] {
  const written = ts.isBinaryExpression(node) ? node.left : target.parent;
  const declaration = ts.isIdentifier(target) ? declarationOf(checked, target) : undefined;
  if (declaration === undefined || !isOwned(checked, declaration) || !isScalar(checked.checker.getTypeAtLocation(written))) {
    const message = `writes \`${excerpt(checked, written)}\`; only numbers, texts and truth values of an object that the function made may change: build a new value`;
    return [issueAt(checked, node, "own-data", message)];
  }
  if (enclosingFunction(declaration) === enclosingFunction(node)) return [];
  return [issueAt(checked, node, "own-data", outer(excerpt(checked, target)))];
}

function outer(name: string): string {
  return `a callback changes \`${name}\` outside itself; write \`for (const x of list)\` instead, or let the callback return the value`;
}
