import type { Source } from "./look.ts";

/** Where each step stands, in the order of a trace. */
export const sources: readonly Source[] = [
  { step: "created_at", kind: "encoder", file: "runtime.ts", line: 135, at: 0, columns: 3, range: null },
  { step: "channel", kind: "encoder", file: "encoders.ts", line: 12, at: 3, columns: 6, range: null },
  { step: "plan", kind: "encoder", file: "encoders.ts", line: 28, at: 9, columns: 6, range: null },
  { step: "country", kind: "encoder", file: "encoders.ts", line: 47, at: 15, columns: 6, range: null },
  { step: "language", kind: "encoder", file: "encoders.ts", line: 118, at: 21, columns: 6, range: null },
  { step: "device", kind: "encoder", file: "encoders.ts", line: 130, at: 27, columns: 6, range: null },
  { step: "tenure_days", kind: "encoder", file: "runtime.ts", line: 125, at: 33, columns: 1, range: [-1, 100000] },
  { step: "attachments", kind: "encoder", file: "runtime.ts", line: 125, at: 34, columns: 1, range: [0, 3] },
  { step: "order_ref", kind: "encoder", file: "runtime.ts", line: 155, at: 35, columns: 2, range: null },
  { step: "amount", kind: "encoder", file: "runtime.ts", line: 155, at: 37, columns: 2, range: null },
  { step: "subject", kind: "encoder", file: "runtime.ts", line: 155, at: 39, columns: 2, range: null },
  { step: "body", kind: "encoder", file: "runtime.ts", line: 155, at: 41, columns: 2, range: null },
  { step: "lexicon", kind: "lexicon", file: "lexicon.ts", line: 10, at: 43, columns: 6, range: null },
  { step: "team_by_signs", kind: "classifier", file: "steps/team-by-signs.ts", line: 106, at: 49, columns: 6, range: null },
  {
    step: "stranger_minus_self_lockout",
    kind: "feature",
    file: "steps/stranger-minus-self-lockout.ts",
    line: 58,
    at: 55,
    columns: 1,
    range: [-3, 4],
  },
  { step: "leaving_stance", kind: "classifier", file: "steps/leaving-stance.ts", line: 59, at: 56, columns: 3, range: null },
  { step: "output_mismatch_score", kind: "feature", file: "steps/output-mismatch-score.ts", line: 53, at: 59, columns: 1, range: [-3, 4] },
  { step: "closing_act", kind: "classifier", file: "steps/closing-act.ts", line: 36, at: 60, columns: 3, range: null },
  { step: "entry_obstacle", kind: "classifier", file: "steps/entry-obstacle.ts", line: 68, at: 63, columns: 5, range: null },
  { step: "ridge", kind: "ridge", file: "ridge.ts", line: 11, at: 68, columns: 6, range: null },
  { step: "forest", kind: "forest", file: "forest.ts", line: 313, at: 0, columns: 0, range: null },
];
