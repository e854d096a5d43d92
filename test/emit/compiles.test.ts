import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emitted, writeAll } from "./emitted.ts";
import { pipelines } from "./pipelines.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const run = promisify(execFile);
let folder = "";

/** The strictest that users have, and no library but the language's own. */
const compilerOptions = {
  target: "ES2022",
  lib: ["ES2022"],
  module: "ESNext",
  moduleResolution: "Bundler",
  types: [],
  noEmit: true,
  declaration: true,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noImplicitOverride: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
};

beforeAll(async () => {
  await mkdir(join(root, "dist"), { recursive: true });
  folder = await mkdtemp(join(root, "dist", "emitted-"));
  for (const [name, models] of pipelines) await writeAll(join(folder, name), await emitted(models));
  const sources = { compilerOptions, include: ["*/**/*.ts"], exclude: ["**/*.test.ts"] };
  const tests = { compilerOptions: { ...compilerOptions, skipLibCheck: true }, include: ["*/**/*.test.ts"] };
  await writeFile(join(folder, "sources.json"), JSON.stringify(sources));
  await writeFile(join(folder, "tests.json"), JSON.stringify(tests));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  ["TypeScript 6", "typescript", "sources"],
  ["TypeScript 7", "typescript-7", "sources"],
  ["TypeScript 7", "typescript-7", "tests"],
])("%s (%s) has nothing against the emitted %s", async (_, compiler, project) => {
  const said = await run(process.execPath, [
    join(root, "node_modules", compiler, "bin", "tsc"),
    "-p",
    join(folder, `${project}.json`),
  ]).catch((error: { readonly stdout: string }) => error);
  expect(said.stdout).toBe("");
});
