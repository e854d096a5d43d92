import type { Row } from "../row.ts";

/** Highest smoothed count of marks by tenth of the text. */
export function in_place_update(row: Row): number {
  const text = row.body ?? "";
  const bins = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    if (!/[!?]/.test(text.charAt(i))) continue;
    const bin = Math.min(9, Math.floor((i / text.length) * 10));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  for (let i = 0; i < bins.length; i++) {
    bins[i] = (bins[i] ?? 0) / (text.length + 1);
  }
  return bins.reduce((a, b) => Math.max(a, b), 0);
}
