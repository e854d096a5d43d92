/** How large a candidate may be. Far above what a readable step needs, far below what hurts a parser. */
export const limits = {
  /** UTF-16 units of the whole text. */
  characters: 16_384,
  lines: 400,
  /** Brackets open at once, counted before parsing. */
  brackets: 40,
  nodes: 8_000,
  /** Depth of the syntax tree. */
  depth: 100,
  functionLines: 120,
  /** UTF-16 units of one string literal. */
  literal: 400,
  /** Elements of one array or object literal, members of one union. */
  elements: 500,
  /** UTF-16 units of one regular expression. */
  regex: 600,
  /** Largest count in a quantifier. */
  regexCount: 500,
  /** Ways in which the counted repeats of one regular expression can share a text. */
  regexWays: 5_000,
  /** Loops and callbacks inside each other, through helpers too. */
  loopDepth: 4,
  /** Largest number that a loop counts to. */
  loopCount: 10_000,
  /** Largest count of repeat, padStart, padEnd. */
  repeat: 1_000,
} as const;
