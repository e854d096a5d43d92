const MISSING = new Set(["", "-", "n/a", "na", "none", "null", "unknown", "tbd", "?"]);

/** Null for what only looks like a value. */
export function missing_words(value: string | null): string | null {
  if (value === null || MISSING.has(value.trim().toLowerCase())) return null;
  return value.trim();
}
