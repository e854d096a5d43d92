import { figureRows } from "./closing-tables.ts";
import type { BehaviourDiff, Example } from "./diff.ts";
import { table } from "./table.ts";

/** Largest comment of GitHub, in characters. */
const mostCharacters = 65_536;

const changes = { text: "its text changed", follows: "follows from another change", added: "new", removed: "gone" } as const;

/** Whether there is nothing to say. */
export function isSilent({ known, steps, flips, failed }: BehaviourDiff): boolean {
  return known && steps.length === 0 && flips.moved === 0 && failed.before === failed.after;
}

/** The difference for a terminal. */
export function diffTable(found: BehaviourDiff): string[] {
  const title = `${found.pipeline}: the working tree beside ${found.commit}, over ${found.rows} rows`;
  if (!found.known) return [title, `${found.commit} has no such pipeline: everything is new, nothing is compared`];
  if (isSilent(found)) return [title, "no difference in behaviour: every step and every answer is the same"];
  const { flips, slices } = found;
  return [
    title,
    ...found.causes.map((cause) => `- ${cause}`),
    ...failures(found),
    "",
    ...(found.steps.length === 0
      ? ["no step says anything else"]
      : table(["step", "kind", "rows changed", "", "why"], stepRows(found), new Set([2, 3]))),
    ...found.steps.slice(0, 3).flatMap(({ step, examples }) => exampleLines(step, examples)),
    "",
    flipSentence(found),
    ...exampleLines("answers", flips.examples),
    ...(slices.length === 0
      ? []
      : ["", ...table(["slice", "rows", "to right", "to wrong", "other"], sliceRows(found, 10), new Set([1, 2, 3, 4]))]),
    ...(found.metrics === null
      ? []
      : ["", metricsTitle(found), ...table(["figure", "before", "after", "difference", ""], figureRows(found.metrics))]),
    ...speed(found),
  ];
}

/** The difference as Markdown that fits a comment of a pull request. The hidden first line is how a later run finds its comment. */
export function diffMarkdown(found: BehaviourDiff): string {
  const mark = `<!-- kiln-diff:${found.pipeline} -->`;
  const head = `### Kiln: what \`${found.pipeline}\` does differently`;
  const base = `Beside \`${found.commit}\`, over ${found.rows} rows, both versions run in the sandbox.`;
  if (!found.known)
    return `${[mark, head, `\`${found.commit}\` has no such pipeline: everything is new, nothing is compared.`].join("\n\n")}\n`;
  if (isSilent(found))
    return `${[mark, head, `${base} **No difference in behaviour**: every step and every answer is the same.`].join("\n\n")}\n`;
  const sections = [
    mark,
    head,
    base,
    found.causes.map((cause) => `- ${escaped(cause)}`).join("\n"),
    failures(found).map(escaped).join("\n"),
    `**${escaped(flipSentence(found))}**`,
    found.metrics === null
      ? ""
      : `${metricsTitle(found)}\n\n${markdownTable(["figure", "before", "after", "difference", ""], figureRows(found.metrics))}`,
    found.steps.length === 0
      ? "No step says anything else."
      : markdownTable(["step", "kind", "rows changed", "share", "why"], stepRows(found)),
    found.slices.length === 0 ? "" : markdownTable(["slice", "rows", "to right", "to wrong", "other"], sliceRows(found, 15)),
    details("Answers that flip", found.flips.examples),
    ...found.steps.map(({ step, examples }) => details(`Rows on which ${step} changes`, examples)),
    speed(found).map(escaped).join("\n").trim(),
  ].filter((section) => section !== "");
  return fitted(sections);
}

/** Whole sections, as many as fit; the first that does not fit says so. */
function fitted(sections: readonly string[]): string {
  const last = "The rest does not fit a comment: `kiln diff` shows it.";
  let text = "";
  for (const section of sections) {
    if (text.length + section.length + last.length + 4 > mostCharacters) return `${text}${last}\n`;
    text += `${section}\n\n`;
  }
  return `${text.trimEnd()}\n`;
}

function stepRows({ steps, rows: all }: BehaviourDiff): string[][] {
  return steps.map(({ step, kind, rows, change, cases }) => {
    const unseen =
      rows === 0 && change === "text" ? (cases > 0 ? `; no row shows it, ${cases} inputs of its tests do` : "; no row shows it") : "";
    const compared = change === "text" || change === "follows";
    return [step, kind, compared ? String(rows) : "", compared ? percent(rows / all) : "", `${changes[change]}${unseen}`];
  });
}

function sliceRows({ slices }: BehaviourDiff, most: number): string[][] {
  return slices.slice(0, most).map(({ slice, rows, toRight, toWrong, other }) => [slice, ...[rows, toRight, toWrong, other].map(String)]);
}

function flipSentence({ flips: { moved, toRight, toWrong, other }, rows }: BehaviourDiff): string {
  const flipped = toRight + toWrong + other;
  if (moved === 0) return "no answer moves";
  if (flipped === 0) return `no answer flips; probabilities move on ${moved} of ${rows} rows`;
  return `${flipped} of ${rows} answers flip: ${toRight} to right, ${toWrong} to wrong, ${other} otherwise; probabilities move on ${moved} rows`;
}

function failures({ failed: { before, after } }: BehaviourDiff): string[] {
  return before === 0 && after === 0 ? [] : [`the code throws on ${after} rows (before: ${before})`];
}

function metricsTitle({ metrics }: BehaviourDiff): string {
  return `figures on ${metrics?.rows ?? 0} rows ${metrics?.heldOut ? "that were held out of learning" : "of that file"}; intervals: 95 %, paired bootstrap`;
}

function speed({ micros }: BehaviourDiff): string[] {
  if (micros === null || micros.before === 0) return [];
  const ratio = micros.after / micros.before;
  return ratio > 1.5 || ratio < 0.6 ? ["", `a row takes ${ratio.toFixed(2)} times as long, tracing and the sandbox included`] : [];
}

function exampleLines(what: string, examples: readonly Example[]): string[] {
  if (examples.length === 0) return [];
  return [
    "",
    `${what}:`,
    ...examples.flatMap(({ line, before, after, cells }) => [
      `  line ${line}: ${before} → ${after}`,
      ...cells.map((cell) => `    ${cell}`),
    ]),
  ];
}

function details(title: string, examples: readonly Example[]): string {
  if (examples.length === 0) return "";
  const items = examples.map(
    ({ line, before, after, cells }) =>
      `- line ${line}: ${code(before)} → ${code(after)}${cells.map((cell) => `<br>${escaped(cell)}`).join("")}`,
  );
  return `<details><summary>${escaped(title)}</summary>\n\n${items.join("\n")}\n\n</details>`;
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows.map((cells) => cells.map(escaped))].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Text from outside on one line, of which nothing becomes markup, a mention, a link or an issue number. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>|~&#]/g, "\\$&")
    .replace(/@/g, "@\u200b")
    .replace(/:\/\//g, ":\u200b//");
}

function code(text: string): string {
  return /[`|\\]/.test(text) ? escaped(text) : `\`${text}\``;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;
}
