import { expect, test } from "vitest";
import { gateOf } from "../../generator/data/gate.ts";
import { withheldIn } from "../../generator/data/withheld.ts";
import { column, datasetOf } from "./source.ts";

const body = column("body", "text", "masked");
const secret = column("customer", "text", "never");
const plan = column("plan", "category", "values");

test("what a closed column holds is not told by an open one of the same row", () => {
  const rows = [
    { customer: "Northwind Traders", body: "we at northwind traders, yes Northwind, ask" },
    { customer: null, body: "northwind is a wind" },
  ];
  const gate = gateOf(datasetOf([secret, body], rows, ["a", "b"]));
  expect(gate.shown(0, secret)).toBeNull();
  expect(gate.shown(0, body)).toMatch(/^we at <hidden-[a-z]{4}>, yes <hidden-[a-z]{4}>, ask$/);
  expect(gate.shown(1, body)).toBe("northwind is a wind");
  expect(gate.words(body)[0]).toBe("we at <hidden>, yes <hidden>, ask");
});

test("a category that fewer than ten rows share is a shape, unless it is a spelling of one that they do", () => {
  const plans = [...Array.from({ length: 9 }, () => "Pro Plan"), "pro-plan", "Zed 7"];
  const rows = plans.map((value) => ({ plan: value }));
  const labels = plans.map((_, i) => (i % 2 === 0 ? "a" : "b"));
  const gate = gateOf(datasetOf([plan], rows, labels));
  expect([0, 9, 10].map((i) => gate.shown(i, plan))).toStrictEqual(["Pro Plan", "pro-plan", "<rare Aaa 9>"]);
  const raw = { ...plan, send: "raw" } as const;
  expect(gateOf(datasetOf([raw], rows, labels)).shown(10, raw)).toBe("Zed 7");
});

test("withheld is what stands in personal data or closed columns and hardly elsewhere", () => {
  const rows = Array.from({ length: 12 }, (_, i) => ({
    customer: i < 2 ? "Kealoha" : "web",
    body: i < 3 ? "regards,\nRosemary" : "rosemary and thyme, mail a@b.example",
    plan: i === 0 ? "a@b.example" : "pro",
  }));
  const withheld = withheldIn([secret, body, plan], rows);
  expect(["kealoha", "web", "example", "thyme", "plan=a@b.example", "plan=pro"].map((one) => withheld.has(one))).toStrictEqual([
    true,
    false,
    true,
    false,
    true,
    false,
  ]);
});

test("of a telephone number the digits are withheld, their count is not", () => {
  const withheld = withheldIn([body], [{ body: "call 07700900123 now" }, { body: "call 07700900123 again" }]);
  expect(["07700900123", "#11", "call"].map((one) => withheld.has(one))).toStrictEqual([true, false, false]);
});
