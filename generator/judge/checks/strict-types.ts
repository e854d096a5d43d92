import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { lineOf, type Checked } from "../parse.ts";
import { nameHints } from "../subset/names.ts";

/** The compiler, in its strictest mode and knowing the allowed world only, has nothing to say. */
export function strictTypes(checked: Checked): Issue[] {
  const { program, file } = checked;
  return program
    .getSemanticDiagnostics(file)
    .slice(0, 10)
    .map(({ start, length, code, messageText }) => {
      const found = file.text.slice(start ?? 0, (start ?? 0) + (length ?? 0));
      const hint = hintFor(code, found);
      const full = ts.flattenDiagnosticMessageText(messageText, " ");
      const message = full.replace(/ (?:Do you need to|Try `npm).*$/s, "");
      return { rule: `type-${code}`, line: lineOf(checked, start ?? 0), message: hint === null ? message : `${message} Instead: ${hint}.` };
    });
}

const unknownName = "only the listed names and what the file declares exist; write the few lines that you need";

const codeHints: ReadonlyMap<number, string> = new Map([
  [2304, unknownName],
  [2552, unknownName],
  [2580, unknownName],
  [2583, unknownName],
  [2584, unknownName],
  [2591, unknownName],
  [2693, unknownName],
  [2339, "use the listed methods and the row's own columns only"],
  [2550, "use the listed methods only"],
  [2551, "use the listed methods and the row's own columns only"],
  [2322, 'give the missing case a value (`list[i] ?? ""`), or declare the type that the value has'],
  [2345, 'convert or narrow the value first: `String(x)`, `Number(x)`, `x ?? ""`; patterns are literals'],
  [2454, "give the variable a value when it is declared"],
  [2540, "build a new value instead of changing this one"],
  [2588, "declare it by `let`, or build a new value"],
  [7053, "use a ReadonlyMap, or a key of the declared type"],
  [2531, "test for null first, or use `?.` with `??`"],
  [2532, 'test for undefined first, or give a default: `list[i] ?? ""`'],
  [18047, "test for null first, or use `?.` with `??`"],
  [18048, 'test for undefined first, or give a default: `list[i] ?? ""`'],
  [4111, 'write the key in brackets: `groups?.["name"]`'],
  [2554, "give every argument: `sort((a, b) => a - b)`, `reduce(…, start)`, `parseInt(text, 10)`"],
  [7006, "write the parameter's type"],
  [7031, "write the type of the pattern"],
  [7030, "return a value on every path"],
  [2366, "return a value on every path"],
  [7029, "end each case by return or break"],
]);

function hintFor(code: number, found: string): string | null {
  return nameHints.get(found) ?? codeHints.get(code) ?? null;
}
