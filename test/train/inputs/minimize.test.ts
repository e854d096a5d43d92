import { describe, expect, test } from "vitest";
import { ridgeObjective, softmaxObjective, type Sparse } from "../../../generator/train/linear.ts";
import { minimize, type Objective } from "../../../generator/train/minimize.ts";

/** Rows (1, 0), (0, 1), (1, 1). */
const x: Sparse = { starts: Int32Array.of(0, 1, 2, 4), ids: Int32Array.of(0, 1, 0, 1), values: Float64Array.of(1, 1, 1, 1), width: 2 };
const exact = { iterations: 200, gradient: 1e-12 };

/** Largest difference between the gradient and central differences of the value. */
function gradientError(objective: Objective, at: Float64Array): number {
  const gradient = new Float64Array(at.length);
  const unused = new Float64Array(at.length);
  objective(at, gradient);
  return Math.max(
    ...at.map((_, i) => {
      const up = objective(
        at.map((w, j) => (j === i ? w + 1e-5 : w)),
        unused,
      );
      const down = objective(
        at.map((w, j) => (j === i ? w - 1e-5 : w)),
        unused,
      );
      return Math.abs((up - down) / 2e-5 - gradient[i]!);
    }),
  );
}

describe("the linear models", () => {
  test("have the gradient that they claim", () => {
    const weights = Float64Array.of(0.3, -0.2, 0.7, 0.1, -0.5, 0.4, 0.2, 0, -0.1);
    expect(gradientError(softmaxObjective(x, Float64Array.of(0, 1, 2), 3, 2), weights)).toBeLessThan(1e-8);
    expect(gradientError(ridgeObjective(x, Float64Array.of(1, -1, 0.5), 2), Float64Array.of(0.3, -0.2, 0.7))).toBeLessThan(1e-8);
  });

  test("reach the solution of the normal equations", () => {
    const [a, b, bias] = minimize(ridgeObjective(x, Float64Array.of(1, 2, 4), 1), new Float64Array(3), exact);
    // XᵀX + I with a free bias, by hand: 3a + b + 2c = 5, a + 3b + 2c = 6, 2a + 2b + 3c = 7
    expect([a, b, bias]).toStrictEqual([expect.closeTo(0.375, 7), expect.closeTo(0.875, 7), expect.closeTo(1.5, 7)]);
  });

  test("give the same bits from run to run, and a start at the minimum stays", () => {
    const objective = softmaxObjective(x, Float64Array.of(0, 1, 1), 2, 1);
    const found = minimize(objective, new Float64Array(6), exact);
    expect(minimize(objective, new Float64Array(6), exact)).toStrictEqual(found);
    expect(minimize(objective, found, { iterations: 5, gradient: 1e-9 })).toStrictEqual(found);
  });
});
