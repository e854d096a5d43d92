import { transformSync } from "esbuild";
import type { Column, Program, StepType, TestCase } from "../../../generator/types.ts";

/** Columns of the rows of these tests. */
export const columns: readonly Column[] = [
  { name: "body", property: "body", kind: "text", meaning: "what was written", send: "values" },
  { name: "plan", property: "plan", kind: "category", meaning: "what is paid for", send: "values" },
  { name: "amount", property: "amount", kind: "number", meaning: "in euro", send: "values" },
];

/** A feature called f, from the text of its module. */
export function feature(source: string, returns: StepType, reads: readonly string[] = ["body"]): Program {
  return { kind: "feature", name: "f", column: null, source, js: withoutTypes(source), returns, reads };
}

/** A normalizer of `body` called f. */
export function normalizer(source: string): Program {
  return { kind: "normalizer", name: "f", column: "body", source, js: withoutTypes(source), returns: { kind: "text" }, reads: ["body"] };
}

/** Cases without names of their own. */
export function casesOf(pairs: readonly (readonly [TestCase["input"], TestCase["expected"]])[]): readonly TestCase[] {
  return pairs.map(([input, expected], i) => ({ name: `case ${i + 1}`, input, expected }));
}

function withoutTypes(source: string): string {
  return transformSync(source, { loader: "ts", target: "es2022" })
    .code.replace(/^export (?=function|const)/gm, "")
    .replace(/^export \{[^}]*\};?$/gm, "");
}
