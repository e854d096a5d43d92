import type { Candidate, Issue } from "../../types.ts";

/** Words by which comments switch off or steer other tools; looked for in the whole text, since nobody needs them in code either. */
const directive =
  /@ts-|@jsx|\beslint-|\/\*\s*eslint|oxlint-|prettier-ignore|biome-ignore|istanbul ignore|\bc8 ignore|v8 ignore|stryker |stryker-|sourceMappingURL|sourceURL|@vite|@vitest|webpack[A-Z]|@preserve|@license|^\s*\/\/\/|^\s*#!/i;

/** No line of the text speaks to a compiler, linter, formatter or test runner. */
export function plainComments({ source }: Candidate): Issue[] {
  return source.split("\n").flatMap((text, index) => {
    const found = directive.exec(text)?.[0];
    if (found === undefined) return [];
    return [
      { rule: "plain-comments", line: index + 1, message: `the directive "${found.trim()}"; delete it: checks cannot be switched off` },
    ];
  });
}
