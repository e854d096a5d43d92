import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { exactExp, exactLog } from "../generator/exact.ts";
import { random } from "../generator/random.ts";

const source = random(1);
const unit = (): number => source.below(4294967296) / 4294967296;
const logInputs = Array.from({ length: 20_000 }, (_, i) => (i % 2 === 0 ? unit() : 10 ** (unit() * 600 - 300)));
const expInputs = Array.from({ length: 20_000 }, (_, i) => (i % 2 === 0 ? unit() * 4 - 2 : unit() * 1400 - 700));

function bitsOf(values: readonly number[]): string {
  return createHash("sha256")
    .update(new Uint8Array(Float64Array.from(values).buffer))
    .digest("hex")
    .slice(0, 16);
}

/** Difference in units of the last place of the larger of both. */
function ulps(a: number, b: number): number {
  const size = Math.max(Math.abs(a), Math.abs(b), 2.3e-308);
  return Math.abs(a - b) / 2 ** (Math.floor(Math.log2(size)) - 52);
}

describe("the exact logarithm and exponential", () => {
  test("stay within an ulp of the engine's own, which is off by up to one itself", () => {
    expect(Math.max(...logInputs.map((x) => ulps(exactLog(x), Math.log(x))))).toBeLessThanOrEqual(1);
    expect(Math.max(...expInputs.map((x) => ulps(exactExp(x), Math.exp(x))))).toBeLessThanOrEqual(1);
  });

  test("give the same bits wherever they run", () => {
    expect([bitsOf(logInputs.map(exactLog)), bitsOf(expInputs.map(exactExp))]).toStrictEqual(["9ff8b372bae5d07b", "1d6b382317a6a3b3"]);
  });

  test("know their limits", () => {
    expect([0, -0, -1, Number.NaN, Infinity, 1].map(exactLog)).toStrictEqual([-Infinity, -Infinity, Number.NaN, Number.NaN, Infinity, 0]);
    expect([0, -0, 1000, -1000, Number.NaN, Infinity, -Infinity].map(exactExp)).toStrictEqual([1, 1, Infinity, 0, Number.NaN, Infinity, 0]);
    expect(exactLog(5e-324)).toBe(Math.log(5e-324));
    expect(exactExp(-745)).toBe(5e-324);
    expect(exactExp(709.78)).toBe(Math.exp(709.78));
  });
});
