import type { Column } from "../types.ts";
import type { Outcome } from "./outcome.ts";
import { fewestRows } from "./fewest-rows.ts";
import { percent, quantile, rough, spread, tidy } from "./wording.ts";

/** Range, signs and the median of every target group that is large enough to hide one person. */
export function numberFacts(cells: readonly (number | null)[], { send }: Pick<Column, "send">, { names, of }: Outcome): string[] {
  const print = send === "shape" ? rough : tidy;
  const values = cells.filter((cell) => cell !== null);
  const sorted = Float64Array.from(values).toSorted();
  const whole = values.every((value) => Number.isInteger(value));
  const negative = values.filter((value) => value < 0).length;
  const zero = values.filter((value) => value === 0).length;
  const medians = names.flatMap((name, k) => {
    const own = Float64Array.from(cells.filter((cell, i): cell is number => cell !== null && of[i] === k)).toSorted();
    return own.length < fewestRows ? [] : [`${name} ${print(quantile(own, 0.5))}`];
  });
  return [
    `${whole ? "whole numbers" : "numbers"} from ${print(sorted[0] ?? 0)} to ${print(sorted.at(-1) ?? 0)}; ${spread(values, print)}`,
    `zero in ${percent(zero, values.length)}, negative in ${percent(negative, values.length)}`,
    ...(medians.length > 1 ? [`median by target: ${medians.join("; ")}`] : []),
  ];
}
