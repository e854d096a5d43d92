import { defineConfig } from "kiln";
import { categories, machineReports, numbers } from "./table.ts";

/** An invented table of 10,000 rows × 60 columns, to time `kiln try` on. */
export default defineConfig({
  name: "try",
  task: "Tell whether a mechanic must visit a machine today or can come later, from the readings and the operator's note.",
  data: { file: machineReports() },
  target: { column: "visit" },
  columns: {
    ...Object.fromEntries(
      numbers.map((name) => [name, { kind: "number" as const, meaning: "A reading of the machine.", send: "values" as const }]),
    ),
    ...Object.fromEntries(
      categories.map((name) => [name, { kind: "category" as const, meaning: "Type of a part.", send: "values" as const }]),
    ),
    day: { kind: "date", meaning: "Day of the report.", send: "values" },
    note: { kind: "text", meaning: "What the operator wrote.", send: "values" },
  },
  author: { model: "claude", rounds: 0, normalizers: 0, examples: 20 },
});
