import { unseen } from "./unseen.ts";

/**
 * One line of prose for a comment: the only way in which text from outside enters one.
 * It cannot end the comment, break its line, hide characters, or become a TSDoc tag.
 */
export function comment(text: string): string {
  return oneLine(text)
    .replaceAll("*/", "*\\/")
    .replace(/(^|[ {])@/g, "$1\\@");
}

/** The text on one line, without what a reader cannot see. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").replace(unseen, "").replace(loneSurrogate, "\ufffd").trim();
}

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A doc comment of paragraphs, each wrapped; on one line where it fits. Paragraphs have passed `comment`. */
export function docComment(paragraphs: readonly string[], width = 94): string {
  const lines = paragraphs
    .map((paragraph) => wrap(paragraph, width).join("\n"))
    .join("\n\n")
    .split("\n");
  if (lines.length === 1 && lines.join("").length < width - 7) return `/** ${lines.join("")} */`;
  return ["/**", ...lines.map((line) => ` * ${line}`.trimEnd()), " */"].join("\n");
}

/** Breaks at spaces so that no line is longer than `width` unless one word is; an item of a list ("- ") hangs. */
function wrap(text: string, width: number): string[] {
  const out: string[] = [];
  for (const line of text.split("\n")) {
    const hang = line.startsWith("- ") ? "  " : "";
    let current = "";
    for (const word of line.split(" ")) {
      if (current !== "" && current.length + 1 + word.length > width) {
        out.push(current);
        current = hang + word;
      } else {
        current = current === "" ? word : `${current} ${word}`;
      }
    }
    out.push(current);
  }
  return out;
}
