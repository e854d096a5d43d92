import { ts } from "ts-morph";
import { commentsOf } from "./comments.ts";
import type { Parsed } from "./parse.ts";

/** The candidate's text without comments: nothing that is only said, not done, goes on to output or to a later prompt. */
export function withoutComments(parsed: Parsed): string {
  const { file, start } = parsed;
  let text = "";
  let from = start;
  for (const { pos, end } of commentsOf(parsed)) {
    if (pos < from) continue;
    text += file.text.slice(from, pos);
    from = end;
  }
  text += file.text.slice(from);
  return `${text
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}

/** The text as a script: types, comments and `export` gone. It declares a function of the candidate's name. */
export function asScript(source: string): string {
  const file = ts.createSourceFile("/script.ts", source, ts.ScriptTarget.ES2022, true);
  let text = source;
  for (const statement of file.statements.toReversed()) {
    const exported = ts.canHaveModifiers(statement)
      ? ts.getModifiers(statement)?.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
      : undefined;
    if (exported !== undefined) text = text.slice(0, exported.getStart(file)) + text.slice(exported.end);
  }
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleDetection: ts.ModuleDetectionKind.Legacy,
      alwaysStrict: true,
      removeComments: true,
    },
  });
  return outputText;
}
