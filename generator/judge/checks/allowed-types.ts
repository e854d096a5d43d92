import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { excerpt, issueAt, type Parsed } from "../parse.ts";
import { globalTypes } from "../subset/globals.ts";

/** Type names are the file's own or on the list; the only assertion is `as const`. */
export function allowedTypes(parsed: Parsed): Issue[] {
  const own = new Set<string>();
  for (const statement of parsed.file.statements) {
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) own.add(statement.name.text);
  }
  const issue = (node: ts.Node, message: string): Issue[] => [issueAt(parsed, node, "allowed-types", message)];
  return parsed.nodes.flatMap((node): Issue[] => {
    if (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)) {
      return issue(node, `the cast \`${excerpt(parsed, node)}\`; narrow the value by a test, or declare the type of the variable`);
    }
    if (ts.isTypeReferenceNode(node) && !ts.isConstTypeReference(node)) {
      const name = node.typeName.getText(parsed.file);
      if (own.has(name) || globalTypes.has(name)) return [];
      return issue(node, `the type ${name}; write a type of your own, or one of ${[...globalTypes].join(", ")}`);
    }
    if (ts.isTypeOperatorNode(node) && node.operator !== ts.SyntaxKind.ReadonlyKeyword) {
      return issue(node, `\`${excerpt(parsed, node)}\`; write the union out`);
    }
    return [];
  });
}
