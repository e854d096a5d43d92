/** Names in title case. */
export function title_case(value: string | null): string | null {
  if (value === null) return null;
  const words = value.trim().split(/\s+/);
  const out: string[] = [];
  for (const word of words) {
    const first = word.charAt(0).toUpperCase();
    out.push(first + word.slice(1).toLowerCase());
  }
  return out.join(" ");
}
