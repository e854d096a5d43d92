import { fewestRows } from "./fewest-rows.ts";
import { lowerCase } from "./lower-case.ts";
import type { Outcome } from "./outcome.ts";

/** N-grams named for one target group. */
const most = 14;
/** Standard errors by which an n-gram must stand out. */
const fewestErrors = 3;

/**
 * For every target group the words and pairs that its rows have and others have not, by the two-proportion z of the share of rows, with
 * half a row added on each side. Only rows with text count.
 */
export function typicalWords(texts: readonly (string | null)[], { names, of }: Outcome): string[] {
  const totals = names.map((_, k) => texts.filter((text, i) => text !== null && of[i] === k).length);
  const all = totals.reduce((sum, total) => sum + total, 0);
  const counts = countByGroup(texts, of, names.length);
  return names.flatMap((name, k) => {
    const own = totals[k] ?? 0;
    const ranked = [...counts]
      .map(([ngram, byGroup]) => {
        const inside = byGroup[k]!;
        const outside = byGroup.reduce((sum, count) => sum + count, 0) - inside;
        return { ngram, inside, outside, z: standOut(inside, own, outside, all - own) };
      })
      .filter(({ z, inside }) => z >= fewestErrors && inside >= fewestRows)
      .toSorted((a, b) => b.z - a.z || (a.ngram < b.ngram ? -1 : 1));
    const told = withoutParts(ranked)
      .slice(0, most)
      .map(({ ngram, inside, outside }) => `${ngram} (${inside}, elsewhere ${outside})`);
    return told.length === 0 ? [] : [`typical of ${name}, rows with it of ${own}, and of ${all - own} elsewhere: ${told.join(", ")}`];
  });
}

/** Rows of each group that contain an n-gram, for n-grams of enough rows. */
function countByGroup(texts: readonly (string | null)[], of: Int32Array, groups: number): Map<string, Int32Array> {
  const counts = new Map<string, Int32Array>();
  for (const [i, text] of texts.entries()) {
    if (text === null) continue;
    for (const ngram of ngrams(text)) {
      const known = counts.get(ngram) ?? new Int32Array(groups);
      known[of[i]!]!++;
      counts.set(ngram, known);
    }
  }
  for (const [ngram, byGroup] of counts) {
    if (byGroup.reduce((sum, count) => sum + count, 0) < fewestRows) counts.delete(ngram);
  }
  return counts;
}

/** Words and neighbouring pairs, once each. A placeholder is one word; numbers are left to the shapes. */
function ngrams(text: string): Set<string> {
  const words = lowerCase(text).match(/<[a-z]+>|[a-z\u00aa-\u1fff\u2c00-\ud7ff]+(?:['’][a-z]+)?/g) ?? [];
  const found = new Set<string>(words);
  for (let i = 1; i < words.length; i++) found.add(`${words[i - 1]} ${words[i]}`);
  return found;
}

function standOut(inside: number, own: number, outside: number, rest: number): number {
  const a = (inside + 0.5) / (own + 1);
  const b = (outside + 0.5) / (rest + 1);
  const pooled = (inside + outside + 1) / (own + rest + 2);
  return (a - b) / Math.sqrt(pooled * (1 - pooled) * (1 / (own + 1) + 1 / (rest + 1)));
}

/** Leaves out an n-gram of which a better one is a part, or that is a part of a better one. */
function withoutParts<T extends { readonly ngram: string }>(ranked: readonly T[]): T[] {
  const kept: T[] = [];
  for (const entry of ranked) {
    if (kept.length >= most) break;
    const words = ` ${entry.ngram} `;
    if (!kept.some((other) => words.includes(` ${other.ngram} `) || ` ${other.ngram} `.includes(words))) kept.push(entry);
  }
  return kept;
}
