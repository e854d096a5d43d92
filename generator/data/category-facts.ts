import type { Column } from "../types.ts";
import { byCount } from "./by-count.ts";
import { fewestRows } from "./fewest-rows.ts";
import { plain } from "./gate.ts";
import type { Outcome } from "./outcome.ts";
import { shapeFact } from "./shape-fact.ts";
import { percent } from "./wording.ts";

/** Values that are listed with their targets, target groups named beside one, and values that are then listed with their count alone. */
const mostDetailed = 16;
const mostGroups = 3;
const mostCounted = 40;

/**
 * The values that enough rows share, each with the targets it goes with; of a `shape` column only shapes.
 *
 * @param texts The cells as they may be shown.
 */
export function categoryFacts(
  cells: readonly (string | null)[],
  texts: readonly (string | null)[],
  { send }: Pick<Column, "send">,
  outcomes: Outcome,
): string[] {
  const present = cells.filter((cell) => cell !== null);
  const alike = new Set(present).size - new Set(present.map(plain)).size;
  const spellings = alike > 0 ? [`${alike} fewer when case, spaces and punctuation are ignored`] : [];
  if (send === "shape") return [...spellings, shapeFact(present)];
  const counts = byCount(texts.filter((text) => text !== null));
  const common = counts.filter(({ count }) => count >= fewestRows);
  const detailed = common
    .slice(0, mostDetailed)
    .map(({ value, count }) => `${JSON.stringify(value)}: ${count} rows (${mix(value, count)})`);
  const counted = common.slice(mostDetailed, mostDetailed + mostCounted).map(({ value, count }) => `${JSON.stringify(value)} ${count}`);
  return [
    ...spellings,
    ...detailed,
    ...(counted.length > 0 ? [`then ${counted.join(", ")}`] : []),
    ...rest("more values", counts.slice(detailed.length + counted.length, common.length)),
    ...rest(`values of under ${fewestRows} rows each`, counts.slice(common.length)),
  ];

  function rest(what: string, values: typeof counts): string[] {
    return values.length === 0 ? [] : [`${values.length} ${what}, ${values.reduce((sum, { count }) => sum + count, 0)} rows together`];
  }

  function mix(value: string, count: number): string {
    const groups = byCount(texts.flatMap((text, i) => (text === value ? (outcomes.names[outcomes.of[i]!] ?? []) : [])));
    return groups
      .slice(0, mostGroups)
      .map((group) => `${group.value} ${percent(group.count, count)}`)
      .join("; ");
  }
}
