import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { excerpt, issueAt, type Checked } from "../parse.ts";
import { regexFault } from "../regex/fault.ts";

/** Every pattern uses listed features only and is proven to take time in proportion to the text. One that is not well formed is the compiler's to name. */
export function linearRegexes(checked: Checked): Issue[] {
  const broken = checked.program.getSemanticDiagnostics(checked.file).map(({ start }) => start ?? 0);
  return checked.nodes.flatMap((node) => {
    if (!ts.isRegularExpressionLiteral(node) || broken.some((at) => node.pos <= at && at <= node.end)) return [];
    const end = node.text.lastIndexOf("/");
    const fault = regexFault(node.text.slice(1, end), node.text.slice(end + 1));
    return fault === null ? [] : [issueAt(checked, node, "linear-regexes", `\`${excerpt(checked, node)}\`: ${fault}`)];
  });
}
