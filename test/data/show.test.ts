import { expect, test } from "vitest";
import { goldenRows } from "../../generator/data/golden-rows.ts";
import { exampleRows, show } from "../../generator/data/show.ts";
import { column, datasetOf } from "./source.ts";

const columns = [
  column("secret", "text", "never"),
  column("mail", "text", "masked"),
  column("ref", "text", "shape"),
  column("n", "number", "shape"),
  column("day", "date", "shape"),
];
const rows = [
  { secret: "s", mail: "to a@b.example", ref: "INV-12", n: 3, day: "2026-01-01" },
  { secret: "s", mail: null, ref: null, n: null, day: null },
];

test("a shown row has masked cells in column order and no column that is never sent", () => {
  expect(show(datasetOf(columns, rows, ["p", "q"]), [1, 0], [null, "q"])).toStrictEqual([
    {
      cells: [
        { property: "mail", text: null },
        { property: "ref", text: null },
        { property: "n", text: null },
        { property: "day", text: null },
      ],
      target: "q",
      predicted: null,
    },
    {
      cells: [
        { property: "mail", text: "to <email-znmd>" },
        { property: "ref", text: "AAA-99" },
        { property: "n", text: "9" },
        { property: "day", text: "9999-99-99" },
      ],
      target: "p",
      predicted: "q",
    },
  ]);
});

test("examples take turns over the classes and show no copy twice", () => {
  const labels = ["p", "p", "p", "p", "p", "p", "q", "q", "r", "r"];
  const dataset = datasetOf(
    [column("n", "number")],
    labels.map((_, n) => ({ n })),
    labels,
    [0, 0, 0, 1, 2, 3, 4, 4, 5, 6],
  );
  const targets = exampleRows(dataset, 100, 1).map((row) => row.target);
  expect(targets).toStrictEqual(["p", "q", "r", "p", "r", "p", "p"]);
  expect(exampleRows(dataset, 4, 1)).toStrictEqual(exampleRows(dataset, 100, 1).slice(0, 4));
  expect(exampleRows(dataset, 4, 2)).not.toStrictEqual(exampleRows(dataset, 4, 1));
});

test("golden rows are rows: numbers rounded where their shape is all that may be told, dates that may not be told missing, texts masked", () => {
  const found = goldenRows(datasetOf(columns, rows, ["p", "q"]), 1, 1);
  expect(found).toStrictEqual([{ secret: null, mail: "to <email-znmd>", ref: "AAA-99", n: 3, day: null }]);
});
