import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { KilnError } from "../errors.ts";
import { replaceFile } from "./atomic.ts";
import { parseJson } from "./parse-json.ts";

const attributes = [
  "generated/** text eol=lf -linguist-generated",
  "generated/*/forest.ts linguist-generated=true",
  "models/** text eol=lf",
  "models/*/replies/** text eol=lf linguist-generated=true",
];

const scripts: Readonly<Record<string, string>> = { generate: "kiln generate", "kiln:check": "kiln check", "kiln:diff": "kiln diff" };

const workflow = `# What Kiln emitted is what models/ say, and its tests pass. Needs no key and no network beyond npm.
name: kiln
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm ci
      - run: npx kiln check
      - run: npx --yes vitest@4 run generated
      - run: npx kiln diff origin/\${{ github.base_ref || github.event.repository.default_branch }} --format md >> "$GITHUB_STEP_SUMMARY"
        if: github.event_name == 'pull_request'
`;

/**
 * Writes what a project needs beside its config. What is there already stays: lines and scripts are added, no file is replaced.
 *
 * @returns What was written or changed, paths from the folder.
 * @throws {KilnError} "usage" when there is a config already, or package.json is not JSON.
 */
export async function writeFirstFiles(folder: string, configFile: string, config: string): Promise<string[]> {
  if (existsSync(join(folder, configFile)))
    throw new KilnError("usage", `${join(folder, configFile)} exists; expected a folder without, or another name by --config`);
  const manifest = await readManifest(folder);
  const changed = [configFile];
  await replaceFile(join(folder, configFile), config);
  if (await addLines(join(folder, ".gitattributes"), attributes)) changed.push(".gitattributes");
  if (await addLines(join(folder, ".gitignore"), ["node_modules/", ".kiln/"])) changed.push(".gitignore");
  if (await addScripts(folder, manifest)) changed.push("package.json");
  const ci = join(".github", "workflows", "kiln.yml");
  if (!existsSync(join(folder, ci))) {
    await mkdir(dirname(join(folder, ci)), { recursive: true });
    await replaceFile(join(folder, ci), workflow);
    changed.push(ci);
  }
  return changed;
}

async function addLines(path: string, lines: readonly string[]): Promise<boolean> {
  const text = existsSync(path) ? await readFile(path, "utf8") : "";
  const there = new Set(text.split(/\r?\n/));
  const missing = lines.filter((line) => !there.has(line));
  if (missing.length === 0) return false;
  const end = text === "" || text.endsWith("\n") ? "" : "\n";
  await replaceFile(path, `${text}${end}${missing.map((line) => `${line}\n`).join("")}`);
  return true;
}

async function readManifest(folder: string): Promise<Readonly<Record<string, unknown>>> {
  const path = join(folder, "package.json");
  if (!existsSync(path)) return { private: true, type: "module" };
  const found = parseJson(await readFile(path, "utf8"));
  if (typeof found === "object" && found !== null && !Array.isArray(found)) return { ...found };
  throw new KilnError("usage", `${path}: found no JSON object; expected the manifest of a package`);
}

async function addScripts(folder: string, manifest: Readonly<Record<string, unknown>>): Promise<boolean> {
  const given = typeof manifest["scripts"] === "object" && manifest["scripts"] !== null ? { ...manifest["scripts"] } : {};
  const known = new Set(Object.keys(given));
  const added = Object.entries(scripts).filter(([name]) => !known.has(name));
  if (added.length === 0) return false;
  await replaceFile(
    join(folder, "package.json"),
    `${JSON.stringify({ ...manifest, scripts: { ...given, ...Object.fromEntries(added) } }, null, 2)}\n`,
  );
  return true;
}
