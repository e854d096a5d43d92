import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { originsOf, patternsOf } from "../origins.ts";
import { issueAt, type Checked } from "../parse.ts";
import { methodCall } from "../scope.ts";
import { hasTrait } from "../subset/library.ts";

/** `test`, `exec` and `search` get patterns without `g`, which would remember a place between two rows; matchAll and replaceAll such with it. */
export function regexUse(checked: Checked): Issue[] {
  return checked.nodes.flatMap((node) => {
    const call = methodCall(node);
    if (call === undefined) return [];
    const noGlobal = hasTrait(call.name, "noGlobal");
    if (!noGlobal && !hasTrait(call.name, "needsGlobal")) return [];
    const [first] = call.node.arguments;
    const pattern = call.name === "test" || call.name === "exec" ? call.receiver : first;
    if (pattern === undefined || isText(checked, pattern)) return [];
    const wrong = patternsOf(checked, pattern).find((literal) => flagsOf(literal).includes("g") === noGlobal);
    if (wrong === undefined) return [];
    const unsure = originsOf(checked, pattern) === null ? " (as far as can be told)" : "";
    return [
      issueAt(
        checked,
        node,
        "regex-use",
        noGlobal
          ? `${call.name} with ${wrong.text}${unsure}; drop the g flag: with it the pattern remembers a place between calls`
          : `${call.name} with ${wrong.text}${unsure}; add the g flag: without it the call throws`,
      ),
    ];
  });
}

function isText(checked: Checked, node: ts.Expression): boolean {
  return (checked.checker.getTypeAtLocation(node).flags & ts.TypeFlags.StringLike) !== 0;
}

function flagsOf({ text }: ts.RegularExpressionLiteral): string {
  return text.slice(text.lastIndexOf("/") + 1);
}
