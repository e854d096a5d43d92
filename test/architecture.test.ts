import { Project, SyntaxKind, type SourceFile } from "ts-morph";
import { describe, expect, test } from "vitest";
import { dependencies, peerDependencies } from "../package.json" with { type: "json" };

/** A file may import its own room and any lower floor; rooms on one floor never meet. A new room must be listed. */
const floors: ReadonlyMap<string, number> = new Map([
  ...[
    "types.ts",
    "asking.ts",
    "author-schema.ts",
    "learning.ts",
    "learned.ts",
    "column-names.ts",
    "errors.ts",
    "random.ts",
    "exact.ts",
    "package-root.ts",
    "one-line.ts",
    "optional-library.ts",
    "place.ts",
    "calibrate.ts",
    "change-verdict.ts",
    "columns.ts",
    "config-forest.ts",
    "explain.ts",
    "forest-cost.ts",
    "lexicon-scores.ts",
    "look.ts",
    "parse-row.ts",
    "runtime.ts",
    "tree-shape.ts",
    "walk-scan.ts",
    "walk-tables.ts",
    "walk-trees.ts",
    "walk.ts",
  ].map((file) => [file, 0] as const),
  ["config.ts", 1],
  ...["data", "propose", "judge", "train", "emit", "output", "report"].map((room) => [room, 2] as const),
  ["weigh", 3],
  /** Parts of the command line: the terminal, the environment. */
  ["cli", 4],
  ["cli.ts", 5],
]);
const root = new URL("../", import.meta.url).pathname;
const project = new Project({ tsConfigFilePath: `${root}tsconfig.json`, skipAddingFilesFromTsConfig: true });
project.addSourceFilesAtPaths([
  `${root}generator/**/*.ts`,
  `${root}test/**/*.ts`,
  `${root}bench/**/*.ts`,
  `!${root}**/node_modules/**`,
  `!${root}test/**/golden/**`,
]);
const all = project.getSourceFiles();
const generator = all.filter((file) => relative(file).startsWith("generator/"));

function relative(file: SourceFile): string {
  return file.getFilePath().slice(root.length);
}

/** "judge" for generator/judge/checks/x.ts, "cli.ts" for generator/cli.ts. */
function roomOf(path: string): string {
  return path.split("/")[1] ?? "";
}

/** Command files stand on floor 4 without being listed. */
function floorOf(room: string): number {
  return floors.get(room) ?? (room.endsWith(".ts") ? 4 : Number.NaN);
}

interface Import {
  readonly file: SourceFile;
  readonly line: number;
  readonly specifier: string;
  readonly target: SourceFile | undefined;
}

function importsOf(file: SourceFile): Import[] {
  return [...file.getImportDeclarations(), ...file.getExportDeclarations()].flatMap((node) => {
    const specifier = node.getModuleSpecifierValue();
    return specifier === undefined
      ? []
      : [{ file, line: node.getStartLineNumber(), specifier, target: node.getModuleSpecifierSourceFile() }];
  });
}

const imports = generator.flatMap(importsOf);

/** Imports of a package or builtin anywhere but in the allowed places. */
function strays(packages: readonly string[], allowed: RegExp): string[] {
  return imports
    .filter(({ specifier, file }) => packages.includes(specifier) && !allowed.test(relative(file)))
    .map(({ file, line, specifier }) => `${relative(file)}:${line} may not import ${specifier}`);
}

describe("the house", () => {
  test("lists every room", () => {
    expect(generator.filter((file) => Number.isNaN(floorOf(roomOf(relative(file))))).map(relative)).toStrictEqual([]);
  });

  test("imports only go down", () => {
    const problems = imports.flatMap(({ file, line, specifier, target }) => {
      if (!specifier.startsWith(".") || target === undefined) return [];
      const [from, to] = [roomOf(relative(file)), roomOf(relative(target))];
      const fine =
        from === to ||
        floorOf(to) < floorOf(from) ||
        (floorOf(from) === 4 && floorOf(to) === 4) ||
        (floorOf(from) === 0 && floorOf(to) === 0);
      return relative(target).startsWith("generator/") && fine ? [] : [`${relative(file)}:${line} ${from} may not import ${to}`];
    });
    expect(problems).toStrictEqual([]);
  });

  test("keeps each tool in its room", () => {
    expect([
      ...strays(["ts-morph"], /^generator\/judge\//),
      ...strays(["openai"], /^generator\/propose\/open-ai\.ts$/),
      ...strays(["node:fs", "node:fs/promises"], /^generator\/(data|output)\/|^generator\/judge\/sandbox\/|^generator\/package-root\.ts$/),
      ...strays(["typescript"], /^$/),
      ...strays(["node:process"], /^generator\/cli(\.ts$|\/)/),
    ]).toStrictEqual([]);
  });

  test("meets the process and the terminal in the command line only", () => {
    const problems = generator
      .filter((file) => !/^generator\/cli(\.ts$|\/)/.test(relative(file)))
      .flatMap((file) =>
        file
          .getDescendantsOfKind(SyntaxKind.PropertyAccessExpression)
          .filter((node) => ["console", "process"].includes(node.getExpression().getText()))
          .filter(
            (node) =>
              !(relative(file).startsWith("generator/judge/sandbox/") && /^process\.(execPath|versions|platform)$/.test(node.getText())),
          )
          .map((node) => `${relative(file)}:${node.getStartLineNumber()} ${node.getText()}`),
      );
    expect(problems).toStrictEqual([]);
  });

  test("decides nothing by clock, chance or locale", () => {
    const banned =
      /^(Math\.(random|log|log2|log10|log1p|exp|expm1|pow|cbrt|hypot|sin|cos|tan|tanh|sinh|cosh|atan|atan2)|Date\.(now|parse)|Intl\.\w+)$/;
    const deciding = generator.filter((file) => /^generator\/(data|judge|train|weigh|emit|runtime|walk|exact|random)/.test(relative(file)));
    const problems = deciding.flatMap((file) => [
      ...file
        .getDescendantsOfKind(SyntaxKind.PropertyAccessExpression)
        .filter((node) => banned.test(node.getText()) || /^(localeCompare|toLocale\w+)$/.test(node.getName()))
        .map((node) => `${relative(file)}:${node.getStartLineNumber()} ${node.getText()}`),
      ...file.getDescendantsOfKind(SyntaxKind.AsteriskAsteriskToken).map((node) => `${relative(file)}:${node.getStartLineNumber()} **`),
    ]);
    expect(problems).toStrictEqual([]);
  });

  test("has no file over 250 lines", () => {
    expect(
      generator.filter((file) => file.getEndLineNumber() > 250).map((file) => `${relative(file)}: ${file.getEndLineNumber()} lines`),
    ).toStrictEqual([]);
  });

  test("exports nothing that only a test imports", () => {
    const used = new Set<string>();
    for (const file of all.filter((one) => !relative(one).startsWith("test/"))) {
      for (const node of [...file.getImportDeclarations(), ...file.getExportDeclarations()]) {
        const target = node.getModuleSpecifierSourceFile();
        if (target === undefined) continue;
        const names = node.isKind(SyntaxKind.ImportDeclaration) ? node.getNamedImports() : node.getNamedExports();
        for (const name of names) used.add(`${relative(target)}#${name.getName()}`);
      }
    }
    const entries =
      /^generator\/(kiln|cli|calibrate|columns|explain|lexicon-scores|look|parse-row|runtime|walk[a-z-]*)\.ts$|^generator\/train\/forest-worker\.ts$/;
    const problems = generator
      .filter((file) => !entries.test(relative(file)))
      .flatMap((file) => [...file.getExportedDeclarations().keys()].map((name) => `${relative(file)}#${name}`))
      .filter((key) => !used.has(key));
    expect(problems).toStrictEqual([]);
  });

  test("needs nothing that is not a dependency of its own", () => {
    const declared = new Set(Object.keys({ ...dependencies, ...peerDependencies }));
    const problems = imports
      .filter(({ specifier }) => !specifier.startsWith(".") && !specifier.startsWith("node:"))
      .filter(
        ({ specifier }) =>
          !declared.has(
            specifier
              .split("/")
              .slice(0, specifier.startsWith("@") ? 2 : 1)
              .join("/"),
          ),
      )
      .map(({ file, line, specifier }) => `${relative(file)}:${line} imports ${specifier}, which package.json does not list`);
    expect(problems).toStrictEqual([]);
  });
});
