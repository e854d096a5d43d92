import { buildSync, transformSync } from "esbuild";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { openSandbox } from "../../generator/judge/sandbox/open-sandbox.ts";
import { openTrainer } from "../../generator/train/trainer.ts";
import type { Row } from "../../generator/types.ts";
import { featureOf, openSubject, type Subject } from "../diff/pipeline.ts";
import { type Figure, takingTurns } from "../figure.ts";
import { rowsPerSecond } from "./quickjs.ts";

export const about =
  "The whole emitted `predict` on 200 rows of the example whose body is brought to 400 characters: encoders, lexicon, steps, forest of 200 trees. " +
  "Once with 25 steps of one regular expression each, once with 20 steps as a language model really wrote them (../shared/candidates; each lower-cases, joins and folds the text for itself). " +
  "Whole and parts take turns of four rows, and need not add up. QuickJS runs the same bundle in WebAssembly, by the processor's time, not the clock's.";

const characters = 400;

/** Rows a turn: so few that a turn mostly ends before another process of the machine takes the core. */
const rowsATurn = 4;

/** Patterns as rules use them. */
const patterns = (
  "refund|money back;charged? (twice|again);invoice (number|no);cannot (log|sign) ?in;password;reset (link|code);two.?factor|2fa;error|exception;crash(es|ed)?;" +
  "slow(ly)?|timeout;cancel(led|lation)?;delete (my|the) account;export (my )?data;gdpr|privacy;hack(ed|er);phish(ing)?;unknown (device|login);upgrade|downgrade;" +
  "how (do|can) i;is it possible;vat|tax;discount|coupon;bank (transfer|account);card (declined|expired);urgent|asap"
).split(";");

export async function run(): Promise<Figure[]> {
  const sandbox = openSandbox({});
  const trainer = openTrainer({ workers: 2, workerFile: new URL("../../dist/forest-worker.js", import.meta.url) });
  const store = { get: () => null, reserve: async () => async () => {}, put: async () => {} };
  const ports = { store, live: null, sandbox, trainer, onStage: () => {}, onRequest: () => {} };
  try {
    const simple = patterns.map((pattern, i) =>
      featureOf(
        `says_${i}`,
        `/** Says it. */\nexport function says_${i}(row: Row): boolean {\n  return /\\b(?:${pattern})\\b/i.test(row.body ?? "");\n}`,
      ),
    );
    return [
      ...(await measured("25 regex steps", await openSubject(ports, 200, simple), true)),
      ...(await measured("20 real steps", await openSubject(ports, 200), false)),
    ];
  } finally {
    await Promise.all([sandbox.close(), trainer.close()]);
  }
}

interface Pipeline {
  predict(row: Row): unknown;
}

async function measured(what: string, { files, dataset }: Subject, hasGoal: boolean): Promise<Figure[]> {
  const rows = dataset.rows.map(filled);
  const folder = mkdtempSync(join(tmpdir(), "kiln-bench-"));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const bundled = bundle(join(folder, "index.ts"));
  const pipeline = await load<Pipeline>(folder, "index", bundled);
  const forest = await load<{ run: (x: Float64Array) => void }>(
    folder,
    "forest-alone",
    bundleText(
      folder,
      `import { columns, forest } from "./forest.ts"; import { decodeForest, forestOutput } from "./walk.ts";
const trees = decodeForest(forest), out = new Float64Array(forest.outputs);
export const run = (x) => forestOutput(trees, x.subarray(0, columns.length), out);`,
    ),
  );
  const names = [...files.keys()].flatMap((path) => /^steps\/(.*?)(?<!\.test)\.ts$/.exec(path)?.[1] ?? []);
  const steps: { readonly name: string; readonly run: (row: Row) => unknown }[] = [];
  for (const name of names) {
    const step = await load<Record<string, (row: Row) => unknown>>(folder, `step-${name}`, bundle(join(folder, `steps/${name}.ts`)));
    steps.push({ name, run: Object.values(step)[0]! });
  }
  const x = new Float64Array(4096);
  const of = (run: (row: Row) => unknown) => {
    let turn = 0;
    const next = (): readonly Row[] => rows.slice((turn++ * rowsATurn) % rows.length).slice(0, rowsATurn);
    return { rows: rowsATurn, run: () => next().forEach(run) };
  };
  const [whole, trees, ...each] = await takingTurns(1250, [
    of((row) => pipeline.predict(row)),
    of(() => forest.run(x)),
    ...steps.map(({ run }) => of(run)),
  ]);
  const alone = each.reduce((sum, one) => sum + one, 0);
  const dearest = steps.map(({ name }, k) => ({ name, micros: each[k]! })).toSorted((a, b) => b.micros - a.micros);
  const plain = { peer: null, peerName: null, ratio: null, goal: "", met: null };
  const inQuickJs = await rowsPerSecond(transformSync(bundled, { format: "iife", globalName: "pipeline" }).code, rows);
  return [
    {
      figure: `predict with ${what}, one row`,
      unit: "µs",
      ours: whole!,
      ...plain,
      ...(hasGoal ? { goal: "under 100", met: whole! < 100 } : {}),
    },
    { figure: `of it ${what}`, unit: "µs", ours: alone, ...plain },
    ...dearest
      .slice(0, 3)
      .map(({ name, micros }) => ({ figure: `of these ${name.replaceAll("_", " ")}`, unit: "µs", ours: micros, ...plain })),
    { figure: "of it the forest", unit: "µs", ours: trees!, ...plain },
    { figure: "the rest: words, lexicon, encoders", unit: "µs", ours: whole! - alone - trees!, ...plain },
    ...(inQuickJs === null
      ? []
      : [
          {
            figure: `predict with ${what} in QuickJS`,
            unit: "rows a second",
            ours: inQuickJs,
            ...plain,
            ...(hasGoal ? { goal: "at least 1,000", met: inQuickJs >= 1000 } : {}),
          },
        ]),
  ];
}

/** The row with a body of just the wanted length. */
function filled(row: Row): Row {
  const body = `${row["body"] ?? "nothing"} `;
  return { ...row, body: body.repeat(Math.ceil(characters / body.length)).slice(0, characters) };
}

function bundle(entry: string): string {
  return buildSync({ entryPoints: [entry], bundle: true, write: false, format: "esm" }).outputFiles[0]!.text;
}

function bundleText(folder: string, text: string): string {
  const entry = join(folder, "alone.ts");
  writeFileSync(entry, text);
  return bundle(entry);
}

async function load<Module>(folder: string, name: string, text: string): Promise<Module> {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, text);
  return (await import(pathToFileURL(file).href)) as Module;
}
