import type { Candidate, Issue } from "../../types.ts";
import { limits } from "../subset/limits.ts";

/** The text is small and flat enough to be parsed safely. */
export function textLimits({ source }: Candidate): Issue[] {
  const issues: Issue[] = [];
  const lines = source.split("\n").length;
  if (source.length > limits.characters) {
    issues.push(issue(0, `the text has ${source.length} characters, at most ${limits.characters} are allowed; write a shorter function`));
  }
  if (lines > limits.lines)
    issues.push(issue(0, `the text has ${lines} lines, at most ${limits.lines} are allowed; write a shorter function`));
  const deep = tooDeep(source);
  if (deep !== null) {
    issues.push(issue(deep, `more than ${limits.brackets} brackets are open at once; name the inner parts by const or helper functions`));
  }
  return issues;
}

function issue(line: number, message: string): Issue {
  return { rule: "text-limits", line, message };
}

/** The line on which too many brackets are open; brackets in texts and patterns count too, which is harmless. */
function tooDeep(source: string): number | null {
  let depth = 0;
  let line = 1;
  for (const character of source) {
    if (character === "\n") line += 1;
    if ("([{".includes(character)) depth += 1;
    if (")]}".includes(character)) depth = Math.max(0, depth - 1);
    if (depth > limits.brackets) return line;
  }
  return null;
}
