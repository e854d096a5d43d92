import { spawnSync } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { fruitCsv } from "./fruit.ts";
import { openProject } from "./project.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

function run(folder: string, command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"] },
  });
  expect([status, stderr]).toStrictEqual([0, status === 0 ? stderr : ""]);
  return stdout;
}

const consumer = `import { defineConfig, type UserConfig } from "kiln";
export const made: UserConfig = defineConfig({ name: "x", task: "t", data: { file: "a.csv" }, target: { column: "y" }, columns: {}, author: { model: "m" } });
// @ts-expect-error: a number is no name
defineConfig({ ...made, name: 3 });
`;
const compiler = JSON.stringify({
  compilerOptions: { module: "nodenext", target: "es2022", strict: true, noEmit: true, types: [] },
  files: ["consumer.ts"],
});

test("the package works where it is unpacked: its command, its module, its types", async () => {
  run(root, process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.types.json"]);
  const files = { "rows.csv": fruitCsv(), "consumer.ts": consumer, "tsconfig.json": compiler, "package.json": '{"type":"module"}' };
  const { folder, remove } = await openProject(files);
  try {
    const [packed] = JSON.parse(run(root, "npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder])) as {
      filename: string;
    }[];
    const home = join(folder, "node_modules/kiln");
    await mkdir(home, { recursive: true });
    run(folder, "tar", ["-xzf", packed!.filename, "-C", home, "--strip-components=1"]);
    const cli = join(home, "dist/cli.js");
    run(folder, process.execPath, [cli, "init", "rows.csv", "--yes"]);
    run(folder, process.execPath, [cli, "generate"]);
    expect(run(folder, process.execPath, [cli, "check"])).toBe("generated/rows is what models/rows says\n");
    expect(
      run(folder, process.execPath, [
        "--input-type=module",
        "-e",
        'import { defineConfig } from "kiln"; console.log(defineConfig({ name: "x" }).name)',
      ]),
    ).toBe("x\n");
    run(folder, process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "."]);
    expect(await readFile(join(home, "LICENSE"), "utf8")).toContain("MIT");
  } finally {
    await remove();
  }
}, 150_000);
