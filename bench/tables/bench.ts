import { availableParallelism } from "node:os";
import { openSandbox } from "../../generator/judge/sandbox/open-sandbox.ts";
import { random, shuffled } from "../../generator/random.ts";
import { openTrainer } from "../../generator/train/trainer.ts";
import type { Trainer } from "../../generator/learning.ts";
import type { Sandbox } from "../../generator/types.ts";
import { outcomeOf } from "../../generator/weigh/metrics.ts";
import { studentCdf } from "../../generator/weigh/student.ts";
import type { Figure } from "../figure.ts";
import { rankedAuc } from "./auc.ts";
import { answered, caafeParts, gated, outputsOf, part, tested } from "./protocol.ts";
import { type Recorded, recorded } from "./recorded.ts";
import { readTable, sets } from "./sets.ts";
import { tableDataset } from "./table-dataset.ts";

export const about =
  "Published tables, ../shared/data/tabular. CAAFE's regime: balance-scale cut to 20 % of its rows, breast-w and tic-tac-toe to 10 %, none above 2,000; ten seeds, a quarter tested on, AUC (of pairs of classes, where there are more than two). " +
  "LLM-FE's protocol: five folds, accuracy. The functions were recorded once a table, from at most 300 rows, none of which is ever tested on; Kiln's gate weighs them anew on the training rows of every seed. " +
  "Peer: CAAFE's published random forest with features by GPT-4, five seeds of its own. The forest without features is Kiln's baseline on the same rows.";

const seeds = 10;

/** Of one table, over the seeds: AUC without features and with those that the gate keeps. */
interface Pairs {
  readonly name: string;
  readonly without: readonly number[];
  readonly after: readonly number[];
  readonly kept: number;
}

/** Runs both protocols on the tables whose replies are recorded. */
export async function run(): Promise<Figure[]> {
  const trainer = openTrainer({ workers: availableParallelism(), workerFile: new URL("../../dist/forest-worker.js", import.meta.url) });
  const sandbox = openSandbox({});
  try {
    const written: { readonly name: string; readonly replies: Recorded }[] = [];
    for (const name of Object.keys(sets)) {
      const replies = await recorded(name, sandbox, trainer);
      if (replies !== null) written.push({ name, replies });
    }
    const pairs: Pairs[] = [];
    for (const { name, replies } of written) pairs.push(await caafe(name, replies, sandbox, trainer));
    const folds: Figure[] = [];
    for (const [name, published, goal] of [
      ["junglechess", 0.969, 0.98],
      ["balance-scale", 0.99, 0.998],
    ] as const) {
      const replies = written.find((one) => one.name === name)?.replies;
      if (replies !== undefined) folds.push(...(await llmFe(name, replies, published, goal, sandbox, trainer)));
    }
    return [...costs(written), ...pairs.flatMap(lines), ...means(pairs), ...folds];
  } finally {
    await Promise.all([sandbox.close(), trainer.close()]);
  }
}

function costs(written: readonly { readonly name: string; readonly replies: Recorded }[]): Figure[] {
  const most = (of: (replies: Recorded) => number): number => Math.max(0, ...written.map(({ replies }) => of(replies)));
  return [
    plain("tables with recorded replies, of 9", "tables", written.length, "9", written.length === 9),
    plain(
      "most tokens of one table's recording",
      "tokens",
      most(({ tokens }) => tokens),
      "at most 60,000",
      most(({ tokens }) => tokens) <= 60_000,
    ),
    plain(
      "most calls of one table's recording",
      "calls",
      most(({ calls }) => calls),
      "at most 10",
      most(({ calls }) => calls) <= 10,
    ),
  ];
}

async function caafe(name: string, { programs }: Recorded, sandbox: Sandbox, trainer: Trainer): Promise<Pairs> {
  const table = readTable(name);
  const without: number[] = [];
  const after: number[] = [];
  let keptSteps = 0;
  for (let seed = 0; seed < seeds; seed++) {
    const parts = caafeParts(table, sets[name]!.share, seed);
    const whole = await tableDataset(name, [...parts.train, ...parts.test], "caafe");
    const places = { train: [...parts.train.keys()], test: parts.test.map((_, k) => parts.train.length + k) };
    const steps = await answered(programs, whole, sandbox);
    const training = part(whole, places.train);
    const kept = await gated(
      training,
      steps.map(({ program, values }) => ({ program, values: places.train.map((i) => values[i]!) })),
      trainer,
      seed,
    );
    const chosen = steps.filter(({ program }) => kept.some((one) => one.program.name === program.name));
    const testing = part(whole, places.test);
    const auc = async (some: typeof steps): Promise<number> =>
      rankedAuc(await tested(whole, places, some, trainer, seed), testing.target, outputsOf(whole), [...testing.target.keys()]);
    const before = await auc([]);
    without.push(before);
    after.push(chosen.length === 0 ? before : await auc(chosen));
    keptSteps += chosen.length / seeds;
  }
  return { name, without, after, kept: keptSteps };
}

function lines({ name, without, after, kept }: Pairs): Figure[] {
  const [, published] = sets[name]!.published;
  const ours = mean(after);
  const p = lossP(after.map((x, s) => x - without[s]!));
  return [
    plain(`${name}: AUC without features`, "AUC", mean(without), "", null),
    {
      figure: `${name}: AUC with features (${kept.toFixed(1)} kept a seed)`,
      unit: "AUC",
      ours,
      peer: published,
      peerName: "CAAFE, GPT-4",
      ratio: ours / published,
      goal: "no significant loss",
      met: p > 0.05,
    },
  ];
}

function means(pairs: readonly Pairs[]): Figure[] {
  if (pairs.length === 0) return [];
  const ours = mean(pairs.map(({ after }) => mean(after)));
  const peer = mean(pairs.map(({ name }) => sets[name]!.published[1]));
  return [
    plain(`mean of ${pairs.length} tables: AUC without features`, "AUC", mean(pairs.map(({ without }) => mean(without))), "", null),
    {
      figure: `mean of ${pairs.length} tables: AUC with features`,
      unit: "AUC",
      ours,
      peer,
      peerName: "CAAFE, GPT-4",
      ratio: ours / peer,
      goal: "at least 0.875 on all nine",
      met: pairs.length === 9 && ours >= 0.875,
    },
  ];
}

/** Five folds; the gate weighs on at most 3,000 rows of the training part, and what it keeps is tested on rows that the model never saw. */
async function llmFe(
  name: string,
  { programs }: Recorded,
  published: number,
  goal: number,
  sandbox: Sandbox,
  trainer: Trainer,
): Promise<Figure[]> {
  const { rows, shown } = readTable(name);
  const order = shuffled([...rows.keys()], random(42, 21));
  const whole = await tableDataset(name, order, "llm-fe");
  const steps = await answered(programs, whole, sandbox);
  const right = { without: 0, after: 0, rows: 0 };
  for (let fold = 0; fold < 5; fold++) {
    const train = [...order.keys()].filter((at) => at % 5 !== fold);
    const test = [...order.keys()].filter((at) => at % 5 === fold && !shown.has(order[at]!));
    const weighed = train.slice(0, 3000);
    const kept = await gated(
      part(whole, weighed),
      steps.map(({ program, values }) => ({ program, values: weighed.map((i) => values[i]!) })),
      trainer,
      fold,
    );
    const chosen = steps.filter(({ program }) => kept.some((one) => one.program.name === program.name));
    const hits = async (some: typeof steps): Promise<number> => {
      const target = part(whole, test).target;
      const { said } = outcomeOf(await tested(whole, { train, test }, some, trainer, fold), target, outputsOf(whole));
      return said.filter((k, i) => k === target[i]).length;
    };
    right.without += await hits([]);
    right.after += await hits(chosen);
    right.rows += test.length;
  }
  const ours = right.after / right.rows;
  return [
    plain(`${name}: five-fold accuracy without features`, "share", right.without / right.rows, "", null),
    {
      figure: `${name}: five-fold accuracy with features`,
      unit: "share",
      ours,
      peer: published,
      peerName: "LLM-FE, XGBoost",
      ratio: ours / published,
      goal: `at least ${goal}`,
      met: ours >= goal,
    },
  ];
}

function plain(figure: string, unit: string, ours: number, goal: string, met: boolean | null): Figure {
  return { figure, unit, ours, peer: null, peerName: null, ratio: null, goal, met };
}

/** One-sided p of the paired t-test over seeds that there is no loss; 1 where nothing differs. */
function lossP(differences: readonly number[]): number {
  const centre = mean(differences);
  const variance = differences.reduce((sum, d) => sum + (d - centre) * (d - centre), 0) / (differences.length - 1);
  if (variance === 0) return centre < 0 ? 0 : 1;
  return studentCdf(centre / Math.sqrt(variance / differences.length), differences.length - 1);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}
