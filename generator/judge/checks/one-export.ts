import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { issueAt, type Parsed } from "../parse.ts";

/** The module exports its one function, of one parameter and a declared return type, and nothing else that runs. */
export function oneExport(parsed: Parsed): Issue[] {
  const { candidate, file } = parsed;
  const exported = file.statements.filter(isExported);
  const values = exported.filter((statement) => !ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement));
  const wanted = values.find((statement) => ts.isFunctionDeclaration(statement) && statement.name?.text === candidate.name);
  const issue = (node: ts.Node, message: string): Issue => issueAt(parsed, node, "one-export", message);
  if (wanted === undefined || !ts.isFunctionDeclaration(wanted)) {
    const found = values.map((statement) => nameOf(statement)).join(", ") || "nothing";
    return [
      {
        rule: "one-export",
        line: 0,
        message: `exports ${found}; write \`export function ${candidate.name}(…): …\` as a function declaration`,
      },
    ];
  }
  const issues = values
    .filter((statement) => statement !== wanted)
    .map((statement) => issue(statement, `exports ${nameOf(statement)} too; export ${candidate.name} only`));
  if (wanted.parameters.length !== 1) {
    issues.push(issue(wanted, `${candidate.name} has ${wanted.parameters.length} parameters; write exactly one`));
  }
  if (wanted.type === undefined) issues.push(issue(wanted, `${candidate.name} has no return type; declare it`));
  return issues;
}

function isExported(statement: ts.Statement): boolean {
  return ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

function nameOf(statement: ts.Statement): string {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return statement.name?.text ?? "a function without a name";
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText()).join(", ");
  return "something else";
}
