import { ts } from "ts-morph";
import type { Checked } from "./parse.ts";
import { declarationOf, functionOf } from "./scope.ts";

/** Properties of the row that the candidate reads, sorted; all of them when the row is used as a whole. */
export function rowReads(checked: Checked): string[] {
  const { checker, file } = checked;
  const row = file.statements.find((statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === "Row");
  if (row === undefined || !ts.isInterfaceDeclaration(row)) return [];
  const symbol = checker.getSymbolAtLocation(row.name);
  const all = row.members.flatMap(({ name }) => (name === undefined || ts.isComputedPropertyName(name) ? [] : [name.getText(file)]));
  const found = new Set<string>();
  for (const node of checked.nodes) {
    const isRow = (ts.isIdentifier(node) || ts.isObjectBindingPattern(node)) && checker.getTypeAtLocation(node).symbol === symbol;
    if (!isRow || symbol === undefined) continue;
    for (const property of ts.isIdentifier(node) ? readAt(checked, node, all) : node.elements.map(nameOf)) found.add(property);
  }
  return [...found].toSorted((a, b) => (a < b ? -1 : 1));
}

function nameOf({ propertyName, name }: ts.BindingElement): string {
  const key = propertyName ?? name;
  return ts.isIdentifier(key) || ts.isStringLiteral(key) ? key.text : "";
}

function readAt(checked: Checked, node: ts.Identifier, all: readonly string[]): readonly string[] {
  const { parent } = node;
  if (ts.isParameter(parent) || ts.isTypeReferenceNode(parent) || ts.isInterfaceDeclaration(parent)) return [];
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node) return [parent.name.text];
  if (ts.isElementAccessExpression(parent) && ts.isStringLiteralLike(parent.argumentExpression)) return [parent.argumentExpression.text];
  if (ts.isCallExpression(parent) && ts.isIdentifier(parent.expression) && functionOf(checked, parent.expression) !== undefined) return [];
  if (ts.isVariableDeclaration(parent))
    return ts.isObjectBindingPattern(parent.name) || declarationOf(checked, node) === parent || ts.isIdentifier(parent.name) ? [] : all;
  return all;
}
