import type { Profile } from "../asking.ts";
import type { Column, Dataset } from "../types.ts";
import { categoryFacts } from "./category-facts.ts";
import { countFacts } from "./count-facts.ts";
import { dateFacts } from "./date-facts.ts";
import { gateOf } from "./gate.ts";
import { numberFacts } from "./number-facts.ts";
import { outcome, type Outcome } from "./outcome.ts";
import { textFacts } from "./text-facts.ts";
import { percent, spread, tidy } from "./wording.ts";

/** What a prompt may say of the training rows. A column that is never sent has no facts: its kind and meaning are all. */
export function profile(train: Dataset): Profile {
  const outcomes = outcome(train);
  const columns = train.columns.map((column) => ({ ...column, facts: column.send === "never" ? [] : factsOf(train, column, outcomes) }));
  return { rows: train.rows.length, task: train.task, target: targetFacts(train, outcomes), columns };
}

function factsOf(train: Dataset, column: Column, outcomes: Outcome): string[] {
  const cells = train.rows.map((row) => row[column.property] ?? null);
  const texts = cells.map((cell) => (typeof cell === "string" ? cell : null));
  const counts = countFacts(cells, outcomes);
  const gate = gateOf(train);
  if (cells.every((cell) => cell === null)) return counts;
  switch (column.kind) {
    case "number":
      return [
        ...counts,
        ...numberFacts(
          cells.map((cell) => (typeof cell === "number" ? cell : null)),
          column,
          outcomes,
        ),
      ];
    case "date":
      return [...counts, ...dateFacts(texts, column)];
    case "category":
      return [
        ...counts,
        ...categoryFacts(
          texts,
          cells.map((_, i) => gate.shown(i, column)),
          column,
          outcomes,
        ),
      ];
    case "text":
      return [...counts, ...textFacts(texts, column.send === "shape" ? null : gate.words(column), outcomes)];
    case "id":
      return counts;
  }
}

function targetFacts(train: Dataset, outcomes: Outcome): string[] {
  if (train.task.kind === "number")
    return [`${spread([...train.target], tidy)}; lowest ${tidy(min(train.target))}, highest ${tidy(max(train.target))}`];
  return outcomes.names.map((name, k) => `${name}: ${outcomes.rows[k] ?? 0} rows (${percent(outcomes.rows[k] ?? 0, train.rows.length)})`);
}

function min(values: Float64Array): number {
  return values.reduce((low, value) => Math.min(low, value), Infinity);
}

function max(values: Float64Array): number {
  return values.reduce((high, value) => Math.max(high, value), -Infinity);
}
