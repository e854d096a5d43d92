import { describe, expect, test } from "vitest";
import { countNgrams } from "../../../generator/runtime.ts";
import { documentsOf } from "../../../generator/train/documents.ts";

const texts = ["pay the bill", "the bill, the bill", null, "zzz", "pay"];
const rows = texts.map((text) => ({ text, other: "other words" }));

/** What documents say of a row. */
function countsOf(documents: ReturnType<typeof documentsOf>, row: number): [string, number][] {
  const { ngrams, starts, ids, counts } = documents;
  const places = Array.from({ length: starts[row + 1]! - starts[row]! }, (_, k) => starts[row]! + k);
  return places.map((at) => [ngrams[ids[at]!]!, counts[at]!]);
}

describe("documents", () => {
  test("hold, row by row and in order, the counts of the n-grams that two rows share", () => {
    const documents = documentsOf(rows, ["text"], new Set());
    const counts = texts.map((text) => countNgrams([text]));
    const shared = (ngram: string): boolean => counts.filter((one) => one.has(ngram)).length > 1;
    expect(documents.ngrams).toStrictEqual([...new Set(counts.flatMap((one) => [...one.keys()]))].filter(shared).toSorted());
    counts.forEach((one, i) => expect(countsOf(documents, i)).toStrictEqual([...one].filter(([ngram]) => shared(ngram))));
    expect(countsOf(documents, 1)).toContainEqual(["the bill", 2]);
  });

  test("leave out what is withheld, and follow the columns, though the rows are the same", () => {
    expect(documentsOf(rows, ["text"], new Set()).ngrams).toContain("bill");
    expect(documentsOf(rows, ["text"], new Set(["bill"])).ngrams).not.toContain("bill");
    expect(documentsOf(rows, ["other"], new Set()).ngrams).toContain("other words");
    expect(documentsOf(rows, ["text"], new Set()).ngrams).toContain("bill");
  });
});
