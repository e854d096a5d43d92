import { changeVerdict } from "../change-verdict.ts";
import { html, type Html } from "./html.ts";

/** A value with its interval, four decimals each. */
export function ranged(value: number, [low, high]: readonly [number, number]): string {
  return `${value.toFixed(4)} [${low.toFixed(4)}, ${high.toFixed(4)}]`;
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

/** The verdict on a paired difference, in its colour. */
export function verdictMark(interval: readonly [number, number], better: "higher" | "lower"): Html {
  const verdict = changeVerdict(interval, better);
  if (verdict === "no clear change") return html`${verdict}`;
  return verdict === "better" ? html`<span class="good">better</span>` : html`<span class="bad">worse</span>`;
}
