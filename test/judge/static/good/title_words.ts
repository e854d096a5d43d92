/** Capital first letters. */
export function title_words(value: string | null): string | null {
  if (value === null) return null;
  const words = value.trim().split(/\s+/);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join(" ");
}
