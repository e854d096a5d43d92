import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { excerpt, issueAt, type Parsed } from "../parse.ts";
import { syntax, syntaxHints } from "../subset/kinds.ts";
import { limits } from "../subset/limits.ts";

const allowedKinds: ReadonlySet<ts.SyntaxKind> = new Set(syntax.flatMap(({ allowed }) => allowed.map(([kind]) => kind)));

/** Every kind of syntax is on the list, and the tree is not too large. */
export function allowedSyntax(parsed: Parsed): Issue[] {
  if (parsed.nodes.length > limits.nodes) {
    return [issueAt(parsed, parsed.file, "tree-limits", `the text has over ${limits.nodes} parts; write a shorter function`)];
  }
  return [...parsed.nodes.flatMap((node) => wrongKind(parsed, node)), ...tooDeep(parsed)];
}

/** Operator tokens inside expressions are the business of another check. */
function wrongKind(parsed: Parsed, node: ts.Node): Issue[] {
  if (allowedKinds.has(node.kind) || isOperator(node)) return [];
  const hint = syntaxHints.get(node.kind);
  const found =
    hint === undefined
      ? `\`${excerpt(parsed, node)}\` (${ts.SyntaxKind[node.kind]}) is outside the subset; write it with what the subset lists`
      : `found ${hint}`;
  return [issueAt(parsed, node, "allowed-syntax", found)];
}

function isOperator({ kind, parent }: ts.Node): boolean {
  return kind >= ts.SyntaxKind.FirstBinaryOperator && kind <= ts.SyntaxKind.LastBinaryOperator && ts.isBinaryExpression(parent)
    ? true
    : (kind === ts.SyntaxKind.InKeyword || kind === ts.SyntaxKind.InstanceOfKeyword) && ts.isBinaryExpression(parent);
}

function tooDeep(parsed: Parsed): Issue[] {
  const depth = new Map<ts.Node, number>([[parsed.file, 0]]);
  for (const node of parsed.nodes.slice(1)) {
    const own = (depth.get(node.parent) ?? 0) + 1;
    if (own > limits.depth) {
      return [
        issueAt(
          parsed,
          node,
          "tree-limits",
          `expressions lie over ${limits.depth} levels deep; name the parts by const, or keep them in a table`,
        ),
      ];
    }
    depth.set(node, own);
  }
  return [];
}
