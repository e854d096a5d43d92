import { defineConfig } from "kiln";
import { fewLabels } from "../tables.ts";

/** Short messages of one draw of 100 labels: all that the language model sees of this table. The data stays where it is. */
export default defineConfig({
  name: "sms",
  task: "Tell spam (unsolicited advertising, prize, dating and premium-rate messages) from ham among short text messages of British and Singaporean phones of about 2005.",
  root: "..",
  data: { file: fewLabels("sms", 100) },
  target: { column: "v1" },
  columns: { v2: { kind: "text", as: "text", meaning: "The message, in lower case.", send: "values" } },
  split: { kind: "random", holdout: 0.05 },
  author: { model: "claude", rounds: 2, candidates: 10, normalizers: 0 },
});
