import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { exportedFunction } from "../exported-function.ts";
import { issueAt, type Checked } from "../parse.ts";
import { stepType } from "../step-type.ts";

/** The function takes and answers what its kind asks for. */
export function askedSignature(checked: Checked): Issue[] {
  const exported = exportedFunction(checked);
  if (exported === undefined) return [];
  const answer = stepType(checked, exported);
  return [...wrongParameter(checked, exported), ...("rule" in answer ? [answer] : [])];
}

/** A file that brings its own Row may take what it likes. */
function wrongParameter(checked: Checked, exported: ts.FunctionDeclaration): Issue[] {
  const { checker, candidate, world } = checked;
  const [parameter] = exported.parameters;
  if (parameter === undefined || world.rowDeclaration === "") return [];
  const type = checker.getTypeAtLocation(parameter);
  const issue = (wanted: string): Issue[] => [
    issueAt(checked, parameter, "asked-parameter", `takes \`${parameter.getText(checked.file)}\`; write \`${wanted}\``),
  ];
  if (candidate.kind !== "normalizer") return type.symbol?.name === "Row" ? [] : issue("row: Row");
  const parts = type.isUnion() ? type.types : [type];
  const has = (flag: ts.TypeFlags): boolean => parts.some(({ flags }) => (flags & flag) !== 0);
  return parts.length === 2 && has(ts.TypeFlags.String) && has(ts.TypeFlags.Null) ? [] : issue("value: string | null");
}
