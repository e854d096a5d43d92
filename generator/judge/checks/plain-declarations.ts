import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { issueAt, type Parsed } from "../parse.ts";
import { limits } from "../subset/limits.ts";

/** Declarations are of the plain sort: const and let, functions with a body and without rest parameters, no own `Row` beside the given one. */
export function plainDeclarations(parsed: Parsed): Issue[] {
  const issue = (node: ts.Node, message: string): Issue[] => [issueAt(parsed, node, "plain-declarations", message)];
  return parsed.nodes.flatMap((node): Issue[] => {
    if (ts.isVariableDeclarationList(node)) {
      const sort = node.flags & ts.NodeFlags.BlockScoped;
      return sort === ts.NodeFlags.Const || sort === ts.NodeFlags.Let
        ? []
        : issue(node, "var or using; write const, or let for what changes");
    }
    if (ts.isVariableStatement(node) && ts.isCaseOrDefaultClause(node.parent)) {
      return issue(node, "a declaration directly in a case; put braces around the case's statements");
    }
    if (ts.isFunctionDeclaration(node)) return wrongFunction(parsed, node);
    if (ts.isParameter(node) && node.dotDotDotToken !== undefined) return issue(node, "a rest parameter; take a readonly array");
    if (ts.isBindingElement(node) && node.dotDotDotToken !== undefined)
      return issue(node, "a rest element; name what you need, or use slice()");
    if (ts.isInterfaceDeclaration(node) && node.heritageClauses !== undefined)
      return issue(node, "extends; write all properties in one interface");
    if ((ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) && node.name.text === "Row" && parsed.start > 0) {
      return issue(node, "an own declaration of Row; delete it, Row is declared for you");
    }
    return [];
  });
}

function wrongFunction(parsed: Parsed, node: ts.FunctionDeclaration): Issue[] {
  const issue = (message: string): Issue[] => [issueAt(parsed, node, "plain-declarations", message)];
  if (node.body === undefined) return issue("an overload; write one signature with a body");
  if (node.name === undefined) return issue("a function without a name; name it");
  const { file } = parsed;
  const lines = file.getLineAndCharacterOfPosition(node.end).line - file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
  return lines > limits.functionLines
    ? issue(`a function of ${lines} lines, at most ${limits.functionLines} are allowed; split it, or move data to a table`)
    : [];
}
