/**
 * The random numbers of `numpy.random.RandomState(seed)`: the Mersenne Twister MT19937 (Matsumoto & Nishimura 1998) and numpy's shuffle,
 * so that draws are those of the published protocol without a Python at hand.
 */
export function numpyRandom(seed: number): { readonly permutation: (n: number) => number[] } {
  const state = new Uint32Array(624);
  state[0] = seed;
  for (let i = 1; i < 624; i++) state[i] = Math.imul(state[i - 1]! ^ (state[i - 1]! >>> 30), 1812433253) + i;
  let at = 624;
  const twist = (): void => {
    for (let i = 0; i < 624; i++) {
      const y = (state[i]! & 0x80000000) | (state[(i + 1) % 624]! & 0x7fffffff);
      state[i] = state[(i + 397) % 624]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    at = 0;
  };
  const next = (): number => {
    if (at === 624) twist();
    let y = state[at++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  };
  /** A whole number from 0 to `most`, by rejection under the smallest mask. */
  const upTo = (most: number): number => {
    const mask = 2 ** (32 - Math.clz32(most)) - 1;
    for (;;) {
      const value = (next() & mask) >>> 0;
      if (value <= most) return value;
    }
  };
  return {
    permutation: (n) => {
      const order = Array.from({ length: n }, (_, i) => i);
      for (let i = n - 1; i > 0; i--) {
        const j = upTo(i);
        [order[i], order[j]] = [order[j]!, order[i]!];
      }
      return order;
    },
  };
}
