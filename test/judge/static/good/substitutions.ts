const SUBSTITUTIONS: readonly (readonly [RegExp, string])[] = [
  [/\bpls\b/g, "please"],
  [/\bu\b/g, "you"],
  [/\bthx\b/g, "thanks"],
  [/\s{1,20}/g, " "],
];

/** Slang written out. */
export function substitutions(value: string | null): string | null {
  if (value === null) return null;
  let text = value.toLowerCase();
  for (const [pattern, replacement] of SUBSTITUTIONS) {
    text = text.replace(pattern, replacement);
  }
  return text.trim();
}
