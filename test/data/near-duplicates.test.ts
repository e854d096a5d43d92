import { describe, expect, test } from "vitest";
import { groupRows } from "../../generator/data/near-duplicates.ts";
import { random } from "../../generator/random.ts";
import { column } from "./source.ts";

const letter =
  "I am writing to dispute the following information in my file. The items I dispute are circled on the attached copy of the report I received. " +
  "This item is inaccurate because it was paid in March. I am requesting that the item be removed to correct the information.";
const columns = [column("body", "text"), column("state", "category")];
const none = (rows: readonly unknown[]): null[] => rows.map(() => null);
const group = (rows: readonly Readonly<Record<string, string | null>>[]): number[] => [...groupRows(columns, rows, none(rows))];

describe("near-duplicates", () => {
  test("copies of a form letter stay together, whatever name, amount, case or spacing", () => {
    const rows = [
      { body: letter, state: "CA" },
      { body: "My phone was stolen and the bank will not refund the money that was taken.", state: "CA" },
      { body: letter.toUpperCase().replaceAll(" ", "  "), state: "NY" },
      { body: letter.replace("March", "May").replace("my file", "the file of J. Doe"), state: null },
      { body: `Balance 12,345.67. ${letter}`, state: "CA" },
      { body: `Balance 99. ${letter}`, state: "TX" },
    ];
    expect(group(rows)).toStrictEqual([0, 1, 0, 0, 0, 0]);
  });

  test("rows without text are the same only when every cell is", () => {
    const rows = [
      { body: null, state: "CA" },
      { body: null, state: "NY" },
      { body: "", state: "CA" },
      { body: null, state: "CA" },
      { body: null, state: null },
    ];
    expect(group(rows)).toStrictEqual([0, 1, 2, 0, 3]);
  });

  test("a text of two words is no copy by itself", () => {
    const rows = [
      { body: "please help", state: "CA" },
      { body: "please help", state: "NY" },
      { body: "please help", state: "CA" },
    ];
    expect(group(rows)).toStrictEqual([0, 1, 0]);
  });

  test("without text columns equal rows stay together", () => {
    const rows = [{ n: 1 }, { n: 2 }, { n: 1 }];
    expect([...groupRows([column("n", "number")], rows, none(rows))]).toStrictEqual([0, 1, 0]);
  });

  test("declared groups and copies join across each other", () => {
    const rows = [letter, "one", "two", letter, "three"].map((body) => ({ body, state: null }));
    expect([...groupRows(columns, rows, ["a", "b", "b", null, "a"])]).toStrictEqual([0, 1, 1, 0, 0]);
  });

  test("scripts without spaces are compared too", () => {
    const text = "私のクレジットカードに覚えのない請求があり、銀行に連絡しても返金されませんでした。";
    const rows = [text, text.replace("銀行", "会社"), "昨日から請求書をダウンロードできなくなりました。助けてください。"].map((body) => ({
      body,
      state: null,
    }));
    expect(group(rows)).toStrictEqual([0, 0, 1]);
  });

  test("thousands of copies and thousands of others take no square of time, and others stay apart", () => {
    const source = random(7);
    const words = Array.from(
      { length: 3000 },
      (_, i) => `w${"abcdefghij"[i % 10]}${"abcdefghij"[Math.floor(i / 10) % 10]}${"klmnopqrst"[Math.floor(i / 100) % 10]}x`,
    );
    const other = (): string => Array.from({ length: 30 }, () => words[source.below(words.length)]).join(" ");
    const rows = Array.from({ length: 6000 }, (_, i) => ({ body: i % 2 === 0 ? `${letter} ${i}` : other(), state: null }));
    const groups = group(rows);
    expect(new Set(groups.filter((_, i) => i % 2 === 0)).size).toBe(1);
    expect(new Set(groups.filter((_, i) => i % 2 === 1)).size).toBe(3000);
  });
});
