import type { Evidence, PartEffect, Task } from "../types.ts";
import { interval, percent, signed } from "./figures.ts";

/** Most parts that one sentence names. */
const most = 3;
/** A weaker association says nothing to a reader. */
const worthNaming = 0.2;

/**
 * Where a step says something (by class, where there are classes), where it helps and where it hurts, as sentences; "" where no part was
 * measured.
 *
 * @param name How the name of a part or step is printed.
 */
export function whereLine({ parts, nearest }: Evidence, task: Task, name: (text: string) => string): string {
  const classes = task.kind === "class" ? parts.filter(({ part }) => part.startsWith(`${task.column} is `)) : [];
  const sentences = [...spoken(classes.length > 0 ? classes : parts, name), ...felt(parts, name)];
  if (nearest !== null && nearest.association >= worthNaming)
    sentences.push(`Its answers are closest to those of ${name(nearest.step)} (association ${nearest.association.toFixed(2)} of 1).`);
  return sentences.join(" ");
}

/** Where it says something most and least often. */
function spoken(parts: readonly PartEffect[], name: (text: string) => string): string[] {
  const sorted = parts.toSorted((a, b) => b.fires - a.fires || b.rows - a.rows);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || first.fires === last.fires) return [];
  return [`Speaks most where ${name(first.part)} (${percent(first.fires)}), least where ${name(last.part)} (${percent(last.fires)}).`];
}

function felt(parts: readonly PartEffect[], name: (text: string) => string): string[] {
  const shown = ({ part, rows, lift, interval: range }: PartEffect): string =>
    `${name(part)} (${signed(lift)} ${interval(range, signed)} on ${String(rows)} rows)`;
  const sorted = parts.toSorted((a, b) => b.lift - a.lift);
  const [best] = sorted;
  if (best === undefined) return [];
  const helps = best.lift > 0 ? [`Helps most where ${shown(best)}.`] : ["Helps in no part."];
  const surely = sorted.filter(({ interval: [, high] }) => high < 0).toReversed();
  const worst = sorted.at(-1)!;
  if (surely.length > 0) {
    const more = surely.length > most ? ` and in ${String(surely.length - most)} more parts` : "";
    return [...helps, `Hurts where ${surely.slice(0, most).map(shown).join(", ")}${more}.`];
  }
  return [...helps, worst.lift < 0 ? `Perhaps hurts where ${shown(worst)}; for sure in no part.` : "Hurts in no part."];
}
