import { defineConfig } from "kiln";

/** Reports of five projects on GitHub; the baseline alone is measured on them. The data stays where it is. */
export default defineConfig({
  name: "issues",
  task: "Tell whether an issue report of a software project is a bug, a feature request or a question.",
  root: "..",
  data: { file: "../../../../shared/data/nlbse24_issues/issues_train.csv" },
  target: { column: "label" },
  columns: {
    repo: { kind: "category", meaning: "The project.", send: "values" },
    created_at: { kind: "date", meaning: "When the report was opened.", send: "values" },
    title: { kind: "text", meaning: "Title of the report.", send: "masked" },
    body: { kind: "text", meaning: "The report, in Markdown, often along a template.", send: "masked" },
  },
  author: { model: "claude", rounds: 0, normalizers: 0 },
});
