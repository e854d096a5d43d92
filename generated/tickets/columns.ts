/** How the answer of a step becomes columns of the forest's input. Needs nothing. */

/** 1 for the member that the value is, 0 for the others; all missing where it is null. */
export function writeMember(value: string | null, members: readonly string[], out: Float64Array, at: number): void {
  members.forEach((member, k) => (out[at + k] = value === null ? Number.NaN : Number(value === member)));
}

/** 1, 2 or 3 for low, medium or high confidence in the label that was answered, 0 for the others and for all when it is none of them. */
export function writeConfidence(
  answer: { readonly label: string; readonly confidence: "high" | "medium" | "low" },
  labels: readonly string[],
  out: Float64Array,
  at: number,
): void {
  const certainty = answer.confidence === "high" ? 3 : answer.confidence === "medium" ? 2 : 1;
  labels.forEach((label, k) => (out[at + k] = label === answer.label ? certainty : 0));
}

/** The number, or 1 and 0 for true and false; missing where it is null. */
export function numberOrMissing(value: number | boolean | null): number {
  return value === null ? Number.NaN : Number(value);
}
