import type { Done } from "./task.ts";

/** What trees have answered so far, summed in tree order. */
export interface Means {
  /** n × outputs, row-major. */
  readonly sums: Float64Array;
  /** Trees that were asked about each row. */
  readonly counts: Int32Array;
}

export function newMeans(n: number, outputs: number): Means {
  return { sums: new Float64Array(n * outputs), counts: new Int32Array(n) };
}

/** Adds the answers of the next trees, tree by tree. */
export function add({ places, answers }: Done, rows: Int32Array, { sums, counts }: Means): void {
  const outputs = sums.length / counts.length;
  for (let start = 0; start < places.length; start += rows.length) {
    for (let i = 0; i < rows.length; i++) {
      const place = places[start + i]!;
      if (place < 0) continue;
      const row = rows[i]!;
      for (let k = 0; k < outputs; k++) sums[row * outputs + k]! += answers[place + k]!;
      counts[row]!++;
    }
  }
}

/** Mean answers; NaN where no tree was asked. */
export function divided({ sums, counts }: Means): Float64Array {
  const outputs = sums.length / counts.length;
  return sums.map((sum, at) => sum / counts[Math.floor(at / outputs)]!);
}
