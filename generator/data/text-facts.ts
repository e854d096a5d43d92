import type { Outcome } from "./outcome.ts";
import { shapeFact } from "./shape-fact.ts";
import { typicalWords } from "./typical-words.ts";
import { percent, quantile, spread, tidy } from "./wording.ts";

/**
 * Lengths and what cells contain; shapes where cells are short; typical words of every target.
 *
 * @param words The cells without what must stay; null where only their shape may be told.
 */
export function textFacts(cells: readonly (string | null)[], words: readonly (string | null)[] | null, outcomes: Outcome): string[] {
  const present = cells.filter((cell) => cell !== null);
  const lengths = present.map((text) => text.length);
  const short = quantile(Float64Array.from(lengths).toSorted(), 0.95) <= 30;
  return [
    `characters: ${spread(lengths, tidy)}; words: ${spread(
      present.map((text) => text.match(/\S+/g)?.length ?? 0),
      tidy,
    )}`,
    `cells with ${traits.map(([name, test]) => `${name} ${percent(present.filter((text) => test.test(text)).length, present.length)}`).join(", ")}`,
    ...(short ? [shapeFact(present)] : []),
    ...(words === null ? [] : typicalWords(words, outcomes)),
  ];
}

const traits: readonly (readonly [string, RegExp])[] = [
  ["a digit", /\d/],
  ["a question mark", /\?/],
  ["an exclamation mark", /!/],
  ["a line break", /[\r\n]/],
  ["a currency sign", /[$€£¥]/],
  ["a link", /https?:\/\/|www\./],
  ["an e-mail address", /\S@\S/],
  ["a word in capitals", /\b[A-Z]{4}/],
  ["letters beyond ASCII", /[\u00aa-\u1fff\u2c00-\ud7ff]/],
];
