/** Single spaces, straight quotes. */
export function collapse_space(value: string | null): string | null {
  if (!value) return null;
  const text = value
    .replace(/\u00a0/g, " ")
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
  return text === "" ? null : text;
}
