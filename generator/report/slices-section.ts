import type { Figures, SliceFigures } from "../learned.ts";
import { html, type Html, tableOf } from "./html.ts";
import { percent, ranged, verdictMark } from "./numbers.ts";

/** Both arms on parts of the sealed rows, the worst result first. */
export function slicesSection({
  slices,
  figures,
}: {
  readonly slices: readonly SliceFigures[];
  readonly figures: { readonly result: Figures };
}): Html[] {
  const [first] = figures.result.metrics;
  const last = figures.result.metrics.at(-1);
  if (slices.length === 0 || first === undefined || last === undefined) return [];
  const sign = first.better === "higher" ? 1 : -1;
  const print = last.unit === "share" ? percent : (value: number): string => value.toFixed(4);
  const rows = slices
    .toSorted((a, b) => sign * (a.result[0]! - b.result[0]!) || b.rows - a.rows || (a.slice < b.slice ? -1 : 1))
    .map(({ slice, rows: n, baseline, result, difference, interval }) => [
      slice,
      String(n),
      `${print(baseline.at(-1)!)} → ${print(result.at(-1)!)}`,
      `${baseline[0]!.toFixed(4)} → ${result[0]!.toFixed(4)}`,
      ranged(difference, interval),
      verdictMark(interval, first.better),
    ]);
  return [
    html`<h2>Where it is weak</h2>
      <p class="dim">
        Parts of the held-out rows, from the baseline to the result, the worst result first; parts of fewer than 20 rows are left out. Of
        forty parts about one would look worse by chance alone.
      </p>
      ${tableOf("Parts of the rows", ["part", "rows", last.name, first.name, `difference in ${first.name}`, "verdict"], rows, new Set([1, 2, 3, 4]))}`,
  ];
}
