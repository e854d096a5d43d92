/** What the interval of a paired difference, result minus baseline, allows to say. */
export type ChangeVerdict = "better" | "worse" | "no clear change";

/** Better or worse only where the whole interval lies on that side of 0. */
export function changeVerdict([low, high]: readonly [number, number], better: "higher" | "lower"): ChangeVerdict {
  const [worst, best] = better === "higher" ? [low, high] : [-high, -low];
  return worst > 0 ? "better" : best < 0 ? "worse" : "no clear change";
}
