import type { Candidate, Issue } from "../../types.ts";

/**
 * Characters that a reviewer cannot see or that change how others are shown: controls but tab and newline, bidirectional marks, zero-width and other
 * default-ignorable ones, tags, variation selectors but the one for emoji, private use, lone surrogates.
 */
const hidden =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff]|\p{Co}|\p{Cs}|[\u{1bca0}-\u{1bca3}]|[\u{1d173}-\u{1d17a}]|[\u{e0000}-\u{e0fff}]/u;

/** Every character of the text can be seen, and none hides what the text says (trojansource.codes). */
export function visibleText({ source }: Candidate): Issue[] {
  return source.split("\n").flatMap((text, index) => {
    const found = hidden.exec(text)?.[0];
    if (found === undefined) return [];
    const code = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    return [
      {
        rule: "visible-text",
        line: index + 1,
        message: `an invisible or control character ${code}; write it as an escape (\\u…) or delete it`,
      },
    ];
  });
}
