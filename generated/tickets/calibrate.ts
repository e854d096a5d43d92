/**
 * From shares of a forest to probabilities. Trees that each saw part of the rows hold back: where nine of ten say yes, it is often nearly
 * always yes. A curve a class, learned from rows that the trees had not seen, says what a share was worth.
 */

/** Knots in rising order of shares; between two it is straight, beyond the ends flat. */
export type Curve = readonly (readonly [share: number, probability: number])[];

/**
 * The probabilities of a row's classes.
 *
 * @param curves One a class; of two classes only one, for the second.
 * @param shares What the forest says, one number a class.
 * @param out Receives the probabilities, which sum to 1 but for rounding; may be `shares` itself.
 */
export function calibrate(curves: readonly Curve[], shares: Float64Array, out: Float64Array): void {
  const [only] = curves;
  if (only !== undefined && curves.length === 1) {
    out[1] = probabilityOf(only, shares[1] ?? 0);
    out[0] = 1 - out[1];
    return;
  }
  let sum = 0;
  for (let k = 0; k < curves.length; k++) sum += out[k] = probabilityOf(curves[k] ?? [], shares[k] ?? 0);
  for (let k = 0; k < curves.length; k++) out[k] = (out[k] ?? 0) / sum;
}

function probabilityOf(curve: Curve, share: number): number {
  let before = curve[0] ?? [0, 0];
  for (const knot of curve) {
    if (share <= knot[0]) {
      const width = knot[0] - before[0];
      return width === 0 ? knot[1] : before[1] + ((share - before[0]) / width) * (knot[1] - before[1]);
    }
    before = knot;
  }
  return before[1];
}
