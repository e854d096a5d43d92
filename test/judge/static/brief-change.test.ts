import { expect, test } from "vitest";
import { briefChange } from "../../../generator/judge/brief-change.ts";

test("a short line is shown whole, of a long one what differs", () => {
  expect(briefChange({ line: 3, before: "a > 1", after: "a >= 1" })).toStrictEqual({ line: 3, before: "a > 1", after: "a >= 1" });
  const [left, right] = ["l".repeat(90), "r".repeat(90)];
  expect(briefChange({ line: 4, before: `${left}>${right}`, after: `${left}>=${right}` })).toStrictEqual({
    line: 4,
    before: `…${"l".repeat(29)}>${"r".repeat(30)}…`,
    after: `…${"l".repeat(29)}>=${"r".repeat(30)}…`,
  });
});

test("text that is taken out where its neighbours are alike is still shown", () => {
  const before = `x${"ab".repeat(60)}`;
  expect(briefChange({ line: 0, before, after: before.slice(0, -2) })).toStrictEqual({
    line: 0,
    before: `…${"ab".repeat(15)}ab`,
    after: `…${"ab".repeat(15)}`,
  });
});
