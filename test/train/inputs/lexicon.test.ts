import { describe, expect, test } from "vitest";
import { indexLexicon, lexiconScores } from "../../../generator/lexicon-scores.ts";
import { documentsOf } from "../../../generator/train/documents.ts";
import { fitLexicon, scoreDocument, toLexicon } from "../../../generator/train/lexicon.ts";
import type { Outputs } from "../../../generator/train/outputs.ts";

const texts = ["Pay the bill", "The bill again", "A bill to pay", "Login fails", "My login", "No login again", null, "zzz"];
const rows = texts.map((text) => ({ text }));
const documents = documentsOf(rows, ["text"], new Set());
const desks: Outputs = { kind: "class", names: ["billing", "login", "other"], target: Float64Array.of(0, 0, 0, 1, 1, 1, 2, 2) };
const all = (): boolean => true;
const allButOne = (row: number): boolean => row !== 2;

describe("a lexicon", () => {
  test("knows n-grams of two rows or more, with rounded numbers", () => {
    const lexicon = toLexicon(fitLexicon(documents, desks, all)!, documents, desks);
    expect({ ...lexicon, entries: lexicon.entries.filter(([ngram]) => !ngram.startsWith("~")) }).toStrictEqual({
      properties: ["text"],
      outputs: ["billing", "login", "other"],
      bias: expect.any(Array),
      entries: [
        ["again", 2.1, expect.any(Array)],
        ["bill", 1.81, expect.any(Array)],
        ["login", 1.81, expect.any(Array)],
        ["pay", 2.1, expect.any(Array)],
        ["the", 2.1, expect.any(Array)],
        ["the bill", 2.1, expect.any(Array)],
      ],
    });
    expect(lexicon.entries.filter(([ngram]) => ngram.startsWith("~_b"))).toStrictEqual([["~_bi", 0.54, expect.any(Array)]]);
    for (const weight of lexicon.entries.flatMap(([, , weights]) => weights)) expect(Math.round(weight * 100) / 100).toBe(weight);
  });

  test("leans to the class of its words", () => {
    const { entries } = toLexicon(fitLexicon(documents, desks, all)!, documents, desks);
    const weights = new Map(entries.map(([ngram, , weight]) => [ngram, weight]));
    expect(weights.get("bill")![0]).toBeGreaterThan(weights.get("bill")![1]!);
    expect(weights.get("login")![1]).toBeGreaterThan(weights.get("login")![0]!);
  });

  test("scores a document as the run time does, bit for bit", () => {
    const model = fitLexicon(documents, desks, all)!;
    const index = indexLexicon(toLexicon(model, documents, desks));
    texts.forEach((text, row) => {
      const trained = new Float64Array(3);
      const asked = new Float64Array(3);
      scoreDocument(model, documents, row, trained);
      lexiconScores(index, [text], asked, 0);
      expect(asked).toStrictEqual(trained);
    });
  });

  test("of two classes holds the log odds of the second", () => {
    const outputs: Outputs = { kind: "class", names: ["ham", "spam"], target: Float64Array.of(0, 0, 0, 1, 1, 1, 0, 1) };
    const lexicon = toLexicon(fitLexicon(documents, outputs, all)!, documents, outputs);
    expect(lexicon.outputs).toStrictEqual(["spam"]);
    expect(lexicon.bias).toHaveLength(1);
    expect(lexicon.entries.find(([ngram]) => ngram === "login")![2][0]).toBeGreaterThan(0);
  });

  test("of a number follows its words", () => {
    const outputs: Outputs = { kind: "number", names: ["mean"], target: Float64Array.of(10, 12, 11, 90, 95, 99, 50, 50) };
    const model = fitLexicon(documents, outputs, all)!;
    const scores = texts.map((_, row) => {
      const out = new Float64Array(1);
      scoreDocument(model, documents, row, out);
      return out[0]!;
    });
    expect(Math.min(...scores.slice(3, 6))).toBeGreaterThan(Math.max(...scores.slice(0, 3)));
  });

  test("is none where no n-gram stands in two of the rows", () => {
    expect(fitLexicon(documents, desks, (row) => row > 5)).toBeNull();
  });

  test("learns nothing from rows that are left out", () => {
    const turned: Outputs = { ...desks, target: desks.target.map((label, row) => (row === 2 ? 1 : label)) };
    expect(fitLexicon(documents, turned, allButOne)).toStrictEqual(fitLexicon(documents, desks, allButOne));
  });
});
