import { split, subset } from "../../generator/data/split.ts";
import { loadConfig } from "../../generator/load-config.ts";
import { loadRows } from "../../generator/load-rows.ts";
import type { Ports } from "../../generator/ports.ts";
import type { Figure } from "../figure.ts";
import { learnFrom, openTask, type Task } from "./arms.ts";
import { accuracyOf, macroF1Of, plain, type Score, spamF1 } from "./few-labels.ts";
import { logisticRegressions } from "./peer.ts";

/** How far below the peer still counts as level. */
const slack = 0.01;

/** A table with all its labels, its score, and whether its rows have more than text. */
interface Whole {
  readonly name: string;
  readonly open: (ports: Ports) => Promise<Pick<Task, "config" | "train" | "test" | "passed">>;
  readonly score: Score;
  readonly hasFields: boolean;
}

const tables: readonly Whole[] = [
  { name: "sms", open: (ports) => openTask("sms", "bench/text/sms/kiln.config.ts", ports), score: spamF1, hasFields: false },
  { name: "trec", open: (ports) => openTask("trec", "bench/text/trec/kiln.config.ts", ports), score: accuracyOf, hasFields: false },
  { name: "issues", open: (ports) => openTask("issues", "bench/text/issues/kiln.config.ts", ports), score: accuracyOf, hasFields: true },
  { name: "complaints", open: openComplaints, score: macroF1Of, hasFields: true },
];

/** Result, baseline and peer on every table, trained on all its training rows. */
export async function wholeTables(ports: Ports): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, open, score, hasFields } of tables) {
    const task = await open(ports);
    const { train, test } = task;
    const all = [...train.rows.keys()];
    const { answers, kept } = await learnFrom(task, all, ports);
    const baseline = kept === 0 ? answers : (await learnFrom({ ...task, passed: [] }, all, ports)).answers;
    const peers = logisticRegressions([
      { train: subset(train, all), test, withFields: false },
      ...(hasFields ? [{ train: subset(train, all), test, withFields: true }] : []),
    ]);
    const names = ["TF-IDF + LR", "TF-IDF + fields + LR"];
    const ours = score.of(answers, test);
    for (const [i, shares] of (peers ?? []).entries()) {
      const peer = score.of(shares, test);
      figures.push({
        figure: `${name}, all ${train.rows.length} labels: ${score.name}, ${kept} of ${task.passed.length} steps kept`,
        unit: "share",
        ours,
        peer,
        peerName: names[i]!,
        ratio: ours / peer,
        goal: hasFields && i === 0 ? "better than the peer" : `at most ${slack} below the peer`,
        met: hasFields && i === 0 ? ours > peer : ours >= peer - slack,
      });
    }
    figures.push(plain(`${name}, all labels: ${score.name}, baseline without steps`, score.of(baseline, test)));
  }
  return figures;
}

async function openComplaints(): Promise<Pick<Task, "config" | "train" | "test" | "passed">> {
  const config = await loadConfig("bench/complaints/kiln.config.ts");
  const { dataset } = await loadRows(config);
  const { train, holdout } = split(dataset, { kind: "random", holdout: config.split.holdout, seed: config.seed });
  return { config, train, test: holdout, passed: [] };
}
