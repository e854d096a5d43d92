import { openSandbox } from "../../generator/judge/sandbox/open-sandbox.ts";
import { compareWithReference } from "../../generator/monitor.ts";
import { random, shuffled } from "../../generator/random.ts";
import { runSide, type Side } from "../../generator/sides.ts";
import { openTrainer } from "../../generator/train/trainer.ts";
import type { Dataset } from "../../generator/types.ts";
import { openSubject } from "../diff/pipeline.ts";
import type { Figure } from "../figure.ts";
import { drifted, plantedDrifts } from "./drifts.ts";

export const about =
  "`kiln monitor` with the reference of 898 training rows of the example and 20 steps as a language model really wrote them: 20 random halves of the same table, 20 planted drifts " +
  "(the first alarm must name the drifted column, or a step that reads it where no column shows it), and a drift below the bar at 1, 5 and 20 times the rows.";

export async function run(): Promise<Figure[]> {
  const sandbox = openSandbox({ baseMs: 30_000, rowMs: 50 });
  const trainer = openTrainer({ workers: 2, workerFile: new URL("../../dist/forest-worker.js", import.meta.url) });
  try {
    const quiet = {
      store: { get: () => null, reserve: async () => async () => {}, put: async () => {} },
      live: null,
      sandbox,
      trainer,
      onStage: () => {},
      onRequest: () => {},
    };
    const { dataset, files, reference } = await openSubject(quiet, 1200);
    const whole = await runSide(files, dataset.rows, dataset.task, sandbox);
    let quietHalves = 0;
    for (let half = 0; half < 20; half++) {
      const places = shuffled([...dataset.rows.keys()], random(half, 5)).slice(0, dataset.rows.length / 2);
      const { drifts, slices } = compareWithReference(reference, part(dataset, places), partOf(whole, places, dataset));
      const alarms = [...drifts.filter(({ alarm }) => alarm), ...slices];
      quietHalves += Number(alarms.length === 0);
      for (const { name, effect } of alarms) console.log(`half ${half}: ${name} ${effect.toFixed(3)}`);
    }
    let named = 0;
    for (const [k, planted] of plantedDrifts.entries()) {
      const rows = drifted(dataset.rows, planted, k);
      const after = { ...dataset, rows };
      const { drifts } = compareWithReference(reference, after, await runSide(files, rows, dataset.task, sandbox));
      const alarms = drifts.filter(({ alarm }) => alarm);
      const right = alarms[0] !== undefined && (alarms[0].name === planted.named || alarms[0].name.startsWith(`${planted.named}.`));
      named += Number(right);
      if (!right)
        console.log(`${planted.what}: ${alarms.map(({ name, effect }) => `${name} ${effect.toFixed(2)}`).join(", ") || "no alarm"}`);
    }
    const small = dataset.rows.map((row, i) => (i % 20 === 0 ? { ...row, plan: null } : row));
    const below = await runSide(files, small, dataset.task, sandbox);
    const verdicts = [1, 5, 20].map((times) => {
      const places = Array.from({ length: times }, () => [...small.keys()]).flat();
      return compareWithReference(reference, part({ ...dataset, rows: small }, places), partOf(below, places, dataset)).drifts.some(
        ({ alarm }) => alarm,
      );
    });
    const plain = { peer: null, peerName: null, ratio: null };
    return [
      { figure: "random halves without an alarm", unit: "halves", ours: quietHalves, ...plain, goal: "20 of 20", met: quietHalves === 20 },
      {
        figure: "planted drifts whose first alarm names the right column or step",
        unit: "drifts",
        ours: named,
        ...plain,
        goal: "20 of 20",
        met: named === 20,
      },
      {
        figure: "sizes at which a drift below the bar is an alarm",
        unit: "of 1 ×, 5 ×, 20 × the rows",
        ours: verdicts.filter(Boolean).length,
        ...plain,
        goal: "0",
        met: !verdicts.includes(true),
      },
    ];
  } finally {
    await Promise.all([sandbox.close(), trainer.close()]);
  }
}

function part(dataset: Dataset, places: readonly number[]): Dataset {
  return { ...dataset, rows: places.map((i) => dataset.rows[i]!), target: Float64Array.from(places, (i) => dataset.target[i]!) };
}

function partOf({ files, traces, answers, micros }: Side, places: readonly number[], { task }: Dataset): Side {
  const k = task.kind === "class" ? task.classes.length : 1;
  return {
    files,
    traces: places.map((i) => traces[i]!),
    answers: Float64Array.from(places.flatMap((i) => [...answers.subarray(i * k, (i + 1) * k)])),
    micros,
  };
}
