import { compareFolders } from "../../generator/diff.ts";
import { formatWith } from "../../generator/emit/format.ts";
import { openSandbox } from "../../generator/judge/sandbox/open-sandbox.ts";
import { isSilent } from "../../generator/print-diff.ts";
import { openTrainer } from "../../generator/train/trainer.ts";
import type { Figure } from "../figure.ts";
import { openSubject } from "./pipeline.ts";
import { newReplies, plantedChanges } from "./plant.ts";

export const about =
  "`kiln diff` over 20 steps as a language model really wrote them (../shared/candidates), on 300 rows of the example: 40 planted changes of behaviour, beside which every other step is reformatted, and 20 pure reformattings. " +
  "A new reply is played by another real function of the same model in the step's place. A change counts as seen if a row or a test input shows it.";

const rows = 300;

/** Layouts that say the same. */
const layouts = [
  { singleQuote: true, semi: false },
  { useTabs: true, printWidth: 50 },
  { printWidth: 200, trailingComma: "none", arrowParens: "avoid" },
  { bracketSpacing: false, experimentalTernaries: true },
] as const;

export async function run(): Promise<Figure[]> {
  const sandbox = openSandbox({ baseMs: 30_000, rowMs: 50 });
  const trainer = openTrainer({ workers: 2, workerFile: new URL("../../dist/forest-worker.js", import.meta.url) });
  try {
    const store = { get: () => null, reserve: async () => async () => {}, put: async () => {} };
    const quiet = { store, live: null, sandbox, trainer, onStage: () => {}, onRequest: () => {} };
    const { config, dataset, files } = await openSubject(quiet, rows);
    const compared = (after: ReadonlyMap<string, string>) =>
      compareFolders(config, { commit: "before", files }, after, dataset, false, sandbox);
    const changes = [...(await plantedChanges(files, 36)), ...newReplies(files)];
    const noisy = await reformatted(files, 0);
    let first = 0;
    let seen = 0;
    for (const { kind, path, text } of changes) {
      const { steps } = await compared(new Map([...noisy, [path, text]]));
      const top = steps[0];
      const isFirst = top?.file === path;
      first += Number(isFirst);
      seen += Number(isFirst && top.rows > 0);
      if (!isFirst || top.rows === 0)
        console.log(`${kind} in ${path}: ${isFirst ? "first, but no row shows it" : `not first (${top?.file ?? "nothing"})`}`);
    }
    let silent = 0;
    const stepPaths = [...files.keys()].filter((path) => /^steps\/.*(?<!\.test)\.ts$/.test(path));
    for (const [k, path] of stepPaths.entries()) silent += Number(isSilent(await compared(await reformatted(files, k, path))));
    const plain = { peer: null, peerName: null, ratio: null };
    return [
      { figure: "planted changes", unit: "changes", ours: changes.length, ...plain, goal: "40", met: changes.length === 40 },
      { figure: "planted step ranked first", unit: "changes", ours: first, ...plain, goal: "at least 38 of 40", met: first >= 38 },
      { figure: "of these, shown by one of the 300 rows", unit: "changes", ours: seen, ...plain, goal: "", met: null },
      {
        figure: "pure reformattings that stay silent",
        unit: "reformattings",
        ours: silent,
        ...plain,
        goal: "20 of 20",
        met: silent === 20 && stepPaths.length === 20,
      },
    ];
  } finally {
    await Promise.all([sandbox.close(), trainer.close()]);
  }
}

/** Every step, or the one, in another layout and with other comments. */
async function reformatted(files: ReadonlyMap<string, string>, k: number, only?: string): Promise<ReadonlyMap<string, string>> {
  const format = formatWith(layouts[k % layouts.length]!);
  const entries = [...files].map(async ([path, text]): Promise<[string, string]> => {
    if (!/^steps\/.*(?<!\.test)\.ts$/.test(path) || (only !== undefined && path !== only)) return [path, text];
    const renamed = text.replaceAll(/\bpatterns\b/g, "expressions");
    return [path, `// Reviewed.\n${await format(path, renamed)}`];
  });
  return new Map(await Promise.all(entries));
}
