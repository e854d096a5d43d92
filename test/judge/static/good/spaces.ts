/** One space between words, none at the ends. */
export function spaces(value: string | null): string | null {
  if (value === null) return null;
  const text = value.replace(/[\s\u00a0]+/g, " ").trim();
  return text.length > 0 ? text : null;
}
