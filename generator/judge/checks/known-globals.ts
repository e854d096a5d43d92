import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { issueAt, type Checked } from "../parse.ts";
import { declarationOf, isOwn, isReference, methodCall } from "../scope.ts";
import { globals, type GlobalUse } from "../subset/globals.ts";
import { nameHints } from "../subset/names.ts";

/** Every value that is named is the file's own or a listed global in a listed use. */
export function knownGlobals(checked: Checked): Issue[] {
  return checked.nodes.flatMap((node) => {
    if (!ts.isIdentifier(node) || !isReference(node)) return [];
    const declaration = declarationOf(checked, node);
    if (declaration !== undefined && isOwn(checked, declaration)) return [];
    const uses = globals.get(node.text);
    if (uses === undefined) {
      const hint = nameHints.get(node.text) ?? `only ${[...globals.keys()].join(", ")} and what the file declares exist`;
      return [issueAt(checked, node, "known-globals", `the global \`${node.text}\`; ${hint}`)];
    }
    if (uses.includes("value") || uses.includes(useOf(node))) return [];
    return [
      issueAt(checked, node, "known-globals", `\`${node.text}\` as a value; use it only as ${uses.map((use) => shown[use]).join(" or ")}`),
    ];
  });
}

const shown: Readonly<Record<GlobalUse, string>> = {
  call: "a call",
  namespace: "the object of a listed method",
  new: "`new …(…)`",
  value: "a value",
  callback: "a callback",
};

function useOf(node: ts.Identifier): GlobalUse {
  const { parent } = node;
  if (ts.isCallExpression(parent)) return parent.expression === node ? "call" : methodCall(parent) === undefined ? "value" : "callback";
  if (ts.isNewExpression(parent) && parent.expression === node) return "new";
  return ts.isPropertyAccessExpression(parent) ? "namespace" : "value";
}
