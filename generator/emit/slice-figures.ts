import { changeVerdict, type ChangeVerdict } from "../change-verdict.ts";
import type { Learned, SliceFigures } from "../learned.ts";
import { count, interval, percent, rounded, signed } from "./figures.ts";
import { code, table } from "./markdown.ts";

/** Weakest parts that the table shows beside those that got worse. */
const weakest = 10;

/** How both arms do on parts of the sealed rows, those first that got worse, then those with the worst result. */
export function sliceSection({ figures: { slices, result } }: Pick<Learned, "figures">): string[] {
  const [first] = result.metrics;
  const last = result.metrics.at(-1);
  if (slices.length === 0 || first === undefined || last === undefined) return [];
  const verdict = (one: SliceFigures): ChangeVerdict => changeVerdict(one.interval, first.better);
  const better = slices.filter((one) => verdict(one) === "better").length;
  const worse = slices.filter((one) => verdict(one) === "worse");
  const sign = first.better === "higher" ? 1 : -1;
  const perhaps = slices.filter((one) => sign * one.difference < 0 && verdict(one) === "no clear change").length;
  const shown = [
    ...worse,
    ...worstFirst(slices, first.better)
      .filter((one) => !worse.includes(one))
      .slice(0, weakest),
  ];
  const print = last.unit === "share" ? percent : rounded;
  const rows = shown.map((one) => [
    code(one.slice),
    String(one.rows),
    `${print(one.baseline.at(-1)!)} → ${print(one.result.at(-1)!)}`,
    `${rounded(one.baseline[0]!)} → ${rounded(one.result[0]!)}`,
    `${signed(one.difference)} ${interval(one.interval, signed)}`,
    verdict(one) === "no clear change" ? "no clear change" : `**${verdict(one)}**`,
  ]);
  return [
    `On ${count(slices.length, "part")} of these rows (classes, missing cells, common categories, short and long texts, thirds of time; none of fewer than 20 rows) the result is clearly better in ${String(better)} and ${worse.length === 0 ? "clearly worse in none" : `**clearly worse in ${String(worse.length)}**`} (worse, but within chance, in ${String(perhaps)})${byChance(slices.length)}. ${worse.length === 0 ? "The weakest" : "The worse and the weakest"}, baseline → with the steps:`,
    table(["part", "rows", last.name, first.name, "difference", "verdict"], rows),
  ];
}

/** Of intervals that hold with 95 % one in forty lies above 0 when nothing changed. */
function byChance(parts: number): string {
  const expected = Math.round(parts / 40);
  return expected === 0 ? "" : `; about ${String(expected)} would look worse by chance alone`;
}

/** The parts that the result answers worst, in one sentence; "" without parts. */
export function weakParts({ figures: { slices, result } }: Pick<Learned, "figures">): string {
  const [first] = result.metrics;
  if (slices.length === 0 || first === undefined) return "";
  const named = worstFirst(slices, first.better)
    .slice(0, 3)
    .map((one) => `${code(one.slice)} (${first.name} ${rounded(one.result[0]!)} on ${count(one.rows, "row")})`);
  return `Weakest parts of the sealed rows: ${named.join(", ")}; in all of them together ${first.name} is ${rounded(first.value)}.`;
}

function worstFirst(slices: readonly SliceFigures[], better: "higher" | "lower"): SliceFigures[] {
  const sign = better === "higher" ? 1 : -1;
  return slices.toSorted((a, b) => sign * (a.result[0]! - b.result[0]!) || b.rows - a.rows || (a.slice < b.slice ? -1 : 1));
}
