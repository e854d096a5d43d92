/** Characters of a shape at most; a longer cell ends in `…`. */
const longest = 40;

/**
 * The make-up of a cell without its content: letters are `a` or `A` and runs of them cut after 4, digits are `9` and runs of them cut
 * after 8, spaces and punctuation stay. `iPhone 12` is `aAaaaa 99`, `Northbeam` is `Aaaaa`, `+1 212 555 0134` is `+9 999 999 9999`.
 */
export function shapeOf(text: string): string {
  const head = text.slice(0, 4 * longest);
  const classes = head
    .replace(/[a-z\u00aa-\u1fff\u2c00-\ud7ff\ue000-\ufdff]/g, "a")
    .replace(/[A-Z]/g, "A")
    .replace(/\d/g, "9")
    .replace(/[\ud800-\udfff]+/g, "😀")
    .replace(/([aA])\1{4,}/g, "$1$1$1$1")
    .replace(/9{9,}/g, "99999999");
  return text.length > head.length || classes.length > longest ? `${classes.slice(0, longest)}…` : classes;
}
