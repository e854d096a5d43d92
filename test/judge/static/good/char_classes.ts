import type { Row } from "../row.ts";

/** Share of digits among all characters that are not white space. */
export function char_classes(row: Row): number {
  const text = row.body ?? "";
  let digits = 0;
  let visible = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 32 || code === 9 || code === 10 || code === 13) continue;
    visible++;
    if (code >= 48 && code <= 57) digits++;
  }
  return visible > 0 ? digits / visible : 0;
}
