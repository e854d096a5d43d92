import { ts } from "ts-morph";
import type { Parsed } from "./parse.ts";

/** The candidate's text without comments: nothing that is only said, not done, goes on to output or to a later prompt. */
export function withoutComments({ file, start }: Parsed): string {
  const cuts = new Map<number, number>();
  const note = (ranges: readonly ts.CommentRange[] | undefined): void => {
    for (const { pos, end } of ranges ?? []) cuts.set(pos, end);
  };
  const visit = (node: ts.Node): void => {
    note(ts.getLeadingCommentRanges(file.text, node.pos));
    note(ts.getTrailingCommentRanges(file.text, node.end));
    for (const child of node.getChildren(file)) if (!ts.isJSDoc(child)) visit(child);
  };
  visit(file);
  let text = "";
  let from = start;
  for (const [pos, end] of [...cuts].toSorted(([a], [b]) => a - b)) {
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
