import { expect, test } from "vitest";
import { numpyRandom } from "../bench/text/numpy-random.ts";

test("draws are those of numpy's RandomState(0)", () => {
  const { permutation } = numpyRandom(0);
  expect(permutation(4502).slice(0, 8)).toStrictEqual([4498, 3371, 3943, 2968, 2783, 154, 487, 2057]);
  expect(permutation(4502).slice(0, 5)).toStrictEqual([1827, 4336, 521, 4442, 4108]);
});
