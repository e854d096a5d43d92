import type { Row } from "../row.ts";

/** The highest of three counts. */
export function values_of_scores(row: Row): number {
  const body = row.body ?? "";
  const counts = { marks: body.split("!").length - 1, questions: body.split("?").length - 1, links: body.split("http").length - 1 };
  return Math.max(...Object.values(counts));
}
