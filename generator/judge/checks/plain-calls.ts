import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { excerpt, issueAt, type Checked } from "../parse.ts";
import { bare, declarationOf, functionOf, isOwn, methodCall } from "../scope.ts";
import { isBounded } from "../bounds.ts";
import { limits } from "../subset/limits.ts";
import { isScalar } from "../scalars.ts";
import { isTableSized } from "../table-sized.ts";

/** Calls go to named functions and listed methods, with arguments that cannot make them throw or answer gigantic texts. */
export function plainCalls(checked: Checked): Issue[] {
  return checked.nodes.flatMap((node) => {
    if (ts.isNewExpression(node)) return newSetOrMap(checked, node);
    if (ts.isSpreadElement(node) && !ts.isArrayLiteralExpression(node.parent) && !isTableSized(checked, node.expression)) {
      return [
        issueAt(
          checked,
          node,
          "plain-calls",
          `\`${excerpt(checked, node)}\` as arguments; a long list overflows the stack: loop over it (\`for (const x of list) best = Math.max(best, x)\`) or cut it, \`list.slice(0, 50)\``,
        ),
      ];
    }
    if (ts.isPropertyAccessExpression(node)) return methodAsValue(checked, node);
    return ts.isCallExpression(node) ? [...callee(checked, node), ...dangerousArguments(checked, node)] : [];
  });
}

function newSetOrMap(checked: Checked, node: ts.NewExpression): Issue[] {
  const { expression } = node;
  if (ts.isIdentifier(expression) && (expression.text === "Set" || expression.text === "Map")) return [];
  if (isFilledArray(checked, node)) return [];
  return [
    issueAt(
      checked,
      node,
      "plain-calls",
      `\`${excerpt(checked, node)}\`; only new Set, new Map and \`new Array<number>(26).fill(0)\` with a small literal or a length exist: write literals, and fill arrays in a loop`,
    ),
  ];
}

/** `new Array(n).fill(0)`: of a bounded length, and filled at once with something that cannot be shared. */
function isFilledArray(
  checked: Checked,
  { arguments: sizes = ts.factory.createNodeArray(), parent, expression }: ts.NewExpression,
): boolean {
  const call = ts.isPropertyAccessExpression(parent) ? methodCall(parent.parent) : undefined;
  const [size, ...more] = sizes;
  const [value] = call?.node.arguments ?? [];
  return (
    ts.isIdentifier(expression) &&
    expression.text === "Array" &&
    size !== undefined &&
    more.length === 0 &&
    isBounded(checked, size, "above") &&
    call?.name === "fill" &&
    value !== undefined &&
    isScalar(checked.checker.getTypeAtLocation(value))
  );
}

function callee(checked: Checked, node: ts.CallExpression): Issue[] {
  const issue = (message: string): Issue[] => [issueAt(checked, node, "plain-calls", message)];
  if (node.questionDotToken !== undefined) return issue("an optional call `?.()`; test for the value first");
  const called = bare(node.expression);
  if (ts.isIdentifier(called)) {
    const declaration = declarationOf(checked, called);
    const own = declaration !== undefined && isOwn(checked, declaration);
    return own && functionOf(checked, called) === undefined
      ? issue(`calls the value \`${called.text}\`; call a function by its own name`)
      : [];
  }
  const method = methodCall(node);
  if (method === undefined || !ts.isPropertyAccessExpression(called))
    return issue(`calls \`${excerpt(checked, called)}\`; call a function by its own name`);
  const declaration = declarationOf(checked, called.name as ts.Identifier);
  return declaration !== undefined && isOwn(checked, declaration)
    ? issue(`calls the property \`${method.name}\` of an own object; objects hold data only`)
    : [];
}

function methodAsValue(checked: Checked, node: ts.PropertyAccessExpression): Issue[] {
  let outer: ts.Node = node;
  while (ts.isParenthesizedExpression(outer.parent)) outer = outer.parent;
  if (ts.isCallExpression(outer.parent) && outer.parent.expression === outer) return [];
  if (checked.checker.getTypeAtLocation(node).getCallSignatures().length === 0) return [];
  return [
    issueAt(checked, node, "plain-calls", `the method \`${excerpt(checked, node)}\` as a value; call it, or wrap it in an arrow function`),
  ];
}

/** A list, text, set or map; or an object that says how many there are to be, and not too many. */
function isSized(checked: Checked, node: ts.Expression): boolean {
  if (!ts.isObjectLiteralExpression(node)) return !isShape(checked, node);
  const [length, ...more] = node.properties;
  return (
    length !== undefined &&
    more.length === 0 &&
    ts.isPropertyAssignment(length) &&
    length.name.getText(checked.file) === "length" &&
    isBounded(checked, length.initializer, "above")
  );
}

/** Whether the only thing that makes it a list is a property called length. */
function isShape({ checker }: Checked, node: ts.Expression): boolean {
  const type = checker.getTypeAtLocation(node);
  if ((type.flags & ts.TypeFlags.StringLike) !== 0) return false;
  return !type.getProperties().some(({ name }) => name.startsWith("__@iterator"));
}

function dangerousArguments(checked: Checked, node: ts.CallExpression): Issue[] {
  const issue = (message: string): Issue[] => [issueAt(checked, node, "plain-calls", message)];
  const [first, second] = node.arguments;
  const call = methodCall(node);
  const name = call?.name;
  if (name === "fill" && call !== undefined && !ts.isNewExpression(call.receiver))
    return issue("fill of a list that is there already; write `new Array<number>(26).fill(0)`, or map()");
  if (name === "from" && first !== undefined && !isSized(checked, bare(first)))
    return issue("Array.from of an object; write `Array.from({ length: n }, …)` where n is a length, a literal, or Math.min of such");
  if (name === "repeat" || name === "padStart" || name === "padEnd") {
    const count = first === undefined ? undefined : bare(first);
    if (count !== undefined && ts.isNumericLiteral(count) && Number(count.text) <= limits.repeat) return [];
    return issue(`${name} by a count that is not a literal; write a literal number up to ${limits.repeat}`);
  }
  if ((name === "replace" || name === "replaceAll") && second !== undefined) {
    const replacement = bare(second);
    if (ts.isStringLiteralLike(replacement)) {
      const whole = replacement.text.match(/\$[&`']/g)?.length ?? 0;
      return whole > 1 || /\$[`']/.test(replacement.text)
        ? issue("a replacement that repeats the text (`$&$&`, `` $` ``, `$'`); use a group once: `$1`")
        : [];
    }
  }
  return [];
}
