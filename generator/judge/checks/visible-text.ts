import type { Candidate, Issue } from "../../types.ts";

/**
 * Code points that a reviewer cannot see, or that change how others are shown: first and last of each range.
 * Tab, newline and the variation selector for emoji (fe0f) are left out.
 */
const hidden: readonly (readonly [first: number, last: number])[] = [
  [0x0, 0x8],
  [0xb, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xd800, 0xf8ff],
  [0xfe00, 0xfe0e],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xfffe, 0xffff],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0x10ffff],
];

/** Every character of the text can be seen, and none hides what the text says (trojansource.codes). */
export function visibleText({ source }: Candidate): Issue[] {
  return source.split("\n").flatMap((text, index) => {
    const found = Array.from(text, (character) => character.codePointAt(0) ?? 0).find(isHidden);
    if (found === undefined) return [];
    const code = `U+${found.toString(16).toUpperCase().padStart(4, "0")}`;
    const message = `an invisible or control character ${code}; write it as an escape (\\u…) or delete it`;
    return [{ rule: "visible-text", line: index + 1, message }];
  });
}

function isHidden(code: number): boolean {
  return hidden.some(([first, last]) => first <= code && code <= last);
}
