/** Holm's step-down adjustment: compare with the level as if there had been one test. Order is kept. */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((_, i) => i).toSorted((a, b) => ps[a]! - ps[b]! || a - b);
  const adjusted = ps.map(() => 1);
  let least = 0;
  order.forEach((i, rank) => {
    least = Math.max(least, Math.min(1, (ps.length - rank) * ps[i]!));
    adjusted[i] = least;
  });
  return adjusted;
}

/**
 * p of "none of these knows anything" (Simes, "An improved Bonferroni procedure", Biometrika 73, 1986): the least of m × p / rank. Few strong
 * ones pass as they would by Bonferroni, many middling ones pass though none would alone. Holds for independent and positively dependent ps
 * (Sarkar 1998). 1 where there is none.
 */
export function simes(ps: readonly number[]): number {
  return ps.toSorted((a, b) => a - b).reduce((least, p, rank) => Math.min(least, (ps.length * p) / (rank + 1)), 1);
}
