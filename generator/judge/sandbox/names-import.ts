import { ts } from "ts-morph";

/**
 * True where script text may import: the only syntax that hands an object of the outer realm (a promise's error) to the inside.
 * Where the word occurs, the parser says whether it is the keyword; what the parser could read otherwise than the engine is refused.
 */
export function namesImport(js: string): boolean {
  if (!/\bimport\b/.test(js)) return false;
  if (/<!--|-->|\b(?:await|yield)\b/.test(js)) return true;
  const isImport = (node: ts.Node): boolean =>
    node.kind === ts.SyntaxKind.ImportKeyword ||
    ts.isImportDeclaration(node) ||
    ts.isMetaProperty(node) ||
    (ts.forEachChild(node, isImport) ?? false);
  return isImport(ts.createSourceFile("step.js", js, ts.ScriptTarget.ES2022, false, ts.ScriptKind.JS));
}
