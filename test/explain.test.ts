import { expect, test } from "vitest";
import { explainForest } from "../generator/explain.ts";
import { random, type Random } from "../generator/random.ts";
import { decodeForest, forestOutput, type ForestText } from "../generator/walk.ts";

const columns = ["age", "size", "kind"];

/** A tree in prefix text: questions of all three forms, small integers as thresholds. */
function tree(source: Random, outputs: number, depth: number): string {
  if (depth === 0 || source.below(5) === 0) {
    if (outputs === 1) return `:${String(source.below(9) / 2)}`;
    const counts = Array.from({ length: outputs }, (_, k) => [k, source.below(4)] as const).filter(([k, rows]) => k === 0 || rows > 0);
    return `:${counts.map(([k, rows]) => `${String(k)}*${String(rows + 1)}`).join(",")}`;
  }
  const column = String(source.below(columns.length));
  const question = [`${column}<${String(source.below(4))}`, `${column}~${String(source.below(4))}`, `${column}~`][source.below(3)]!;
  return `${question} ${tree(source, outputs, depth - 1)} ${tree(source, outputs, depth - 1)}`;
}

test("baseline, effects, calibration and rounding sum to the answer bit for bit, whatever the forest, the row and the curve", () => {
  const source = random(7);
  const cells = [Number.NaN, Number.NEGATIVE_INFINITY, -1, 0, 1, 2.5, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 300; round++) {
    const outputs = 1 + source.below(4);
    const trees = Array.from({ length: 1 + source.below(4) }, () => tree(source, outputs, 4));
    const forest: ForestText = { columns, outputs, pseudo: outputs === 1 ? [] : Array.from({ length: outputs }, (_, k) => k / 8), trees };
    const x = Float64Array.from(columns, () => cells[source.below(cells.length)]!);
    const answer = new Float64Array(outputs);
    forestOutput(decodeForest(forest), x, answer);
    for (const [k, share] of answer.entries()) {
      for (const worth of [share, source.below(1_000_000) / 999_999, 1e-9, 1]) {
        const { baseline, effects, calibration, rounding } = explainForest(forest, x, k, share, worth);
        const moves = [...effects.map(({ effect }) => effect), calibration];
        const sums = [moves, moves.toReversed()].map((order) => order.reduce((sum, effect) => sum + effect, baseline) + rounding);
        expect(sums).toStrictEqual([worth, worth]);
        expect(Math.abs(rounding)).toBeLessThan(1e-11);
        if (worth === share) expect(calibration).toBe(0);
      }
    }
  }
});

test("what is expected at a question is the mean of the rows that came by", () => {
  const forest: ForestText = { columns, outputs: 2, pseudo: [0, 0], trees: ["0<10 :0*6 2~ :1*1 :0*1,1*2", "1<5 :0*5 :0*5"] };
  const { baseline, effects } = explainForest(forest, Float64Array.of(12, 3, Number.NaN), 1, 0.5);
  expect(baseline).toBeCloseTo(0.15, 11);
  expect(effects).toStrictEqual([
    { column: "age", value: 12, effect: expect.closeTo((0.75 - 0.3) / 2, 11) },
    { column: "size", value: 3, effect: 0 },
    { column: "kind", value: null, effect: (1 - 0.75) / 2 },
  ]);
});

test("answers of any size are explained exactly", () => {
  const source = random(11);
  for (const scale of [1e-300, 1e-12, 1, 3.7e9, 1e300]) {
    const trees = Array.from(
      { length: 3 },
      () => `0<${String(source.below(9))} :${String(-scale * source.below(9))} :${String((scale * source.below(999)) / 7)}`,
    );
    const forest: ForestText = { columns, outputs: 1, pseudo: [], trees };
    const [x, answer] = [Float64Array.of(4, 0, 0), new Float64Array(1)];
    forestOutput(decodeForest(forest), x, answer);
    const { baseline, effects, rounding } = explainForest(forest, x, 0, answer[0]!);
    expect(effects.reduce((sum, { effect }) => sum + effect, baseline) + rounding).toBe(answer[0]!);
  }
});
