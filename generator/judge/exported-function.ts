import { ts } from "ts-morph";
import type { Parsed } from "./parse.ts";

/** The candidate's exported function, when there is one of its name. */
export function exportedFunction({ file, candidate }: Parsed): ts.FunctionDeclaration | undefined {
  return file.statements
    .filter(ts.isFunctionDeclaration)
    .find(
      (statement) =>
        statement.name?.text === candidate.name &&
        (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
    );
}
