const powers = Float64Array.of(1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15);

/**
 * The decimal with the fewest digits that is above `low` and at most `high`, near their middle; never −0.
 *
 * Common sizes go by one exact power of ten and one correctly rounded division, so the result is the double nearest to its decimal
 * and prints as that decimal; sizes from 10¹⁵ on, and gaps that are narrower than that, go by `toPrecision`.
 */
export function shortestBetween(low: number, high: number): number {
  const middle = low / 2 + high / 2;
  if (Math.abs(middle) < 1e15) {
    const coarse = Math.abs(middle) >= 10 ? coarsest(middle, low, high) : null;
    if (coarse !== null) return coarse;
    for (const power of powers) {
      const value = Math.round(middle * power) / power;
      if (value > low && value <= high) return value + 0;
    }
  }
  for (let digits = 1; digits <= 17; digits++) {
    const value = Number(middle.toPrecision(digits));
    if (value > low && value <= high) return value + 0;
  }
  return high;
}

/** A multiple of ten, a hundred … that lies between, the roundest first. */
function coarsest(middle: number, low: number, high: number): number | null {
  for (let k = 15; k > 0; k--) {
    const power = powers[k]!;
    if (power > Math.abs(middle) * 10) continue;
    const value = Math.round(middle / power) * power;
    if (value > low && value <= high) return value;
  }
  return null;
}
