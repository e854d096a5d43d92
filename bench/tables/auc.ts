/** Area under the ROC curve of some rows; of more than two classes the mean over pairs of classes (Hand & Till 2001), those without rows left out. */
export function rankedAuc(answers: Float64Array, target: Float64Array, outputs: number, rows: readonly number[]): number {
  if (outputs === 2) return pairAuc(rows, target, 0, 1, (i) => answers[2 * i + 1]!);
  const areas: number[] = [];
  for (let a = 0; a < outputs; a++)
    for (let b = a + 1; b < outputs; b++) {
      const area =
        (pairAuc(rows, target, a, b, (i) => answers[i * outputs + b]!) + pairAuc(rows, target, b, a, (i) => answers[i * outputs + a]!)) / 2;
      if (!Number.isNaN(area)) areas.push(area);
    }
  return areas.reduce((sum, area) => sum + area, 0) / areas.length;
}

/** Chance that a row of class `high` has a higher score than one of class `low`, ties counting half; NaN where either has no row. */
function pairAuc(rows: readonly number[], target: Float64Array, low: number, high: number, score: (row: number) => number): number {
  const both = rows.filter((i) => target[i] === low || target[i] === high).toSorted((a, b) => score(a) - score(b));
  const highs = both.filter((i) => target[i] === high).length;
  let ranks = 0;
  for (let from = 0; from < both.length;) {
    let to = from;
    while (to < both.length && score(both[to]!) === score(both[from]!)) to++;
    for (let at = from; at < to; at++) if (target[both[at]!] === high) ranks += (from + to + 1) / 2;
    from = to;
  }
  return (ranks - (highs * (highs + 1)) / 2) / (highs * (both.length - highs));
}
