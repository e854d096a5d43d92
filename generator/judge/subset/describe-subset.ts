import { ts } from "ts-morph";
import { globals, globalTypes } from "./globals.ts";
import { syntax, syntaxHints } from "./kinds.ts";
import { library } from "./library.ts";
import { limits } from "./limits.ts";
import { nameHints } from "./names.ts";
import { assignments, binaryOperators, nullOperators, unaryOperators } from "./operators.ts";
import { regexFlags, regexGroups } from "./patterns.ts";

/** The page that tells a model what it may write: printed from the tables that the checks read, so the two cannot disagree. */
export function describeSubset(): string {
  return [...syntaxLines(), "", ...libraryLines(), "", ...ruleLines(), "", ...insteadLines()].join("\n");
}

function syntaxLines(): string[] {
  const groups = syntax.map(
    ({ title, allowed }) => `- ${title}: ${allowed.flatMap(([, shown]) => (shown === "" ? [] : [shown])).join(", ")}.`,
  );
  return [
    "Only what stands here exists. Everything else is refused, however harmless.",
    "",
    "**Syntax**",
    "",
    ...groups,
    `- Operators: ${tokens(binaryOperators)} ${tokens(unaryOperators)} ${[...nullOperators].map((kind) => code(`${ts.tokenToString(kind)} null`)).join(" ")}`,
    `- Assignments, each a statement of its own: ${tokens(assignments)}`,
    `- Type names: ${[...globalTypes].map(code).join(" ")}, and your own.`,
  ];
}

function libraryLines(): string[] {
  const types = library.map(({ shown, members }) => `- ${shown}: ${[...new Set(members.map(([name]) => name))].map(code).join(" ")}`);
  const plain = [...globals].flatMap(([name, uses]) => (uses.includes("call") || uses.includes("value") ? [code(name)] : []));
  return [
    "**Library**",
    "",
    ...types,
    `- global: ${plain.join(" ")}`,
    "- `sort`, `toSorted` and `reduce` need all their arguments; `parseInt` needs the radix, `toFixed` a literal. `Array.from({ length: n }, …)` and",
    "  `new Array<number>(n).fill(0)` need an `n` that is a length or a small literal.",
  ];
}

/** What the checks ask beyond single words; numbers come from the table of limits. */
function ruleLines(): string[] {
  const flags = [...regexFlags].map(([flag, meaning]) => `\`${flag}\` (${meaning})`).join(", ");
  return [
    "**Rules**",
    "",
    "- Module level: `interface`, `type`, functions, and `const` tables of literals: `const SIGNS: readonly RegExp[] = [/a/, /b/]`,",
    '  `const UNITS: ReadonlyMap<string, number> = new Map([["kg", 1]])`, `const WEIGHTS: readonly (readonly [RegExp, number])[] = [[/a/, 2]]`,',
    '  `const STOP = new Set("a an the".split(" "))`.',
    "- A function calls only functions that stand above it. No recursion; functions are never values or parameters, except a callback given to a listed method.",
    "- Change only `let` variables of the same function, and arrays, objects, sets and maps that the function made itself: `found.push(word)`,",
    "  `scores.billing += 2`, `const group = groups.get(key) ?? []`. A callback changes nothing outside itself: write `for…of` to count or collect.",
    "  An element is written at a counter or a bounded index: `bins[Math.min(9, i)] = 1`.",
    "- Look words up in a `ReadonlyMap` or `ReadonlySet`, never in an object by `table[word]`. Brackets take numbers or known keys.",
    '- An indexed element may be undefined: `list[i] ?? ""`, `match?.[1] ?? ""`. Named groups: `match.groups?.["year"]`.',
    `- Loops: \`for…of\` over something that does not change meanwhile; or \`for (let i = start; i < end; i++)\` whose ends are lengths, literals up to ${limits.loopCount}`,
    "  or `Math.min`/`Math.max` of such, `i` changed in the header only. Repeated matches: `for (const m of text.matchAll(/…/g))`.",
    `- Loops and callbacks at most ${limits.loopDepth} deep, helpers counted. In a loop a text or list may grow by a piece a round, never by itself (no \`s += s\`)`,
    "  and not once for each of its own pieces. `Math.max(...scores)` only where the list is as short as a written table; else loop.",
    `- \`repeat\`, \`padStart\`, \`padEnd\` by a literal up to ${limits.repeat}.`,
    `- Regular expressions are literals. Flags: ${flags}. Groups: \`(\` ${[...regexGroups.keys()].map(code).join(" ")}.`,
    `- Every pattern must take linear time: bound each gap (\`[^.!?]{0,40}\`, not \`.*\`), never start or end with an open repeat next to what it also matches`,
    "  (`\\s+$` is refused: use `trimEnd()`), do not nest repeats. Counts up to " +
      `${limits.regexCount}. ` +
      "`test`, `exec` and `search` take patterns without `g`, `matchAll` and `replaceAll` with it.",
    "- The function answers for every input and never throws; comments are removed; every letter of the code is visible ASCII or a plain character.",
    `- Size: ${limits.characters} characters, ${limits.lines} lines, ${limits.functionLines} a function, ${limits.literal} in a text, ${limits.regex} in a pattern, ${limits.elements} entries in a table.`,
  ];
}

/** The refusals that models meet most, in the words of the checks. */
function insteadLines(): string[] {
  const shown = [
    ts.SyntaxKind.WhileStatement,
    ts.SyntaxKind.TryStatement,
    ts.SyntaxKind.NonNullExpression,
    ts.SyntaxKind.FunctionType,
    ts.SyntaxKind.TypeQuery,
    ts.SyntaxKind.EnumDeclaration,
  ];
  const words = ["Date", "RegExp", "forEach", "localeCompare", "pow", "log", "toString", "hypot"];
  return [
    "**Instead of**",
    "",
    ...shown.flatMap((kind) => (syntaxHints.has(kind) ? [`- ${syntaxHints.get(kind)}`] : [])),
    ...words.flatMap((word) => (nameHints.has(word) ? [`- ${code(word)}: ${nameHints.get(word)}`] : [])),
    "- a cast (`as`): narrow by a test; `as const` is fine",
    '- `list.sort()`: `list.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))`; `groups.year`: `groups["year"]`',
  ];
}

function tokens(kinds: Iterable<ts.SyntaxKind>): string {
  return [...kinds].map((kind) => code(ts.tokenToString(kind) ?? "")).join(" ");
}

function code(text: string): string {
  return `\`${text}\``;
}
