import { expect, test } from "vitest";
import type { Column, Dataset, Row } from "../../generator/types.ts";
import { columnSlices, slicesOf } from "../../generator/weigh/slices.ts";
import { classes } from "./rows.ts";

const n = 90;
const column = (property: string, kind: Column["kind"]): Column => ({ name: property, property, kind, meaning: "", send: "masked" });
const rows = Array.from({ length: n }, (_, i): Row => {
  const day = String(1 + (i % 28)).padStart(2, "0");
  return {
    plan: i < 30 ? " Pro " : i < 60 ? "a@b.example" : null,
    body: "x".repeat(i),
    at: `2025-0${1 + Math.floor(i / 30)}-${day}`,
    age: i,
  };
});
const dataset: Dataset = {
  ...classes(rows.map((_, i) => Number(i >= 45))),
  columns: [column("plan", "category"), column("body", "text"), column("at", "date"), column("age", "number")],
  rows,
  withheld: new Set(["plan=a@b.example"]),
};
const sizes = (slices: ReturnType<typeof slicesOf>): unknown[] =>
  slices.map(({ slice, rows: places }) => [slice, places.length, places[0]]);

test("the parts are classes, categories that may be named, missing cells, outer thirds of texts, and thirds of time", () => {
  expect(sizes(slicesOf(dataset))).toStrictEqual([
    ["y is c0", 45, 0],
    ["y is c1", 45, 45],
    ["plan is pro", 30, 0],
    ["plan is missing", 30, 60],
    ["shortest third of body", 30, 0],
    ["longest third of body", 30, 60],
    ["first third by at", 30, 0],
    ["middle third by at", 30, 30],
    ["last third by at", 30, 60],
  ]);
});

test("parts of fewer than 20 rows, and parts that are all rows, are none", () => {
  const equal = { ...dataset, rows: rows.map((row) => ({ ...row, plan: "pro", body: "same", at: "2025-01-01" })) };
  expect(sizes(slicesOf(equal).slice(2))).toStrictEqual([]);
  const few = { ...dataset, rows: rows.map((row, i) => ({ ...row, plan: i < 19 ? "pro" : `plan ${i}` })) };
  expect(sizes(columnSlices(few))).toStrictEqual([]);
});

test("of many categories the commonest are shown", () => {
  const many = { ...dataset, rows: rows.map((row, i) => ({ ...row, plan: i < 40 ? "pro" : i < 65 ? "free" : "team" })) };
  expect(sizes(columnSlices(many, 2))).toStrictEqual([
    ["plan is pro", 40, 0],
    ["plan is free", 25, 40],
  ]);
});
