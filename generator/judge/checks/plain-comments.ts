import type { Issue } from "../../types.ts";
import { commentsOf } from "../comments.ts";
import { lineOf, type Parsed } from "../parse.ts";

/** Words by which comments switch off or steer other tools. */
const directive =
  /@ts-|@jsx|\beslint-|^\/\*\s*eslint|oxlint-|prettier-ignore|biome-ignore|istanbul ignore|\bc8 ignore|v8 ignore|stryker |stryker-|@vite|@vitest|webpack[A-Z]|@preserve|@license|^\/\/\//i;

/** What tools look for in the whole text of a file, in strings too. */
const anywhere = /^#!.*|[#@] ?sourceMappingURL=|[#@] ?sourceURL=|@(?:vitest|jest)-environment\b/gm;

/** No comment speaks to a compiler, linter, formatter, debugger or test runner. */
export function plainComments(parsed: Parsed): Issue[] {
  const { file, start } = parsed;
  const issue = (at: number, found: string): Issue => ({
    rule: "plain-comments",
    line: lineOf(parsed, at),
    message: `the directive "${found.trim()}"; delete it: checks cannot be switched off`,
  });
  const spoken = commentsOf(parsed).flatMap(({ pos, end }) => {
    const found = directive.exec(file.text.slice(pos, end))?.[0];
    return found === undefined ? [] : [issue(pos, found)];
  });
  return [...spoken, ...[...file.text.slice(start).matchAll(anywhere)].map((found) => issue(start + found.index, found[0]))];
}
