import { ts } from "ts-morph";

/** Most regular expressions of a program that are pumped. */
const most = 6;

/** Texts of about `length` characters out of what the program's own regular expressions look for, each ending in what none does. */
export function regexPumps(js: string, length: number): readonly string[] {
  const file = ts.createSourceFile("step.js", js, ts.ScriptTarget.ES2022, false, ts.ScriptKind.JS);
  const samples = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) samples.add(sampleOf(node.text.slice(1, node.text.lastIndexOf("/"))));
    ts.forEachChild(node, visit);
  };
  visit(file);
  const list = [...samples].filter((sample) => sample !== "");
  const step = Math.max(1, Math.ceil(list.length / most));
  return list.filter((_, k) => k % step === 0).map((sample) => `${sample.repeat(Math.floor((length - 2) / sample.length))}\u0001!`);
}

const classes: ReadonlyMap<string, string> = new Map([
  ["d", "7"],
  ["w", "a"],
  ["s", " "],
  ["D", "a"],
  ["W", "-"],
  ["S", "a"],
  ["n", "\n"],
  ["t", "\t"],
]);

/** The letters that a pattern asks for, one after the other: no quantifiers, and of a class its first member. Rough on purpose. */
export function sampleOf(pattern: string): string {
  return pattern
    .replace(/\(\?(?:[:=!]|<[=!]|<\w+>)/g, "(")
    .replace(/\\[pP]\{[^}]*\}/g, "a")
    .replace(/\\u\{?([0-9a-fA-F]{4,6})\}?/g, (_, hex: string) => String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)))
    .replace(/\\[bB]/g, "")
    .replace(/\{\d+,?\d*\}/g, "")
    .replace(/\[\^[^\]]*\]/g, "~")
    .replace(/\[(\\?.)(?:\\.|[^\]\\])*\]/g, "$1")
    .replace(/\\(.)/g, (_, letter: string) => classes.get(letter) ?? letter)
    .replace(/[()*+?|^$]/g, "");
}
