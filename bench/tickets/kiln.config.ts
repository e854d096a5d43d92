import { defineConfig } from "kiln";
import example from "../../examples/tickets/kiln.config.ts";
import { fewLabels } from "../text/tables.ts";

/** The example's task from one draw of 100 labels: all that the language model sees. */
export default defineConfig({
  ...example,
  root: ".",
  data: { file: fewLabels("tickets", 100) },
  split: { kind: "random", holdout: 0.05 },
  author: { model: "claude", rounds: 2, candidates: 10, normalizers: 0, examples: 24 },
});
