import type { Learned } from "../learned.ts";
import type { Step } from "../types.ts";

/** The kept candidate of that name, with what was learned of it. */
export function keptStep(learned: Learned, name: string): Step {
  const record = learned.candidates.find(({ candidate, outcome }) => candidate.name === name && outcome.kind === "kept");
  if (record?.outcome.kind !== "kept") throw new Error(`step ${name} is no kept candidate`);
  const { program, proof, evidence } = record.outcome;
  return { candidate: record.candidate, program, proof, evidence };
}
