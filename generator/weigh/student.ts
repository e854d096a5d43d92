/**
 * Student's t distribution for whole degrees of freedom by its finite series (Abramowitz & Stegun 26.7.3–4): only + − × ÷ and √,
 * so every engine answers the same bits.
 */

/** P(T ≤ t), accurate to about 1e-15 absolute. */
export function studentCdf(t: number, freedom: number): number {
  return t < 0 ? 0.5 - central(-t, freedom) / 2 : 0.5 + central(t, freedom) / 2;
}

/** The t below which a share of `share` lies, for shares in (0, 1), by bisection to the last bit. */
export function studentQuantile(share: number, freedom: number): number {
  let low = -1;
  let high = 1;
  while (studentCdf(low, freedom) > share) low *= 2;
  while (studentCdf(high, freedom) < share) high *= 2;
  for (let i = 0; i < 200; i++) {
    const mid = (low + high) / 2;
    if (mid === low || mid === high) break;
    if (studentCdf(mid, freedom) < share) low = mid;
    else high = mid;
  }
  return (low + high) / 2;
}

/** P(|T| ≤ t) for t ≥ 0. */
function central(t: number, freedom: number): number {
  const even = freedom % 2 === 0;
  const cos2 = freedom / (freedom + t * t);
  const sin = t / Math.sqrt(freedom + t * t);
  const last = even ? freedom - 2 : freedom - 3;
  let term = even ? 1 : Math.sqrt(cos2);
  let sum = last < 0 ? 0 : term;
  for (let k = even ? 2 : 3; k <= (even ? last : last + 1); k += 2) {
    term *= (cos2 * (k - 1)) / k;
    sum += term;
  }
  return even ? sin * sum : (2 / Math.PI) * (arctangent(t / Math.sqrt(freedom)) + sin * sum);
}

/** Half-angle steps, then Taylor's series. */
function arctangent(x: number): number {
  let y = x;
  for (let i = 0; i < 5; i++) y /= 1 + Math.sqrt(1 + y * y);
  let sum = 0;
  for (let k = 17; k >= 1; k -= 2) sum = (k % 4 === 1 ? 1 : -1) / k + y * y * sum;
  return 32 * y * sum;
}
