import type { Row } from "../row.ts";

const LINES: readonly (readonly [number, number, number])[] = [
  [0, 1, 2],
  [3, 4, 5],
  [0, 4, 8],
];

/** Whether some line of the reference is filled with one sign. */
export function board_line(row: Row): boolean {
  const cells = (row.order_ref ?? "").split("");
  return LINES.some(([a, b, c]) => cells[a] !== undefined && cells[a] === cells[b] && cells[b] === cells[c]);
}
