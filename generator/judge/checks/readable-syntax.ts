import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { lineOf, syntaxErrors, type Parsed } from "../parse.ts";

/** The text is TypeScript. */
export function readableSyntax(parsed: Parsed): Issue[] {
  return syntaxErrors(parsed)
    .slice(0, 5)
    .map(({ start, messageText }) => ({
      rule: "readable-syntax",
      line: lineOf(parsed, start ?? 0),
      message: `not TypeScript: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    }));
}
