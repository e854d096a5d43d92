import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { excerpt, issueAt, type Checked } from "../parse.ts";
import { forbiddenProperties } from "../subset/names.ts";

/** Brackets hold numbers or known keys: a key from the data could be the name of something every object has. */
export function safeAccess(checked: Checked): Issue[] {
  return checked.nodes.flatMap((node) => {
    if (!ts.isElementAccessExpression(node) || isKnown(checked.checker.getTypeAtLocation(node.argumentExpression))) return [];
    return [
      issueAt(
        checked,
        node,
        "safe-access",
        `\`${excerpt(checked, node)}\` looks a text up in an object; keep the table in \`const TABLE: ReadonlyMap<string, …> = new Map([["key", value]])\` and ask \`TABLE.get(key)\``,
      ),
    ];
  });
}

function isKnown(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.every(isKnown);
  if ((type.flags & ts.TypeFlags.NumberLike) !== 0) return true;
  return type.isStringLiteral() && !forbiddenProperties.has(type.value);
}
