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

test("baseline and effects sum to the answer, whatever the forest and the row", () => {
  const source = random(7);
  const cells = [Number.NaN, Number.NEGATIVE_INFINITY, -1, 0, 1, 2.5, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 300; round++) {
    const outputs = 1 + source.below(4);
    const trees = Array.from({ length: 1 + source.below(4) }, () => tree(source, outputs, 4));
    const forest: ForestText = { columns, outputs, pseudo: outputs === 1 ? [] : Array.from({ length: outputs }, (_, k) => k / 8), trees };
    const x = Float64Array.from(columns, () => cells[source.below(cells.length)]!);
    const answer = new Float64Array(outputs);
    forestOutput(decodeForest(forest), x, answer);
    const explained = Array.from(answer, (_, k) => explainForest(forest, x, k));
    expect(
      explained.map(({ baseline, contributions }) => contributions.reduce((sum, { effect }) => sum + effect, baseline).toFixed(12)),
    ).toStrictEqual(Array.from(answer, (share) => share.toFixed(12)));
  }
});

test("what is expected at a question is the mean of the rows that came by; the largest effect is first", () => {
  const forest: ForestText = { columns, outputs: 2, pseudo: [0, 0], trees: ["0<10 :0*6 2~ :1*1 :0*1,1*2", "1<5 :0*5 :0*5"] };
  expect(explainForest(forest, Float64Array.of(12, 3, Number.NaN), 1)).toStrictEqual({
    baseline: 0.15,
    contributions: [
      { column: "age", value: 12, effect: (0.75 - 0.3) / 2 },
      { column: "kind", value: null, effect: (1 - 0.75) / 2 },
    ],
  });
});
