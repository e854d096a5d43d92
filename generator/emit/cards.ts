import type { Learned, Reference, Spread } from "../learned.ts";
import { count, percent } from "./figures.ts";
import { code, prose, table } from "./markdown.ts";
import { weakParts } from "./slice-figures.ts";

/** A single column that is right on this share of the rows, alone, probably knows what it should not. */
const tooGood = 0.98;
const fewestConfused = 5;

/** What the pipeline learned from: rows, balance, split, checks for leaks, and what was sent to a model. */
export function dataCard({ data, split, columns, task }: Learned, reference: Reference): string[] {
  const how = {
    random: "at random, alike in the target",
    time: "by time: the last rows are held out",
    group: "by group: rows that belong together stay together",
  }[split.kind];
  const sent = {
    never: "nothing",
    shape: "counts and shapes",
    masked: "cells with personal data and long numbers masked",
    values: "cells with personal data masked",
    raw: "cells as they are",
  };
  const sampled = data.readable > data.rows ? ` sampled from ${String(data.readable)}` : "";
  const classes = task.kind === "class" ? task.classes : [];
  const totals = totalsOf(reference.prediction, classes.length);
  const balance = classes.map((label, k) => `${code(label)} ${percent(totals[k]! / Math.max(1, sumOf(totals)))}`);
  return [
    "## Data card",
    `${count(data.rows, "row")}${sampled} of ${code(data.file.replace(/^.*[\\/]/, ""))} (sha256 ${code(data.sha256.slice(0, 16))}…), ${count(data.rejects, "reject")}. Split ${how}: ${String(split.trainRows)} to learn from, ${String(split.holdoutRows)} (${percent(split.holdoutShare)}) sealed.`,
    ...(balance.length === 0 ? [] : [`Balance of the training rows: ${balance.join(", ")}.`]),
    `Leak checks: ${count(split.grouped, "row")} shared a group with a near-duplicate and stayed on one side. ${leakSentence(reference, classes.length)}`,
    table(
      ["column", "kind", "meaning", "sent to the model"],
      columns.map((column) => [code(column.name), column.kind, prose(column.meaning), sent[column.send]]),
    ),
  ];
}

/** The input column that alone tells most of the class. */
function leakSentence({ inputs, rows }: Reference, classes: number): string {
  if (classes === 0 || rows === 0) return "The target is a number, so no column was tried alone.";
  const alone = inputs
    .filter(({ targets }) => targets.length > 0)
    .map(({ name, targets }) => ({ name, share: sumOf(targets.map((row) => Math.max(0, ...row))) / rows }))
    .toSorted((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1));
  const [best] = alone;
  if (best === undefined) return "No single column was counted.";
  const found = `${code(best.name)} alone, by its commonest class a value, is right on ${percent(best.share)} of the training rows`;
  return best.share >= tooGood ? `**${found}: is it known before the answer is?**` : `No single column tells the class: ${found}.`;
}

/** What the pipeline is for, and where it is known to fail: from answers out of bag, of trees that have not seen the row. */
export function modelCard({ task, pipeline, figures }: Learned, { prediction }: Reference): string[] {
  const weak = weakParts({ figures });
  const title = [
    "## Model card",
    `Meant for: ${prose(task.sentence)} ${prose(pipeline)} answers for rows like those of the file and no others; it does not know when a row is of another kind, but \`trace\` says what is missing, unknown or out of range, and \`kiln monitor\` compares fresh rows.`,
    ...(weak === "" ? [] : [weak]),
  ];
  if (task.kind !== "class") return title;
  const { classes } = task;
  const totals = totalsOf(prediction, classes.length);
  if (sumOf(totals) === 0) return title;
  const said = (label: string): readonly number[] => {
    const at = prediction.bins.kind === "values" ? prediction.bins.values.indexOf(label) : -1;
    return prediction.targets[at] ?? [];
  };
  const rows = classes.map((label, k) => {
    const hits = said(label)[k] ?? 0;
    const confused = classes
      .map((other) => ({ other, rows: other === label ? 0 : (said(other)[k] ?? 0) }))
      .filter((one) => one.rows >= fewestConfused)
      .toSorted((a, b) => b.rows - a.rows || (a.other < b.other ? -1 : 1))
      .slice(0, 2)
      .map((one) => `${code(one.other)} (${String(one.rows)})`);
    const named = sumOf(said(label));
    return [code(label), String(totals[k]), share(hits, totals[k]!), share(hits, named), confused.join(", ")];
  });
  return [
    ...title,
    "Known failures, by class, of answers out of bag over the training rows:",
    table(["class", "rows", "found", "right when said", "taken for"], rows),
  ];
}

function share(part: number, whole: number): string {
  return whole === 0 ? "" : percent(part / whole);
}

/** Rows of each class. */
function totalsOf({ targets }: Spread, classes: number): number[] {
  return Array.from({ length: classes }, (_, k) => sumOf(targets.map((row) => row[k] ?? 0)));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
