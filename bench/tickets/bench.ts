import type { Figure } from "../figure.ts";
import { openTask } from "../text/arms.ts";
import { armsOf, costs, logLossOf, macroF1Of, meanOf, plain } from "../text/few-labels.ts";
import { openPorts } from "../text/ports.ts";

export const about =
  "The tickets of ../shared/data: 900 rows to learn from, 300 to test on, drawn by numpy's RandomState(0). Few labels: k of the 900, 10 draws, mean. Candidates were asked for once, from the 100 labelled rows of one draw " +
  "(the first with two rows or more of each class) and nothing else; for each draw Kiln's own gate decides anew, on the k labels alone, which are kept. Beside it the plain baseline on the same rows. Peer: TF-IDF(1–2) of the texts + logistic regression (C = 10, balanced).";

/** Macro-F1 that the steps must add to the baseline. */
const goals = new Map([
  [100, 0.08],
  [200, 0.05],
]);

/** Measures 100, 200 and all labels. */
export async function run(): Promise<Figure[]> {
  const { ports, close } = openPorts();
  try {
    const task = await openTask("tickets", "bench/tickets/kiln.config.ts", ports);
    const figures: Figure[] = [];
    for (const size of [100, 200, task.train.rows.length]) {
      const whole = size === task.train.rows.length;
      const draws = whole ? [[...task.train.rows.keys()]] : task.draws.map((order) => order.slice(0, size));
      const { result, baseline, peer, kept } = await armsOf(task, draws, ports);
      const label = `${whole ? "all 900" : size} labels`;
      const steps = `${meanOf(kept).toFixed(1)} of ${task.passed.length} steps kept`;
      for (const score of [macroF1Of, logLossOf]) {
        const mean = (answers: readonly Float64Array[]): number => meanOf(answers.map((one) => score.of(one, task.test)));
        const [ours, plainly] = [mean(result), mean(baseline)];
        const least = goals.get(size);
        const isLoss = score === logLossOf;
        figures.push({
          figure: `${label}: ${score.name}, ${steps}`,
          unit: isLoss ? "nats" : "share",
          ours,
          peer: plainly,
          peerName: "baseline",
          ratio: isLoss ? plainly / ours : ours / plainly,
          goal: isLoss
            ? whole
              ? "at least 10 % below the baseline"
              : ""
            : least === undefined
              ? ""
              : `at least ${least} above the baseline`,
          met: isLoss ? (whole ? ours <= 0.9 * plainly : null) : least === undefined ? null : ours >= plainly + least,
        });
        if (peer !== null) figures.push({ ...plain(`${label}: ${score.name}, TF-IDF + LR`, mean(peer)), unit: isLoss ? "nats" : "share" });
      }
    }
    return [...figures, ...costs("tickets", task)];
  } finally {
    await close();
  }
}
