import type { Candidate, Column, StepKind } from "../../../generator/types.ts";
import { examine, openWorld } from "../../../generator/judge/examine.ts";

const kinds: readonly (readonly [string, Column["kind"]])[] = [
  ["subject", "text"],
  ["body", "text"],
  ["channel", "category"],
  ["plan", "category"],
  ["country", "category"],
  ["language", "category"],
  ["device", "category"],
  ["order_ref", "text"],
  ["amount", "text"],
  ["created_at", "date"],
  ["tenure_days", "number"],
  ["attachments", "number"],
];

/** The world of the table of tickets. */
export const world = openWorld(kinds.map(([property, kind]) => ({ name: property, property, kind, meaning: "", send: "shape" })));

export function candidate(kind: StepKind, name: string, source: string): Candidate {
  return {
    kind,
    name,
    column: null,
    rationale: "",
    source,
    cases: [],
    origin: { round: 1, repaired: false, reply: "", model: "" },
  };
}

/** The rules that refuse a feature called `f` with this text, or none. */
export async function rules(source: string, kind: StepKind = "feature"): Promise<string[]> {
  const verdict = await examine(candidate(kind, "f", source), world);
  return verdict.ok ? [] : [...new Set(verdict.issues.map(({ rule }) => rule))];
}

/** The verdict in a line. */
export function shown(verdict: Awaited<ReturnType<typeof examine>>): string {
  return verdict.ok ? "accepted" : verdict.issues.map(({ rule, line, message }) => `${rule}:${line} ${message}`).join("\n");
}
