import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readAsset } from "../../generator/data/assets.ts";
import { packageRoot } from "../../generator/package-root.ts";

test("the package root holds the package.json of kiln", () => {
  expect(JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8"))).toMatchObject({ name: "kiln" });
});

test("an asset is read from the package, wherever the process runs", () => {
  expect(readAsset("generator/data/assets.ts")).toContain("export function readAsset");
});
