import { expect, test } from "vitest";
import { importName, stepFiles } from "../../generator/emit/names.ts";

test("files are in kebab-case, and no two are the same on a disk that ignores case", () => {
  expect(stepFiles(["amount_value", "amountValue", "AMOUNT_VALUE", "has2fa", "HTMLTag", "con", "_", "__proto__"])).toStrictEqual([
    "amount-value",
    "amount-value-2",
    "amount-value-3",
    "has-2-fa",
    "html-tag",
    "con-step",
    "step",
    "proto",
  ]);
});

test("an import is renamed only where its name is taken", () => {
  expect(importName("shouts", new Set(["predict"]))).toBe("shouts");
  expect(importName("predict", new Set(["predict", "predict_step"]))).toBe("predict_step_step");
});
