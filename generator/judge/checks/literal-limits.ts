import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { issueAt, type Parsed } from "../parse.ts";
import { limits } from "../subset/limits.ts";

/** Literals are small enough to be reviewed. */
export function literalLimits(parsed: Parsed): Issue[] {
  const issue = (node: ts.Node, message: string): Issue[] => [issueAt(parsed, node, "literal-limits", message)];
  return parsed.nodes.flatMap((node): Issue[] => {
    if (
      (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) &&
      node.text.length > limits.literal
    ) {
      return issue(node, `a text of ${node.text.length} characters, at most ${limits.literal} are allowed; keep the words that matter`);
    }
    const parts = ts.isArrayLiteralExpression(node)
      ? node.elements
      : ts.isObjectLiteralExpression(node)
        ? node.properties
        : ts.isUnionTypeNode(node)
          ? node.types
          : [];
    return parts.length > limits.elements
      ? issue(node, `${parts.length} entries, at most ${limits.elements} are allowed; keep the most frequent`)
      : [];
  });
}
