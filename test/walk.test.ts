import { build } from "esbuild";
import { createContext, runInContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { random } from "../generator/random.ts";
import { decodeForest, type ForestText, forestOutput } from "../generator/walk.ts";

const stumps: ForestText = {
  columns: ["a", "b"],
  outputs: 2,
  pseudo: [0.5, 0.5],
  trees: ["0<1.5 :0*3 :1*2", "0~1.5 :0*3 :1*2", "1~ :1 :0", "1<0 :0 0<-.25 :1 :0,1*4", ":1*9"],
};

function ask(forest: ForestText, ...x: readonly number[]): number[] {
  const out = new Float64Array(forest.outputs);
  forestOutput(decodeForest(forest), Float64Array.from(x), out);
  return [...out];
}

describe("a walk", () => {
  test.each([
    ["0<1.5 :0*3 :1*2", 1.5, 0.5 / 3],
    ["0<1.5 :0*3 :1*2", 1.4999, 3.5 / 4],
    ["0<1.5 :0*3 :1*2", Number.NaN, 0.5 / 3],
    ["0~1.5 :0*3 :1*2", Number.NaN, 3.5 / 4],
    ["0~1.5 :0*3 :1*2", 2, 0.5 / 3],
    ["0~ :0*3 :1*2", Number.NaN, 3.5 / 4],
    ["0~ :0*3 :1*2", -Number.MAX_VALUE, 0.5 / 3],
    ["0<0 :0*3 :1*2", -0, 0.5 / 3],
    [":0,1*4", 7, 1.5 / 6],
  ])("through %s with %d ends in the right leaf", (tree, value, share) => {
    expect(ask({ ...stumps, trees: [tree] }, value, 0)[0]).toBe(share);
  });

  test.each([1, 9, 10, 11, 20, 23])("of %i trees is the mean of each, summed in order", (count) => {
    const trees = Array.from({ length: count }, (_, t) => stumps.trees[(t * t) % 5]!);
    for (const x of [-1, 0, 1.5, Number.NaN]) {
      const sum = [0, 0];
      for (const tree of trees) ask({ ...stumps, trees: [tree] }, x, -x).forEach((share, k) => (sum[k]! += share));
      expect(ask({ ...stumps, trees }, x, -x)).toStrictEqual(sum.map((share) => share / count));
    }
  });

  test("reads numbers as they are spelled", () => {
    const forest = { columns: ["a"], outputs: 1, pseudo: [], trees: ["0<-.5 :-1e-7 0<1e+21 :.25 :1e+21"] };
    expect([-1, 0, 2e21].map((x) => ask(forest, x)[0])).toStrictEqual([-1e-7, 0.25, 1e21]);
  });

  test("reads every number as Number does", () => {
    const source = random(1);
    const digits = (most: number): string => Array.from({ length: source.below(most) }, () => String(source.below(10))).join("");
    for (let i = 0; i < 2000; i++) {
      const spelled = `${["", "-"][source.below(2)]}${digits(20)}.${digits(20)}0${["", `e${source.below(40) - 20}`][source.below(2)]}`;
      expect(ask({ columns: ["a"], outputs: 1, pseudo: [], trees: [`:${spelled}`] }, 0)[0], spelled).toBe(Number(spelled) + 0);
    }
  });

  test.each([0, 1, 7, 8, 9, 12, 30])("goes down a chain of %i questions to any of its leaves", (depth) => {
    const chain = Array.from({ length: depth }, (_, d) => `0<${d + 1} :${d}`).join(" ");
    const forest = { columns: ["a"], outputs: 1, pseudo: [], trees: [`${chain} :${depth}`.trim(), ":0"] };
    for (let x = 0; x <= depth; x++) expect(ask(forest, x + 0.5)[0]).toBe(x / 2);
  });

  test("refuses more columns than its nodes can name", () => {
    const columns = Array.from({ length: 5000 }, (_, j) => `c${j}`);
    expect(() => ask({ ...stumps, columns, trees: ["4096<1 :0 :1"] })).toThrow("the forest has too many columns or nodes");
  });

  test("needs nothing but the language", async () => {
    const entryPoints = [new URL("../generator/walk.ts", import.meta.url).pathname];
    const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: "iife", globalName: "walk" });
    const world = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
    const answer: unknown = runInContext(
      `${outputFiles[0]!.text}; const out = new Float64Array(2); walk.forestOutput(walk.decodeForest(${JSON.stringify(stumps)}), Float64Array.of(1, NaN), out); out.join()`,
      world,
    );
    expect(answer).toBe(ask(stumps, 1, Number.NaN).join());
  });
});
