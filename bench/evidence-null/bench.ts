import { availableParallelism } from "node:os";
import { random } from "../../generator/random.ts";
import { openTrainer } from "../../generator/train/trainer.ts";
import type { ForestSettings, Trainer } from "../../generator/learning.ts";
import { measure } from "../../generator/weigh/arm.ts";
import { type Figure } from "../figure.ts";
import { rankedAuc } from "../tables/auc.ts";
import { readTable } from "../tables/sets.ts";
import { tableDataset } from "../tables/table-dataset.ts";
import { type Null, nulls } from "./candidates.ts";
import { gates } from "./gates.ts";
import { formulas, planted } from "./planted.ts";
import { groundOf, kept, publishedVerdicts, someRows } from "./study.ts";

export const about =
  "Null study and power of the gate. Eight tables of ../shared/data/tabular, 300 rows each, drawn by seed; runs of 20 candidates: twelve noise, six duplicates of what the baseline has, two leaks " +
  "(one column that holds the target). Five folds, two repeats, forests of 30 trees. The published accept rules see noise and duplicates of the same tables with ten folds, twice. " +
  "Mixed runs: three candidates that know something (the target, wrong on 35 % of the rows) among 17 that do not. Planted: worth about 0.02 AUC to a forest of 1,000 rows.";

const tables = ["balance-scale", "breast-w", "cmc", "credit-g", "diabetes", "eucalyptus", "pc1", "tic-tac-toe"];
const size = 300;
const runsPerTable = 7;
const perRun = 20;
const forest: ForestSettings = {
  trees: 30,
  maxDepth: 12,
  minLeaf: 2,
  columnShare: 0.33,
  criterion: "gini",
  cuts: "best",
  classWeights: null,
  seed: 1,
};

/** What came of runs of candidates that know nothing. */
interface Tally {
  candidates: number;
  admitted: number;
  runs: number;
  runsThatAdmit: number;
}

/** Runs the study; KILN_BENCH_RUNS shortens it for a try. */
export async function run(): Promise<Figure[]> {
  const trainer = openTrainer({ workers: availableParallelism(), workerFile: new URL("../../dist/forest-worker.js", import.meta.url) });
  try {
    const { bySort, all } = await nullRuns(trainer);
    const rules = await ruleRuns(trainer);
    const mixed = await mixedRuns(trainer);
    const power = await powerRuns(trainer);
    const found = await formulaRuns(trainer);
    return [
      share(
        `admitted of ${all.candidates} candidates that know nothing`,
        all.admitted / all.candidates,
        "at most 0.025",
        (x) => x <= 0.025,
      ),
      share(`runs of ${perRun} that admit any, of ${all.runs}`, all.runsThatAdmit / all.runs, "at most 0.05", (x) => x <= 0.05),
      ...[...bySort].map(([sort, tally]) =>
        share(`admitted: ${sort}, of ${tally.candidates}`, tally.admitted / tally.candidates, "", null),
      ),
      ...gates.map(({ name }, g) =>
        share(`admitted by the rule: ${name}, of ${rules.length}`, rules.filter((verdict) => verdict[g]).length / rules.length, "", null),
      ),
      share(
        `admitted beside three that know something, of ${mixed.nothing}`,
        mixed.admitted / mixed.nothing,
        "at most 0.025",
        (x) => x <= 0.025,
      ),
      share("those that know something, admitted beside noise", mixed.found / mixed.something, "", null),
      share("worth of the planted candidate in AUC", power.gain, "about 0.02", null),
      share(`planted candidates admitted among noise, of ${power.runs}`, power.admitted / power.runs, "at least 0.8", (x) => x >= 0.8),
      ...found.map(({ name, admitted, runs }) =>
        share(`formula of ${name} admitted among noise, of ${runs}`, admitted / runs, "1", (x) => x === 1),
      ),
    ];
  } finally {
    await trainer.close();
  }
}

function share(figure: string, ours: number, goal: string, met: ((x: number) => boolean) | null): Figure {
  return { figure, unit: "share", ours, peer: null, peerName: null, ratio: null, goal, met: met === null ? null : met(ours) };
}

async function nullRuns(trainer: Trainer): Promise<{ readonly bySort: ReadonlyMap<string, Tally>; readonly all: Tally }> {
  const bySort = new Map<string, Tally>();
  const all: Tally = { candidates: 0, admitted: 0, runs: 0, runsThatAdmit: 0 };
  for (const [t, name] of tables.entries())
    for (let r = 0; r < runsOf(runsPerTable); r++) {
      const { dataset, candidates } = await nullRun(name, 100 * t + r);
      const names = await kept(await groundOf(dataset, trainer, 5, 2, forest), candidates, 100 * t + r);
      all.runs++;
      all.runsThatAdmit += Number(names.length > 0);
      for (const { sort, candidate } of candidates) {
        const tally = bySort.get(sort) ?? { candidates: 0, admitted: 0, runs: 0, runsThatAdmit: 0 };
        bySort.set(sort, tally);
        for (const one of [tally, all]) {
          one.candidates++;
          one.admitted += Number(names.includes(candidate.name));
        }
      }
    }
  return { bySort, all };
}

async function nullRun(
  name: string,
  seed: number,
): Promise<{ readonly dataset: Awaited<ReturnType<typeof tableDataset>>; readonly candidates: readonly Null[] }> {
  const dataset = await tableDataset(name, someRows(readTable(name).rows.length, size, seed), "null");
  return { dataset, candidates: nulls(dataset, random(seed, 5), perRun) };
}

async function ruleRuns(trainer: Trainer): Promise<readonly (readonly boolean[])[]> {
  const verdicts: (readonly boolean[])[] = [];
  for (const [t, name] of tables.entries()) {
    if (t >= runsOf(tables.length)) break;
    const { dataset, candidates } = await nullRun(name, 100 * t);
    const open = candidates.filter(({ sort }) => sort !== "leak").map(({ candidate }) => candidate);
    verdicts.push(...(await publishedVerdicts(await groundOf(dataset, trainer, 10, 2, forest), open.slice(0, 12))));
  }
  return verdicts;
}

async function mixedRuns(trainer: Trainer): Promise<{ nothing: number; admitted: number; something: number; found: number }> {
  const tally = { nothing: 0, admitted: 0, something: 0, found: 0 };
  for (let r = 0; r < runsOf(24); r++) {
    const { dataset, candidates } = await nullRun(tables[r % tables.length]!, 5000 + r);
    const source = random(r, 9);
    const outputs = dataset.task.kind === "class" ? dataset.task.classes.length : 1;
    const real = [0, 1, 2].map((j) => ({
      candidate: {
        name: `real${j}`,
        kind: "feature" as const,
        values: [...dataset.target].map((k) => `says ${source.below(100) < 35 ? source.below(outputs) : k}`),
        size: 50,
      },
      reads: ["a", "b"],
    }));
    const noise = candidates.filter(({ sort }) => sort !== "leak").slice(0, 17);
    const names = await kept(await groundOf(dataset, trainer, 5, 2, forest), [...real, ...noise], r);
    tally.nothing += noise.length;
    tally.something += real.length;
    tally.found += names.filter((name) => name.startsWith("real")).length;
    tally.admitted += names.filter((name) => !name.startsWith("real")).length;
  }
  return tally;
}

async function powerRuns(trainer: Trainer): Promise<{ runs: number; admitted: number; gain: number }> {
  const runs = runsOf(20);
  let admitted = 0;
  let gain = 0;
  for (let r = 0; r < runs; r++) {
    const { dataset, hidden } = planted(1000, random(r, 3));
    const ground = await groundOf(dataset, trainer, 5, 2, { ...forest, trees: 100 });
    const candidate = { name: "planted", kind: "feature" as const, values: hidden, size: 100 };
    const noise = nulls(dataset, random(r, 4), perRun)
      .filter(({ sort }) => sort === "noise")
      .slice(0, 10);
    admitted += Number((await kept(ground, [{ candidate, reads: ["a", "b"] }, ...noise], r)).includes("planted"));
    const areas: number[] = [];
    for (const joined of [[], [candidate]]) {
      const { answers } = await measure(ground.field, ground.matricesWith(joined), 1);
      areas.push(rankedAuc(answers[0]!, dataset.target, 2, [...dataset.target.keys()]));
    }
    gain += (areas[1]! - areas[0]!) / runs;
  }
  return { runs, admitted, gain };
}

async function formulaRuns(trainer: Trainer): Promise<{ name: string; admitted: number; runs: number }[]> {
  const found: { name: string; admitted: number; runs: number }[] = [];
  for (const [name, { rows, of }] of Object.entries(formulas)) {
    const runs = runsOf(10);
    let admitted = 0;
    for (let r = 0; r < runs; r++) {
      const dataset = await tableDataset(name, someRows(readTable(name).rows.length, rows, r), "formula");
      const noise = nulls(dataset, random(r, 6), perRun)
        .filter(({ sort }) => sort === "noise")
        .slice(0, 9);
      const candidate = { name: "formula", kind: "feature" as const, values: dataset.rows.map(of), size: 100 };
      const names = await kept(await groundOf(dataset, trainer, 5, 2, forest), [{ candidate, reads: ["a", "b"] }, ...noise], r);
      admitted += Number(names.includes("formula"));
    }
    found.push({ name, admitted, runs });
  }
  return found;
}

function runsOf(count: number): number {
  return Math.min(count, Number(process.env["KILN_BENCH_RUNS"] ?? count));
}
