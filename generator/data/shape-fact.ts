import { byCount } from "./by-count.ts";
import { shapeOf } from "./shape.ts";

/** Shapes that a fact lists at most. */
const most = 16;

/** The commonest shapes of cells, with counts. A shape that only one cell has is not listed. */
export function shapeFact(cells: readonly string[]): string {
  const counts = byCount(cells.map(shapeOf));
  const listed = counts.filter(({ count }) => count > 1).slice(0, most);
  const rest = counts.length - listed.length;
  const shapes = listed.map(({ value, count }) => `${count} × ${JSON.stringify(value)}`);
  return `shapes (letters a or A in runs of at most 4, digits 9 in runs of at most 8): ${[...shapes, ...(rest > 0 ? [`${rest} other shapes`] : [])].join(", ")}`;
}
