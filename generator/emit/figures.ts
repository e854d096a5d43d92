/** A figure as a reader wants it: four decimals below 1, fewer above. Not exact, for prose only. */
export function rounded(value: number): string {
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 1 ? 2 : 4);
}

/** The same with its sign, for differences. */
export function signed(value: number): string {
  return `${value < 0 ? "" : "+"}${rounded(value)}`;
}

export function interval(range: readonly [number, number], print: (value: number) => string = rounded): string {
  return `[${print(range[0])}, ${print(range[1])}]`;
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(share > 0 && share < 0.0995 ? 1 : 0)} %`;
}

/** "1 row", "2 rows". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${String(n)} ${n === 1 ? one : many}`;
}

/** The text with a full stop, unless it ends a sentence already. */
export function sentence(text: string): string {
  return text === "" || /[.!?:…]$/.test(text) ? text : `${text}.`;
}
