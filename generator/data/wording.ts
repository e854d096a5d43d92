/** A share as whole percent, with "under 1 %" and "over 99 %" where rounding would claim none or all. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return "0 %";
  const rounded = Math.round((100 * part) / whole);
  if (rounded === 0 && part > 0) return "under 1 %";
  return rounded === 100 && part < whole ? "over 99 %" : `${rounded} %`;
}

/** A number to three significant digits. */
export function tidy(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** A number to two significant digits, for columns of which only the shape is told. */
export function rough(value: number): string {
  return String(Number(value.toPrecision(2)));
}

/** The value below which a share of the sorted numbers lies (lower of the two neighbours). */
export function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** "5 % 3, median 12, 95 % 40" of numbers in any order. */
export function spread(values: readonly number[], print: (value: number) => string): string {
  const sorted = Float64Array.from(values).toSorted();
  return `5 % ${print(quantile(sorted, 0.05))}, median ${print(quantile(sorted, 0.5))}, 95 % ${print(quantile(sorted, 0.95))}`;
}
