import type { Matrix } from "../learning.ts";
import { cholesky, solve } from "../train/cholesky.ts";

/** Ridge strength, as a multiple of the number of rows (columns are standardised): a lone column loses half of what it explains. */
const strength = 1;

/**
 * What a model gets wrong out of fold and its own inputs cannot repair linearly: target minus answer, minus the ridge regression of
 * that on the inputs, centred. n × outputs, row-major.
 *
 * Because the ridge residual operator is symmetric, a candidate that repeats an input, or a sum of inputs, has a product near 0 with it.
 */
export function residualsOf(answers: Float64Array, target: Float64Array, outputs: number, inputs: Matrix): Float64Array {
  const n = target.length;
  const wrong = answers.map((answer, at) => {
    const y = target[Math.floor(at / outputs)]!;
    return (outputs === 1 ? y : Number(y === at % outputs)) - answer;
  });
  const columns = inputs.columns.map(standardised).filter((column) => column !== null);
  const factor = cholesky(products(columns, strength * n));
  for (let c = 0; c < outputs; c++) {
    const right = columns.map((column) => column.reduce((sum, x, i) => sum + x * wrong[i * outputs + c]!, 0));
    const weights = solve(factor, right);
    columns.forEach((column, j) => column.forEach((x, i) => (wrong[i * outputs + c]! -= weights[j]! * x)));
    let centre = 0;
    for (let i = 0; i < n; i++) centre += wrong[i * outputs + c]! / n;
    for (let i = 0; i < n; i++) wrong[i * outputs + c]! -= centre;
  }
  return wrong;
}

/** Mean 0, variance 1, missing at the mean; null where a column never varies. */
function standardised(column: Float64Array): Float64Array | null {
  const known = column.filter((x) => !Number.isNaN(x));
  const centre = known.reduce((sum, x) => sum + x, 0) / known.length;
  const spread = Math.sqrt(known.reduce((sum, x) => sum + (x - centre) * (x - centre), 0) / column.length);
  return spread > 0 ? column.map((x) => (Number.isNaN(x) ? 0 : (x - centre) / spread)) : null;
}

/** Lower triangle, row by row, of XᵀX + ridge · I. */
function products(columns: readonly Float64Array[], ridge: number): Float64Array[] {
  return columns.map((a, i) =>
    Float64Array.from(columns.slice(0, i + 1), (b, j) => {
      let sum = i === j ? ridge : 0;
      for (let r = 0; r < a.length; r++) sum += a[r]! * b[r]!;
      return sum;
    }),
  );
}
