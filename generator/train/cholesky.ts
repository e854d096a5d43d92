/** Lower triangle L, row by row, of L Lᵀ = A, for a positive definite A given as the rows of its lower triangle. */
export function cholesky(lower: readonly Float64Array[]): Float64Array[] {
  const factor: Float64Array[] = [];
  lower.forEach((given, i) => {
    const row = Float64Array.from(given);
    for (let j = 0; j <= i; j++) {
      const other = i === j ? row : factor[j]!;
      let sum = row[j]!;
      for (let q = 0; q < j; q++) sum -= row[q]! * other[q]!;
      row[j] = i === j ? Math.sqrt(sum) : sum / other[j]!;
    }
    factor.push(row);
  });
  return factor;
}

/** x of L Lᵀ x = right. */
export function solve(factor: readonly Float64Array[], right: ArrayLike<number>): Float64Array {
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
