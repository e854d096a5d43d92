/** Which characters atoms match, asked of the engine itself on characters that stand for all others. */
export interface Characters {
  /** One bit a stand-in that the atom matches, by kind: letters, digits and `_`; others; line ends. */
  readonly of: (atom: string) => readonly [word: bigint, other: bigint, line: bigint];
}

/** ASCII, white space of every sort, and characters that case folding or categories treat apart. */
const common: readonly string[] = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  ..."\u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\u00df\u00e9\u00c9\u0301\u017f\u212a\u0130\u2019\u20ac\u4e00\u0416\u05d0\ufffd\u{1f600}\u{10400}",
];

/**
 * Stand-ins for a pattern: the common ones, and every character that it names, with its neighbours, since sets can only differ there.
 * Atoms with `\p` are taken to match everything: which properties there are depends on the engine.
 */
export function charactersOf(source: string, flags: string): Characters {
  const named = [
    ...source.replace(/\\u\{([\da-fA-F]+)\}|\\u([\da-fA-F]{4})|\\x([\da-fA-F]{2})/g, (_, long?: string, four?: string, two?: string) =>
      fromHex(long ?? four ?? two ?? ""),
    ),
  ];
  const codes = new Set([...common, ...named].flatMap((one) => [one.codePointAt(0) ?? 0]));
  for (const one of named) for (const step of [-1, 1]) codes.add(Math.min(0x10ffff, Math.max(0, (one.codePointAt(0) ?? 0) + step)));
  const all = [...codes].map((code) => String.fromCodePoint(code));
  const kept = flags.replace(/[^ius]/g, "");
  const known = new Map<string, readonly [bigint, bigint, bigint]>();
  const of = (atom: string): readonly [bigint, bigint, bigint] => {
    const before = known.get(atom);
    if (before !== undefined) return before;
    const pattern = /\\[pP]\{/.test(atom) ? null : new RegExp(`^(?:${atom})`, kept);
    const sets: [bigint, bigint, bigint] = [0n, 0n, 0n];
    all.forEach((one, index) => {
      if (pattern?.test(one) ?? true) sets[kindOf(one)] |= 1n << BigInt(index);
    });
    known.set(atom, sets);
    return sets;
  };
  return { of };
}

function fromHex(digits: string): string {
  return String.fromCodePoint(Math.min(0x10ffff, parseInt(digits, 16)));
}

function kindOf(one: string): 0 | 1 | 2 {
  return /\w/.test(one) ? 0 : /[\n\r\u2028\u2029]/.test(one) ? 2 : 1;
}

/** Whether two atoms have a character in common. */
export function meet(characters: Characters, one: string, other: string): boolean {
  const [a, b] = [characters.of(one), characters.of(other)];
  return a.some((set, kind) => (set & (b[kind] ?? 0n)) !== 0n);
}
