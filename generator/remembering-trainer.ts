import { createHash } from "node:crypto";
import type { Matrix, Trainer } from "./learning.ts";

/** Numbers of all answers that are remembered together: 128 MB. */
const mostNumbers = 16_777_216;

/**
 * A trainer that measures the same inputs out of fold once: answers are known by the content of matrix, target, folds and settings. What one
 * round ends with the next begins with. The oldest answers are forgotten where they grow too many.
 *
 * @param most Numbers of all answers that are remembered together.
 */
export function rememberingTrainer(trainer: Trainer, most = mostNumbers): Trainer {
  const known = new Map<string, Promise<Float64Array>>();
  return {
    ...trainer,
    outOfFold(matrix, target, outputs, folds, settings) {
      const key = hashOf(matrix, [target, folds], JSON.stringify({ outputs, settings }));
      const answer = known.get(key) ?? trainer.outOfFold(matrix, target, outputs, folds, settings);
      known.delete(key);
      known.set(key, answer);
      for (const old of [...known.keys()].slice(0, -Math.max(1, Math.floor(most / (matrix.n * outputs))))) known.delete(old);
      return answer;
    },
  };
}

function hashOf({ names, columns }: Matrix, others: readonly (Float64Array | Int32Array)[], rest: string): string {
  const hash = createHash("sha256").update(JSON.stringify(names)).update(rest);
  for (const { buffer, byteOffset, byteLength } of [...columns, ...others]) hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  return hash.digest("hex");
}
