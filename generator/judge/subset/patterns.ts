/** Flags of regular expressions, and what the page says of each. */
export const regexFlags: ReadonlyMap<string, string> = new Map([
  ["i", "ignore case"],
  ["u", "Unicode"],
  ["g", "all matches: only for match, matchAll, replace, replaceAll, split"],
  ["m", "lines"],
  ["s", "dot matches newline"],
]);

/** How a group may open besides `(`. */
export const regexGroups: ReadonlyMap<string, string> = new Map([
  ["(?:", "group"],
  ["(?=", "lookahead"],
  ["(?!", "negative lookahead"],
  ["(?<=", "lookbehind"],
  ["(?<!", "negative lookbehind"],
  ["(?<", "named group"],
]);

/** Letters and digits that may follow a backslash: classes, boundaries, control characters, code points, properties, back-references. */
export const regexEscapes: ReadonlySet<string> = new Set("dDwWsSbBnrtfv0xupPk123456789");
