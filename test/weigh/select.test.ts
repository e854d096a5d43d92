import { describe, expect, test } from "vitest";
import { random, shuffled } from "../../generator/random.ts";
import type { StepValue } from "../../generator/types.ts";
import { assignFolds } from "../../generator/weigh/folds.ts";
import { type Selection, select } from "../../generator/weigh/select.ts";
import type { Weighable } from "../../generator/weigh/terms.ts";
import { classes, naiveBayes } from "./rows.ts";

const n = 200;
const source = random(12);
const flips = (share: number): boolean[] => Array.from({ length: n }, () => source.below(1000) < share * 1000);
const plain = flips(0.5);
const hidden = flips(0.3);
const rows = classes(plain.map((x, i) => Number(source.below(10) < (hidden[i] ? 9 : x ? 5 : 2))));
const field = {
  dataset: rows,
  outputs: 2,
  folds: assignFolds(rows, { kind: "random", folds: 4, repeats: 2, seed: 3 }),
  forest: {
    trees: 1,
    maxDepth: 1,
    minLeaf: 1,
    columnShare: 1,
    criterion: "gini" as const,
    cuts: "best" as const,
    classWeights: null,
    seed: 1,
  },
  trainer: naiveBayes,
};
const bar = { confidence: 0.95, minLift: 0, seed: 7 };
const feature = (name: string, values: readonly StepValue[], size = 100): Weighable => ({ name, kind: "feature", values, size });

function weigh(candidates: readonly Weighable[], changed: Partial<typeof bar> = {}): Promise<Selection> {
  const matricesWith = (names: readonly string[]) => {
    const joined = names.map((name) => Float64Array.from(candidates.find((one) => one.name === name)!.values, Number));
    return Promise.resolve(
      field.folds.map(() => ({ names: ["plain", ...names], columns: [Float64Array.from(plain, Number), ...joined], n })),
    );
  };
  return select({ candidates, standing: [], share: 1, matricesWith }, field, { ...bar, ...changed });
}

describe("a round with one candidate that knows something, its copy, and noise", () => {
  const candidates = [
    feature("longer", hidden, 200),
    feature("hidden", hidden),
    ...Array.from({ length: 6 }, (_, j) => feature(`noise${j}`, shuffled(hidden, source))),
    feature("known", plain),
  ];

  test("keeps it, says what it is worth, and refuses the others with numbers", async () => {
    const { kept, refused, together } = await weigh(candidates);
    expect(kept.map(({ name }) => name)).toStrictEqual(["hidden"]);
    const { evidence } = kept[0]!;
    expect(evidence.lift).toBeGreaterThan(0.03);
    expect(evidence.adjustedP).toBeLessThan(0.05);
    expect(evidence.fires).toBe(hidden.filter(Boolean).length / n);
    expect(evidence.abstains).toBe(0);
    expect(evidence.parts.map(({ part, rows: size }) => [part, size]).toSorted()).toStrictEqual(
      [0, 1].map((k) => [`y is c${k}`, rows.target.filter((y) => rows.task.kind === "class" && rows.task.classes[y] === `c${k}`).length]),
    );
    expect(evidence.nearest).toBe(null);
    expect(together!.interval[0]).toBeGreaterThan(0);
    expect(refused.map(({ name }) => name)).toStrictEqual(["longer", "noise0", "noise1", "noise2", "noise3", "noise4", "noise5", "known"]);
    expect(refused[0]).toStrictEqual({
      name: "longer",
      evidence: null,
      issues: [{ rule: "lift", line: 0, message: "answers as hidden does on every row; something that is not yet said expected" }],
    });
    for (const { evidence: found, issues } of refused.slice(1)) {
      expect(found!.nearest!.step).toBe("hidden");
      expect(found!.adjustedP).toBeGreaterThan(0.05);
      expect(issues[0].message).toMatch(
        /^lift -?0\.\d{4} \(-?0\.\d{4} to -?0\.\d{4}\) and p \d\.\d{4} beside others that know something; a lift above 0 and p at most 0\.0200 expected$/,
      );
    }
  });

  test("answers the same twice", async () => {
    expect(await weigh(candidates)).toStrictEqual(await weigh(candidates));
  });

  test("keeps nothing when the least lift is out of reach", async () => {
    const { kept, refused } = await weigh(candidates, { minLift: 0.5 });
    expect(kept).toStrictEqual([]);
    expect(refused.find(({ name }) => name === "hidden")!.issues[0].message).toMatch(
      /^alone it lifts by 0\.\d{4} \(.*\), an interval above 0\.5000 expected$/,
    );
  });
});

test("of two that know the same, one goes in the backward pass", async () => {
  const nearly = hidden.map((x, i) => (i % 50 === 0 ? !x : x));
  const { kept, refused } = await weigh([feature("hidden", hidden), feature("nearly", nearly)]);
  expect(kept.map(({ name }) => name)).toStrictEqual(["hidden"]);
  expect(refused[0]!.issues[0].message).toMatch(
    /^beside hidden it adds nothing: lift -0\.\d{4}, p \d\.\d{4} of knowing more than they do$/,
  );
});

test("of rounds in which nobody knows anything, about one in twenty may keep somebody", async () => {
  let kept = 0;
  for (let round = 0; round < 20; round++) {
    const noise = Array.from({ length: 5 }, (_, j) => feature(`noise${j}`, shuffled(hidden, source)));
    kept += Number((await weigh(noise, { seed: round })).kept.length > 0);
  }
  expect(kept).toBeLessThanOrEqual(2);
});

test("many that each know a little pass the common gate, though hardly one would alone", async () => {
  const weak = Array.from({ length: 8 }, (_, j) =>
    feature(
      `blurred${j}`,
      hidden.map((x) => x !== source.below(100) < 35),
    ),
  );
  const { kept } = await weigh(weak, { confidence: 0.98 });
  expect(kept.length).toBeGreaterThan(1);
  expect(kept.some(({ evidence }) => evidence.adjustedP > 0.02)).toBe(true);
  for (const { evidence } of kept) {
    expect(evidence.jointP).toBeLessThanOrEqual(0.02);
    expect(evidence.p).toBeLessThanOrEqual(0.02);
  }
});

test("beside candidates that know something, few that know nothing get in", async () => {
  let kept = 0;
  for (let round = 0; round < 8; round++) {
    const noise = Array.from({ length: 10 }, (_, j) => feature(`noise${j}`, shuffled(hidden, source)));
    const { kept: names } = await weigh([feature("hidden", hidden), ...noise], { seed: round });
    expect(names.map(({ name }) => name)).toContain("hidden");
    kept += names.length - 1;
  }
  expect(kept).toBeLessThanOrEqual(4);
});
