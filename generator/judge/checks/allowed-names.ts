import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { issueAt, type Parsed } from "../parse.ts";
import { globals, globalTypes } from "../subset/globals.ts";
import { forbiddenNames, forbiddenProperties, nameHints } from "../subset/names.ts";

/** Names are plain ASCII, hide no global, and reach none of the language's machinery, however they are written. */
export function allowedNames(parsed: Parsed): Issue[] {
  return parsed.nodes.flatMap((node) => {
    const issue = (message: string): Issue[] => [issueAt(parsed, node, "allowed-names", message)];
    if (ts.isIdentifier(node)) {
      if (!/^[A-Za-z_$][A-Za-z0-9_$]*$/.test(node.getText(parsed.file)))
        return issue(`the name ${JSON.stringify(node.text)}; use plain ASCII letters and digits`);
      if (isDeclared(node) && (isTaken(node.text) || node.text.startsWith("__")))
        return issue(`declares \`${node.text}\`, a name of the language; choose another name`);
      return isProperty(node) && forbiddenProperties.has(node.text) ? issue(machinery(node.text)) : [];
    }
    if (ts.isPrivateIdentifier(node)) return issue("a private name; there are no classes");
    return ts.isStringLiteralLike(node) && isKey(node) && forbiddenProperties.has(node.text) ? issue(machinery(node.text)) : [];
  });
}

function machinery(name: string): string {
  const hint = nameHints.get(name);
  return `the property \`${name}\`; ${hint ?? "name properties after the data only, and use a Map for words of the data"}`;
}

function isTaken(name: string): boolean {
  return forbiddenNames.has(name) || globals.has(name) || globalTypes.has(name);
}

function isDeclared(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isBindingElement(parent)) return parent.name === node;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isInterfaceDeclaration(parent) ||
      ts.isTypeAliasDeclaration(parent)) &&
    parent.name === node
  );
}

function isProperty(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isPropertySignature(parent) && parent.name === node) ||
    ts.isShorthandPropertyAssignment(parent) ||
    (ts.isBindingElement(parent) && ts.isObjectBindingPattern(parent.parent) && (parent.propertyName ?? parent.name) === node)
  );
}

/** Text in the place of a property's name, and any that is the type of one: `o["x"]`, `{ "x": 1 }`, `Record<"x", …>`. */
function isKey({ parent }: ts.StringLiteralLike): boolean {
  return (
    ts.isElementAccessExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isBindingElement(parent) ||
    ts.isLiteralTypeNode(parent)
  );
}
