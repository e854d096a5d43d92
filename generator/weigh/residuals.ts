import type { Matrix } from "../learning.ts";
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
  const factor = cholesky(columns, strength * n);
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

/** Lower triangle L, row by row, of L Lᵀ = XᵀX + ridge · I. */
function cholesky(columns: readonly Float64Array[], ridge: number): Float64Array[] {
  const factor: Float64Array[] = [];
  columns.forEach((a, i) => {
    const row = new Float64Array(i + 1);
    for (let j = 0; j <= i; j++) {
      const b = columns[j]!;
      let sum = i === j ? ridge : 0;
      for (let r = 0; r < a.length; r++) sum += a[r]! * b[r]!;
      const other = i === j ? row : factor[j]!;
      for (let q = 0; q < j; q++) sum -= row[q]! * other[q]!;
      row[j] = i === j ? Math.sqrt(sum) : sum / other[j]!;
    }
    factor.push(row);
  });
  return factor;
}

/** x of L Lᵀ x = right. */
function solve(factor: readonly Float64Array[], right: readonly number[]): Float64Array {
  const x = Float64Array.from(right);
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) x[i]! -= factor[i]![j]! * x[j]!;
    x[i]! /= factor[i]![i]!;
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < x.length; j++) x[i]! -= factor[j]![i]! * x[j]!;
    x[i]! /= factor[i]![i]!;
  }
  return x;
}
