const PLANS = ["free", "starter", "team", "business", "enterprise"];

function trigrams(word: string): Set<string> {
  const padded = `  ${word} `;
  const out = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i++) out.add(padded.slice(i, i + 3));
  return out;
}

function similarity(a: string, b: string): number {
  const left = trigrams(a);
  const right = trigrams(b);
  let common = 0;
  for (const gram of left) if (right.has(gram)) common++;
  return (2 * common) / (left.size + right.size);
}

/** The plan that is spelled most alike. */
export function levenshtein_plan(value: string | null): string | null {
  if (value === null) return null;
  const word = value.trim().toLowerCase();
  let best: string | null = null;
  let bestScore = 0.4;
  for (const plan of PLANS) {
    const s = similarity(word, plan);
    if (s > bestScore) {
      best = plan;
      bestScore = s;
    }
  }
  return best ?? value;
}
