import type { Column } from "../types.ts";
import { shapeFact } from "./shape-fact.ts";

/** The span (to the month where only the shape is told) and the spelling. Cells are ISO, so code units order them. */
export function dateFacts(cells: readonly (string | null)[], { send }: Pick<Column, "send">): string[] {
  const sorted = cells.filter((cell) => cell !== null).toSorted();
  const digits = send === "shape" ? 7 : 10;
  return [`from ${sorted[0]?.slice(0, digits) ?? ""} to ${sorted.at(-1)?.slice(0, digits) ?? ""}`, shapeFact(sorted)];
}
