import { describe, expect, test } from "vitest";
import { indexLexicon, lexiconScores } from "../../../generator/lexicon-scores.ts";
import {
  categoryKey,
  categoryShares,
  countNgrams,
  cut,
  dateParts,
  indexCategory,
  lower,
  MAX_CELL,
  numberOf,
  textStatistics,
  tokens,
} from "../../../generator/runtime.ts";

/** What a function writes into `width` places. */
function written(width: number, write: (out: Float64Array) => void): number[] {
  const out = new Float64Array(width);
  write(out);
  return [...out];
}

describe("words", () => {
  test.each([
    ["are runs of letters and digits in lower case", "Pay INV-20391 twice", ["pay", "inv", "20391", "twice"]],
    ["keep signs of feeling and money", "Why?! £5", ["why", "?", "!", "£", "5"]],
    ["join what an apostrophe parts", "Don’t say it's rock'n'roll", ["dont", "say", "its", "rocknroll"]],
    ["leave quotes outside", "the 'paid' flag", ["the", "paid", "flag"]],
    ["are single signs in scripts without spaces", "你好 world", ["你", "好", "world"]],
    ["are single emoji", "no😀😀", ["no", "😀", "😀"]],
    ["keep other scripts whole", "Счёт naïve ΟΔΟΣ", ["счёт", "naïve", "οδοσ"]],
    ["skip halves of a surrogate pair", "a\ud800b", ["a", "b"]],
    ["may be none", " -- ", []],
  ])("%s", (_, text, words) => {
    expect(tokens(text)).toStrictEqual(words);
  });

  test("beyond the longest cell are not seen", () => {
    expect(tokens(`${"a ".repeat(MAX_CELL / 2)}b`)).not.toContain("b");
    expect(cut("x".repeat(MAX_CELL + 1))).toHaveLength(MAX_CELL);
  });

  test("lower case does not depend on the neighbours of a letter", () => {
    expect(lower("ΣΑΣ ΑΣ")).toBe("σασ ασ");
  });
});

function namesOf(...texts: (string | null)[]): string[] {
  return [...countNgrams(texts).keys()];
}

function wordsOf(...texts: (string | null)[]): string[] {
  return namesOf(...texts).filter((ngram) => !ngram.startsWith("~"));
}

describe("n-grams", () => {
  test("are words, stems of longer words, and pairs within one text", () => {
    expect(wordsOf("Cancelled twice", null, "twice")).toStrictEqual(["cancelled", "cance*", "twice", "cancelled twice"]);
    expect(countNgrams(["Cancelled twice", null, "twice"]).get("twice")).toBe(2);
  });

  test("are trigrams of words of three characters or more, with their ends", () => {
    expect(namesOf("is two")).toStrictEqual(["is", "two", "~_tw", "~two", "~wo_", "is two"]);
    expect(namesOf("login").slice(1)).toStrictEqual(["~_lo", "~log", "~ogi", "~gin", "~in_"]);
  });

  test("are shapes, not trigrams, of what holds digits", () => {
    expect(namesOf("call 0800 or A17b").filter((ngram) => /\d/.test(ngram))).toStrictEqual([
      "0800",
      "#4",
      "call 0800",
      "0800 or",
      "a17b",
      "a#2b",
      "or a17b",
    ]);
  });
});

describe("lexicon scores", () => {
  const lexicon = indexLexicon({
    bias: [0.5, -0.5],
    entries: [
      ["bill", 3, [1, -1]],
      ["login", 4, [-2, 2]],
    ],
  });

  test("are linear in a vector of length one", () => {
    const scores = written(3, (out) => lexiconScores(lexicon, ["Login", "bill unknown"], out, 1));
    expect(scores).toStrictEqual([0, 0.5 + (-8 + 3) / 5, -0.5 + (8 - 3) / 5]);
  });

  test("count the root of repeats", () => {
    expect(written(2, (out) => lexiconScores(lexicon, ["bill bill"], out, 0))).toStrictEqual([1.5, -1.5]);
  });

  test("know pairs of neighbours within a text only", () => {
    const pairs = indexLexicon({ bias: [0], entries: [["bill twice", 2, [3]]] });
    const texts = [["Bill twice"], ["bill bill, twice"], ["bill not twice"], ["twice bill"], ["bill", "twice"]];
    const scores = texts.map((row) => written(1, (out) => lexiconScores(pairs, row, out, 0))[0]);
    expect(scores).toStrictEqual([3, 3, Number.NaN, Number.NaN, Number.NaN]);
  });

  test("are missing where no n-gram is known", () => {
    expect(written(2, (out) => lexiconScores(lexicon, [null, "?"], out, 0))).toStrictEqual([Number.NaN, Number.NaN]);
  });
});

describe("a category", () => {
  const index = indexCategory({
    table: [
      { value: "", shares: [0.1] },
      { value: "pro", shares: [0.9] },
      { value: "__proto__", shares: [0.7] },
    ],
    other: [0.4],
  });

  test.each([
    ["in another spelling", "  PRO ", 0.9],
    ["that is missing", null, 0.1],
    ["that the table does not know", "free", 0.4],
    ["named like an object's own parts", "__proto__", 0.7],
    ["named like an inherited part", "constructor", 0.4],
  ])("%s has its shares", (_, value, share) => {
    expect(written(1, (out) => categoryShares(index, value, out, 0))).toStrictEqual([share]);
  });

  test("is known by its letters, not by its spaces", () => {
    expect(categoryKey("\tPro\u00a0 Monthly\n")).toBe("pro monthly");
  });
});

describe("the parts of a date", () => {
  test.each([
    ["2026-11-24T03:18", [11, 2, 3]],
    ["2000-02-29 23:59:59", [2, 2, 23]],
    ["2026-01-01", [1, 4, Number.NaN]],
    ["1900-03-01", [3, 4, Number.NaN]],
    ["0000-01-01", [1, 6, Number.NaN]],
    ["2026-13-01", [Number.NaN, Number.NaN, Number.NaN]],
    ["soon", [Number.NaN, Number.NaN, Number.NaN]],
    [null, [Number.NaN, Number.NaN, Number.NaN]],
  ])("of %s are month, weekday and hour", (text, parts) => {
    expect(written(3, (out) => dateParts(text, out, 0))).toStrictEqual(parts);
  });

  test("agree with the calendar over four centuries", () => {
    for (let day = 0; day < 146_097; day += 61) {
      const date = new Date(Date.UTC(1800, 0, 1 + day));
      const text = date.toISOString();
      expect(written(3, (out) => dateParts(text, out, 0))).toStrictEqual([date.getUTCMonth() + 1, date.getUTCDay(), 0]);
    }
  });
});

test("a text is measured in characters and words", () => {
  expect(written(2, (out) => textStatistics("Two words", out, 0))).toStrictEqual([9, 2]);
  expect(written(2, (out) => textStatistics("", out, 0))).toStrictEqual([0, 0]);
  expect(written(2, (out) => textStatistics(null, out, 0))).toStrictEqual([Number.NaN, Number.NaN]);
});

test("a number is itself or missing", () => {
  expect([numberOf(0), numberOf(null)]).toStrictEqual([0, Number.NaN]);
});
