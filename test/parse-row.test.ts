import type { StandardSchemaV1 } from "@standard-schema/spec";
import { expect, expectTypeOf, test } from "vitest";
import { rowSchema } from "../generator/parse-row.ts";

interface Row {
  readonly subject: string | null;
  readonly amount: number | null;
  readonly sent: string | null;
}

const schema = rowSchema<Partial<Row>, Row>(
  [
    ["subject", "text"],
    ["amount", "number"],
    ["sent", "date"],
  ],
  ["", "n/a"],
);
const validate = schema["~standard"].validate;
const empty: Row = { subject: null, amount: null, sent: null };

test("is a Standard Schema", () => {
  expectTypeOf(schema).toExtend<StandardSchemaV1<Partial<Row>, Row>>();
  expect(schema["~standard"]).toMatchObject({ version: 1, vendor: "kiln" });
});

test.each([{}, { subject: undefined }, { subject: null, amount: null }, { subject: "", sent: "n/a", amount: "n/a" }])(
  "missing, undefined, null and the spellings of missing are the same: %j",
  (value) => {
    expect(validate(value)).toStrictEqual({ value: empty });
  },
);

test("a good row passes as it is, without the keys that are no field", () => {
  expect(validate({ subject: " n/a ", amount: -0.5, sent: "2026-02-28", team: "billing" })).toStrictEqual({
    value: { subject: " n/a ", amount: -0.5, sent: "2026-02-28" },
  });
});

test("nothing is converted, and every objection is said at once, with its place", () => {
  expect(validate({ subject: 7, amount: "12", sent: 20260101 })).toStrictEqual({
    issues: [
      { message: "subject: found the number 7, expected a text or null", path: ["subject"] },
      { message: 'amount: found the text "12", expected a finite number or null', path: ["amount"] },
      { message: "sent: found the number 20260101, expected a date like 2026-01-31 or 2026-01-31T08:30:00 or null", path: ["sent"] },
    ],
  });
});

test.each([null, undefined, 3, "row", [], () => 1, Symbol("row")])("a row that is no object is refused: %o", (value) => {
  expect(validate(value)).toMatchObject({ issues: [{ path: [], message: expect.stringContaining("expected an object") }] });
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, 3n, true, {}, ["1"]])("an amount of %o is refused", (amount) => {
  expect(validate({ amount })).toHaveProperty("issues");
});

test.each([
  "2026-01-31",
  "2024-02-29",
  "2000-02-29",
  "2026-01-31T08:30",
  "2026-01-31 23:59:59",
  "2026-01-31T08:30:00.123Z",
  "2026-01-31T08:30+05:45",
])("%s is a date", (sent) => {
  expect(validate({ sent })).toStrictEqual({ value: { ...empty, sent } });
});

test.each([
  "2026-02-29",
  "1900-02-29",
  "2026-13-01",
  "2026-00-10",
  "2026-04-31",
  "2026-1-1",
  "31.01.2026",
  "2026-01-31T24:00",
  " 2026-01-31",
  "２026-01-31",
])("%s is no date", (sent) => {
  expect(validate({ sent })).toHaveProperty("issues");
});

test("keys of the prototype are no cells", () => {
  const odd = rowSchema<unknown, unknown>(
    [
      ["constructor", "text"],
      ["__proto__", "text"],
    ],
    [],
  );
  expect(odd["~standard"].validate({})).toStrictEqual({ value: JSON.parse('{"constructor": null, "__proto__": null}') as unknown });
  expect(odd["~standard"].validate(JSON.parse('{"__proto__": "x"}'))).toStrictEqual({
    value: JSON.parse('{"constructor": null, "__proto__": "x"}') as unknown,
  });
});
