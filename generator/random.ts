/** A source of numbers that is the same everywhere: 32-bit words, and uniform integers. */
export interface Random {
  /** The next word, an integer in [0, 2³²). */
  word(): number;
  /** A uniform integer in [0, n), 1 ≤ n ≤ 2³². Rejection, so unbiased. */
  below(n: number): number;
}

/** sfc32 (Chris Doty-Humphrey, PractRand), seeded by two integers and warmed up by 15 rounds. */
export function random(seed: number, stream = 0): Random {
  let a = seed | 0;
  let b = stream | 0;
  let c = (seed ^ 0x9e3779b9) | 0;
  let d = 1;
  const word = (): number => {
    const t = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 15; i++) word();
  const below = (n: number): number => {
    const limit = 4294967296 - (4294967296 % n);
    let w = word();
    while (w >= limit) w = word();
    return w % n;
  };
  return { word, below };
}

/** The items in random order (Fisher–Yates), as a new array. */
export function shuffled<T>(items: readonly T[], source: Random): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = source.below(i + 1);
    const held = out[i]!;
    out[i] = out[j]!;
    out[j] = held;
  }
  return out;
}
