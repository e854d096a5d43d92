import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { issueAt, type Checked } from "../parse.ts";

/** No literal is the whole text of a training row: that is remembering, not judging, and may be personal. */
export function memorisedRows(checked: Checked): Issue[] {
  const { rowTexts } = checked.world;
  return checked.nodes.flatMap((node) =>
    ts.isStringLiteralLike(node) && rowTexts.has(node.text)
      ? [
          issueAt(
            checked,
            node,
            "memorised-rows",
            "a literal that is the whole text of a training row; write what such rows have in common",
          ),
        ]
      : [],
  );
}
