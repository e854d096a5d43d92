import { ts } from "ts-morph";
import type { Cell, Column, Row } from "../types.ts";
import { sampleOf } from "./pumps.ts";

/** Rows that are made of a program's literals. */
const most = 160;

/** Rows out of what a script asks for: its texts, texts that its patterns match, alone and joined, and its numbers with their neighbours. */
export function literalRows(js: string, columns: readonly Column[]): readonly Row[] {
  const { texts, numbers } = literalsOf(js);
  const joined = texts.flatMap((text, i) => [text, `${text} ${texts[(i * 7 + 3) % texts.length]!}`, text.toUpperCase(), `x ${text}.`]);
  const values = columns.map(({ kind }): readonly Cell[] =>
    kind === "number" ? numbers : kind === "date" ? ["2024-02-29", null] : [...joined, ...numbers.map(String), "", null],
  );
  if (values.every(({ length }) => length < 3)) return [];
  const n = Math.min(most, 4 * Math.max(...values.map(({ length }) => length)));
  // Each column goes through its values at a stride of its own, so that they meet in many pairs.
  return Array.from({ length: n }, (_, i) =>
    Object.fromEntries(
      columns.map(({ property }, c) => [property, values[c]![(i * (2 * c + 1) + Math.floor(i / values[c]!.length)) % values[c]!.length]!]),
    ),
  );
}

function literalsOf(js: string): { readonly texts: readonly string[]; readonly numbers: readonly number[] } {
  const texts = new Set<string>();
  const numbers = new Set<number>([0, 1]);
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && node.text !== "") texts.add(node.text);
    else if (ts.isRegularExpressionLiteral(node)) texts.add(sampleOf(node.text.slice(1, node.text.lastIndexOf("/"))));
    else if (ts.isNumericLiteral(node)) for (const step of [-1, 0, 1]) numbers.add(Number(node.text) + step);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("step.js", js, ts.ScriptTarget.ES2022, false, ts.ScriptKind.JS));
  return { texts: [...texts].slice(0, 60), numbers: [...numbers].filter(Number.isFinite).slice(0, 60) };
}
