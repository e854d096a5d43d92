import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { excerpt, issueAt, type Parsed } from "../parse.ts";
import { regexFault } from "../regex.ts";

/** Every pattern uses listed features only and is proven to take time in proportion to the text. */
export function linearRegexes(parsed: Parsed): Issue[] {
  return parsed.nodes.flatMap((node) => {
    if (!ts.isRegularExpressionLiteral(node)) return [];
    const end = node.text.lastIndexOf("/");
    const fault = regexFault(node.text.slice(1, end), node.text.slice(end + 1));
    return fault === null ? [] : [issueAt(parsed, node, "linear-regexes", `\`${excerpt(parsed, node)}\`: ${fault}`)];
  });
}
