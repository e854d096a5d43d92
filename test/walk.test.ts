import { transform } from "esbuild";
import { readFile } from "node:fs/promises";
import { createContext, runInContext } from "node:vm";
import { describe, expect, test } from "vitest";
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

  test("refuses more columns than its nodes can name", () => {
    const columns = Array.from({ length: 5000 }, (_, j) => `c${j}`);
    expect(() => ask({ ...stumps, columns, trees: ["4096<1 :0 :1"] })).toThrow("the forest has too many columns or nodes");
  });

  test("needs nothing but the language", async () => {
    const source = await readFile(new URL("../generator/walk.ts", import.meta.url), "utf8");
    const { code } = await transform(source, { loader: "ts", format: "iife", globalName: "walk" });
    const world = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
    const answer: unknown = runInContext(
      `${code}; const out = new Float64Array(2); walk.forestOutput(walk.decodeForest(${JSON.stringify(stumps)}), Float64Array.of(1, NaN), out); out.join()`,
      world,
    );
    expect(answer).toBe(ask(stumps, 1, Number.NaN).join());
  });
});
