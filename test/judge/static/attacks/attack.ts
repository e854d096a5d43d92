/** What it tries, the text of its module (statements of `f` alone when it exports nothing), and a rule that must be among those that refuse it. */
export type Attack = readonly [aim: string, text: string, rule: string];

/** The row of all attacks; in statements `t` is its text and `n` its amount. */
const row = "export interface Row { readonly text: string; readonly amount: number }\n";

/** The whole file. */
export function attackFile(text: string): string {
  if (/\bexport\b/.test(text)) return row + text;
  return `${row}export function f(row: Row): string {\n  const t = row.text;\n  const n = row.amount;\n  ${text}\n}\n`;
}
