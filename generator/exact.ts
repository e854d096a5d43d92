/**
 * Logarithm and exponential that give the same bits in every engine: only + − × ÷ and the bits of a double.
 * Method and constants: FreeBSD's fdlibm (e_log.c, e_exp.c, Sun Microsystems 1993); error below 1 ulp.
 */

const word = new Float64Array(1);
const bits = new Int32Array(word.buffer);
/** Index of the half that holds sign and exponent: 1 on little-endian machines, which all engines of today are. */
const high = 1;

const log2E = Math.LOG2E;
const ln2High = 6.9314718036912381649e-1;
const ln2Low = 1.90821492927058770002e-10;

/** Natural logarithm. −Infinity at 0, NaN below, NaN of NaN. */
export function exactLog(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  const lift = x < 2.2250738585072014e-308 ? 54 : 0;
  word[0] = lift > 0 ? x * 18014398509481984 : x;
  const top = bits[high]!;
  // x = 2^k (1 + f) with √½ < 1 + f < √2
  const step = ((top & 0xfffff) + 0x95f64) & 0x100000;
  const k = (top >> 20) - 1023 + (step >> 20) - lift;
  bits[high] = (top & 0xfffff) | (step ^ 0x3ff00000);
  const f = word[0]! - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940941908 + w * (0.2222219843214978396 + w * 0.1531383769920937332));
  const odd = z * (0.666666666666673513 + w * (0.2857142874366239149 + w * (0.1818357216161805012 + w * 0.1479819860511658591)));
  const half = 0.5 * f * f;
  return k * ln2High - (half - (s * (half + even + odd) + k * ln2Low) - f);
}

/** e to the power x. 0 below −745.2, Infinity above 709.8, NaN of NaN. */
export function exactExp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019411) return 0;
  const k = Math.round(x * log2E);
  const above = x - k * ln2High;
  const below = k * ln2Low;
  const r = above - below;
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 + t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  const y = 1 - (below - (r * c) / (2 - c) - above);
  return k < -1000
    ? y * powerOfTwo(k + 1000) * powerOfTwo(-1000)
    : k > 1000
      ? y * powerOfTwo(k - 1000) * powerOfTwo(1000)
      : y * powerOfTwo(k);
}

/** 2^k for whole k in [−1022, 1023]. */
function powerOfTwo(k: number): number {
  bits[high] = (k + 1023) << 20;
  bits[1 - high] = 0;
  return word[0]!;
}
