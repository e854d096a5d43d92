import type { Row } from "../row.ts";

/** Length of the longest run without space. */
export function nullish_assign(row: Row): number {
  let text: string | null = row.body;
  text ??= row.subject;
  text ??= "";
  let best = 0;
  let run = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === " ") {
      run = 0;
    } else {
      run += 1;
      if (run > best) {
        best = run;
      }
    }
  }
  return best;
}
