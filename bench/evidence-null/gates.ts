import { outcomeOf } from "../../generator/weigh/metrics.ts";
import { rankedAuc } from "../tables/auc.ts";

/** What a published accept rule asks of a candidate: figures of each fold without and with it, higher is better. */
export interface FoldFigures {
  readonly accuracy: number;
  readonly auc: number;
}

/** The accept rules of published systems, moved to one setting. */
export const gates: readonly {
  readonly name: string;
  readonly accepts: (without: readonly FoldFigures[], after: readonly FoldFigures[]) => boolean;
}[] = [
  {
    name: "mean ΔAUC + ΔACC > 0 (CAAFE)",
    accepts: (a, b) => mean(differences(a, b, ({ accuracy, auc }) => accuracy + auc)) > 0,
  },
  { name: "mean gain > 0", accepts: (a, b) => mean(differences(a, b, ({ auc }) => auc)) > 0 },
  { name: "accuracy ≥ previous − 0.005 (RuleChef)", accepts: (a, b) => mean(differences(a, b, ({ accuracy }) => accuracy)) >= -0.005 },
  {
    name: "naive paired t-test at 5 %",
    accepts: (a, b) => {
      const d = differences(a, b, ({ auc }) => auc);
      const centre = mean(d);
      const variance = d.reduce((sum, x) => sum + (x - centre) * (x - centre), 0) / (d.length - 1);
      return variance > 0 && centre / Math.sqrt(variance / d.length) > 1.7291;
    },
  },
];

/** Figures of each fold of each repeat. */
export function foldFigures(
  answers: readonly Float64Array[],
  folds: readonly Int32Array[],
  target: Float64Array,
  outputs: number,
): FoldFigures[] {
  return answers.flatMap((answer, repeat) => {
    const { said } = outcomeOf(answer, target, outputs);
    return [...new Set(folds[repeat])].map((fold) => {
      const rows = [...target.keys()].filter((i) => folds[repeat]![i] === fold);
      return { accuracy: mean(rows.map((i) => Number(said[i] === target[i]))), auc: rankedAuc(answer, target, outputs, rows) };
    });
  });
}

function differences(without: readonly FoldFigures[], after: readonly FoldFigures[], of: (figures: FoldFigures) => number): number[] {
  return after.map((one, j) => of(one) - of(without[j]!));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}
