import type { Row } from "../row.ts";

function similarity(a: string, b: string): number {
  const grams = (text: string): Set<string> => {
    const set = new Set<string>();
    for (let i = 0; i + 2 <= text.length; i++) set.add(text.slice(i, i + 2));
    return set;
  };
  const x = grams(a);
  const y = grams(b);
  let both = 0;
  for (const g of x) if (y.has(g)) both += 1;
  return x.size + y.size === 0 ? 0 : (2 * both) / (x.size + y.size);
}

/** Dice coefficient of subject and channel. */
export function soft_match(row: Row): number {
  return similarity((row.subject ?? "").slice(0, 100), row.channel ?? "");
}
