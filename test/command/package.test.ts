import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fruitCsv } from "./fruit.ts";
import { installKiln, runIn, sound } from "./installed.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const tsc = join(root, "node_modules/typescript/bin/tsc");
const patience = 150_000;

let folder = "";
beforeAll(() => {
  sound(runIn(root, process.execPath, [tsc, "-p", "tsconfig.types.json"]));
  folder = installKiln();
}, patience);
afterAll(() => rmSync(folder, { recursive: true }));

const outputOf = (command: string, args: readonly string[]): string => sound(runIn(folder, command, args)).stdout;

test("the tarball holds the licence, installs without this project's tools, and brings its types", () => {
  writeFileSync(
    join(folder, "user.ts"),
    `import { defineConfig, type UserConfig } from "kiln";
export const made: UserConfig = defineConfig({ name: "x", task: "t", data: { file: "a.csv" }, target: { column: "y" }, columns: {}, author: { model: "m" } });
// @ts-expect-error: a number is no name
defineConfig({ ...made, name: 3 });
`,
  );
  const compilerOptions = { module: "nodenext", target: "es2022", strict: true, noEmit: true, types: [] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["user.ts"] }));
  expect(outputOf(process.execPath, [tsc, "-p", "."])).toBe("");
  const imports = 'import { defineConfig } from "kiln"; console.log(defineConfig({ name: "x" }).name)';
  expect(outputOf(process.execPath, ["--input-type=module", "-e", imports])).toBe("x\n");
  expect(readFileSync(join(folder, "node_modules/kiln/LICENSE"), "utf8")).toContain("MIT");
});

test(
  "there the tour works from a table of one's own to answers, without key and network",
  () => {
    writeFileSync(join(folder, "fruit pickings.csv"), fruitCsv());
    expect(outputOf("npx", ["kiln", "--version"])).toBe("0.1.0\n");
    expect(outputOf("npx", ["kiln", "init", "--yes", "fruit pickings.csv"])).toContain("wrote   kiln.config.ts");
    expect(outputOf("npx", ["kiln", "generate", "--dry-run"])).toContain("nothing to ask");
    expect(outputOf("npm", ["run", "generate"])).toContain("no candidate: the baseline stands alone");
    expect(outputOf("npm", ["run", "-s", "kiln:check"])).toBe("generated/fruit-pickings is what models/fruit-pickings says\n");
    expect(outputOf("npx", ["kiln", "score", "fruit pickings.csv", "-o", "Antworten ü.csv"])).toContain("90 rows answered");
    const answers = readFileSync(join(folder, "Antworten ü.csv"), "utf8").trimEnd().split("\n");
    expect([answers.length, answers[0]]).toStrictEqual([91, "line,key,label,probability"]);
  },
  patience,
);
