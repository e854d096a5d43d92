import type { Matrix, Trainer } from "../../generator/learning.ts";
import type { Dataset } from "../../generator/types.ts";

/** Rows of which only the class matters. */
export function classes(target: readonly number[]): Dataset {
  const names = [...new Set(target)].map((c) => `c${c}`);
  return { ...numbers(target), task: { kind: "class", column: "y", classes: [names[0]!, ...names.slice(1)], sentence: "" } };
}

/** Rows of which only the number matters. */
export function numbers(target: readonly number[]): Dataset {
  return {
    task: { kind: "number", column: "y", sentence: "" },
    columns: [],
    rows: target.map(() => ({})),
    target: Float64Array.from(target),
    lines: Int32Array.from(target.keys()),
    groups: Int32Array.from(target.keys()),
    order: new Int32Array(target.length),
    maskKey: "00",
    withheld: new Set(),
  };
}

/** A stand-in for a forest: naive Bayes on the sign of each column (0 or less, above 0, missing). Deterministic, and good enough to be lifted. */
export const naiveBayes: Trainer = {
  outOfFold: (matrix, target, outputs, folds) => Promise.resolve(answersOutOfFold(matrix, target, outputs, folds)),
  train: () => Promise.reject(new Error("weighing trains nothing for good")),
  close: () => Promise.resolve(),
};

function answersOutOfFold({ columns, n }: Matrix, target: Float64Array, outputs: number, folds: Int32Array): Float64Array {
  const answers = new Float64Array(n * outputs);
  for (const fold of new Set(folds)) {
    const seen = [...folds.keys()].filter((i) => folds[i] !== fold);
    const rows = [...folds.keys()].filter((i) => folds[i] === fold);
    for (const i of rows) {
      const scores = Array.from({ length: outputs }, (_, c) => seen.filter((j) => target[j] === c).length / seen.length);
      for (const column of columns)
        for (let c = 0; c < outputs; c++) {
          const ofClass = seen.filter((j) => target[j] === c);
          scores[c]! *= (ofClass.filter((j) => side(column[j]!) === side(column[i]!)).length + 1) / (ofClass.length + 3);
        }
      const whole = scores.reduce((sum, score) => sum + score, 0);
      scores.forEach((score, c) => (answers[i * outputs + c] = score / whole));
    }
  }
  return answers;
}

function side(x: number): number {
  return Number.isNaN(x) ? 2 : Number(x > 0);
}
