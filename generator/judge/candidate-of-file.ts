import { ts } from "ts-morph";
import type { Candidate, StepKind } from "../types.ts";
import { textLimits } from "./checks/text-limits.ts";

/** A file of the user's as a candidate: one that stands alone, with its own `Row`, named as its exported function. */
export function candidateOfFile(path: string, text: string): Candidate {
  const source = text.replace(/^\ufeff/, "").replace(/\r\n/g, "\n");
  const candidate: Candidate = {
    kind: "feature",
    name: "f",
    column: null,
    rationale: `read from ${path}`,
    source,
    cases: [],
    origin: { round: 1, repaired: false, reply: "", model: "" },
  };
  if (textLimits(candidate).length > 0) return candidate;
  const file = ts.createSourceFile("/file.ts", source, ts.ScriptTarget.ES2022, true);
  const exported = file.statements.find((statement) => ts.isFunctionDeclaration(statement) && isExported(statement));
  if (exported === undefined || !ts.isFunctionDeclaration(exported)) return candidate;
  return { ...candidate, name: exported.name?.text ?? "f", kind: kindOf(file, exported) };
}

function isExported(statement: ts.FunctionDeclaration): boolean {
  return (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

/** By the declared types: an answer of label and confidence is a classifier's, text or null from text or null a normalizer's. */
function kindOf(file: ts.SourceFile, { parameters, type }: ts.FunctionDeclaration): StepKind {
  const answered = resolved(file, type);
  if (/\blabel\b/.test(answered) && /\bconfidence\b/.test(answered)) return "classifier";
  return isTextOrNull(resolved(file, parameters[0]?.type)) && isTextOrNull(answered) ? "normalizer" : "feature";
}

/** The text of a type, or of the declaration in the file that it names. */
function resolved(file: ts.SourceFile, type: ts.TypeNode | undefined): string {
  if (type === undefined || !ts.isTypeReferenceNode(type)) return type?.getText(file) ?? "";
  const name = type.typeName.getText(file);
  for (const statement of file.statements) {
    if (ts.isInterfaceDeclaration(statement) && statement.name.text === name) return statement.getText(file);
    if (ts.isTypeAliasDeclaration(statement) && statement.name.text === name) return statement.type.getText(file);
  }
  return name;
}

function isTextOrNull(type: string): boolean {
  return /^(?:string \| null|null \| string)$/.test(type);
}
