/** A value with its interval, four decimals each. */
export function ranged(value: number, [low, high]: readonly [number, number]): string {
  return `${value.toFixed(4)} [${low.toFixed(4)}, ${high.toFixed(4)}]`;
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
