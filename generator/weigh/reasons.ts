import type { Evidence, Issue } from "../types.ts";
import type { Lift } from "./lift.ts";

/** Why weighing refused a candidate, with what was found and what was expected. */
function lift(message: string): Issue {
  return { rule: "lift", line: 0, message };
}

/** Too likely by chance among so many, or no use to the forest. */
export function isWeak(
  { lift: alone, interval, p, adjustedP, jointP }: Evidence,
  candidates: number,
  { level, weakest }: { readonly level: number; readonly weakest: number },
): Issue {
  const found = `lift ${shown(alone)} (${range(interval)}) and p`;
  return jointP > level
    ? lift(`${found} ${shown(adjustedP)} among ${candidates} candidates; a lift above 0 and p at most ${shown(level)} expected`)
    : lift(`${found} ${shown(p)} beside others that know something; a lift above 0 and p at most ${shown(weakest)} expected`);
}

/** It passes, but the forest does not profit from those that pass. */
export function failsTogether(others: readonly string[], { lift: found, interval }: Lift, minLift: number): Issue {
  const whom = others.length === 0 ? "alone" : `with ${others.join(", ")}`;
  return lift(`${whom} it lifts by ${shown(found)} (${range(interval)}), an interval above ${shown(minLift)} expected`);
}

/** The others know what it knows. */
export function isSuperfluous(others: readonly string[], p: number, found: number): Issue {
  return lift(`beside ${others.join(", ")} it adds nothing: lift ${shown(found)}, p ${shown(p)} of knowing more than they do`);
}

/** Another candidate answers alike. */
export function saysAgain(other: string): Issue {
  return lift(`answers as ${other} does on every row; something that is not yet said expected`);
}

function range([low, high]: readonly [number, number]): string {
  return `${shown(low)} to ${shown(high)}`;
}

function shown(x: number): string {
  return x.toFixed(4);
}
