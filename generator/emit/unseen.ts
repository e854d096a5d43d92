/** First and last UTF-16 code units of what a reader of code cannot see, or what reorders a line. Ranges, so that no Unicode version matters. */
const ranges: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x7f, 0xa0],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x1680, 0x1680],
  [0x180e, 0x180e],
  [0x2000, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x206f],
  [0x3000, 0x3000],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
];

/** Controls, spaces other than U+0020, joiners, bidi marks, variation selectors, and (a pair of code units) tags. */
export const unseen = new RegExp(
  `[${ranges.map(([first, last]) => `${unit(first)}-${unit(last)}`).join("")}]|\\udb40[\\udc00-\\udfff]`,
  "g",
);

/** A code unit as an escape of JavaScript. */
export function unit(code: number): string {
  return `\\u${code.toString(16).padStart(4, "0")}`;
}
