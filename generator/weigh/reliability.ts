import type { ReliabilityBin } from "../learned.ts";
import { likeliest } from "./metrics.ts";

const bins = 10;

/**
 * How often what is said is right, by what is said of a row's likeliest class, in tenths; tenths without rows are left out.
 *
 * @param answers n × classes, row-major; rows of NaN have no answer and count nowhere.
 */
export function reliabilityOf(answers: Float64Array, target: Float64Array, classes: number): ReliabilityBin[] {
  const counted = Array.from({ length: bins }, () => ({ rows: 0, said: 0, right: 0 }));
  target.forEach((truth, i) => {
    const best = likeliest(answers, i * classes, classes);
    const said = answers[i * classes + best]!;
    const bin = counted[Math.min(bins - 1, Math.floor(said * bins))];
    if (bin === undefined) return;
    bin.rows++;
    bin.said += said;
    if (best === truth) bin.right++;
  });
  return counted.filter(({ rows }) => rows > 0).map(({ rows, said, right }) => ({ rows, said: said / rows, right: right / rows }));
}
