import { createHash } from "node:crypto";
import { openTrainer } from "../../generator/train/trainer.ts";
import { random } from "../../generator/random.ts";
import { decodeForest, forestOutputs } from "../../generator/walk.ts";

/** Prints a hash of the text and of all answers of each of 300 odd forests; run by every engine that is compared. */
const trainer = openTrainer({ workers: 0, workerFile: "" });
const odd = [Number.NaN, 0, -0, 1, -1, 0.5, 1e308, -1e308, 5e-324, 0.1, 1e-7, 123456.789];
const hashes: string[] = [];
for (let seed = 0; seed < 300; seed++) {
  const source = random(seed, 3);
  const n = 5 + source.below(120);
  const p = 1 + source.below(8);
  const outputs = [1, 2, 2, 3, 9, 40][source.below(6)]!;
  const columns = Array.from({ length: p }, () => {
    const isOdd = source.below(3) === 0;
    return Float64Array.from({ length: n }, () => (isOdd ? odd[source.below(odd.length)]! : source.below(100_000) / 997 - 30));
  });
  const target = Float64Array.from({ length: n }, () => (outputs === 1 ? source.below(1000) / 7 : source.below(outputs)));
  const { forest, outOfBag, importance } = await trainer.train({ names: columns.map((_, j) => `c${j}`), columns, n }, target, outputs, {
    trees: 13,
    maxDepth: 1 + source.below(14),
    minLeaf: 1 + source.below(3),
    columnShare: 0.4,
    criterion: source.below(2) === 0 ? "gini" : "entropy",
    cuts: source.below(2) === 0 ? "best" : "random",
    classWeights: null,
    seed,
  });
  const x = Float64Array.from({ length: n * p }, (_, at) => columns[at % p]![Math.floor(at / p)]!);
  const out = new Float64Array(n * outputs);
  forestOutputs(decodeForest(forest), x, out);
  const hash = createHash("sha256").update(JSON.stringify(forest));
  for (const part of [out, outOfBag, importance]) hash.update(new Uint8Array(part.buffer));
  hashes.push(hash.digest("hex"));
}
console.log(JSON.stringify(hashes));
