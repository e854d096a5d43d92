import type { Random } from "../../generator/random.ts";
import type { Column, Dataset, Row, StepValue } from "../../generator/types.ts";

/** Rows of six numbers and one that is hidden; the target follows two of them and, a little, the hidden one. */
export interface Planted {
  readonly dataset: Dataset;
  readonly hidden: readonly number[];
}

/** How far the hidden number moves the target: worth 0.02 AUC to a forest of 1,000 rows, which the bench measures beside. */
const weight = 0.43;

/** Draws such rows. A sum of uniform numbers stands for a normal one. */
export function planted(n: number, source: Random): Planted {
  const normal = (): number => Array.from({ length: 12 }, () => source.word() / 4294967296).reduce((sum, u) => sum + u, -6);
  const numbers = Array.from({ length: n }, () => Array.from({ length: 6 }, normal));
  const hidden = Array.from({ length: n }, normal);
  const target = numbers.map(([a, b], i) => Number(a! + b! + weight * hidden[i]! + 1.2 * normal() > 0));
  const columns = Array.from({ length: 6 }, (_, j): Column => ({
    name: `x${j}`,
    property: `x${j}`,
    kind: "number",
    meaning: "A number.",
    send: "values",
  }));
  const rows = numbers.map((cells): Row => Object.fromEntries(cells.map((x, j) => [`x${j}`, x])));
  return {
    dataset: {
      task: { kind: "class", column: "y", classes: ["no", "yes"], sentence: "Planted." },
      columns,
      rows,
      target: Float64Array.from(target),
      lines: Int32Array.from(rows.keys()),
      groups: Int32Array.from(rows.keys()),
      order: new Int32Array(n),
      maskKey: "00",
      withheld: new Set(),
    },
    hidden,
  };
}

/** Formulas that the plain columns of three tables hide, and how many rows a run has. */
export const formulas: Readonly<Record<string, { readonly rows: number; readonly of: (row: Row) => StepValue }>> = {
  "balance-scale": {
    rows: 125,
    of: (row) => Number(row["leftWeight"]) * Number(row["leftDistance"]) - Number(row["rightWeight"]) * Number(row["rightDistance"]),
  },
  "tic-tac-toe": {
    rows: 96,
    of: (row) => lines.some((line) => line.every((square) => row[square] === "x")),
  },
  junglechess: {
    rows: 1000,
    of: (row) => {
      const at = (piece: string, axis: string): number => Number(row[`${piece}_piece0_${axis}`]);
      const toDen = (piece: string, rank: number): number => Math.abs(at(piece, "file") - 3) + Math.abs(at(piece, "rank") - rank);
      return toDen("white", 8) - toDen("black", 0);
    },
  },
};

const lines = [
  ["topLeftSquare", "topMiddleSquare", "topRightSquare"],
  ["middleLeftSquare", "middleMiddleSquare", "middleRightSquare"],
  ["bottomLeftSquare", "bottomMiddleSquare", "bottomRightSquare"],
  ["topLeftSquare", "middleLeftSquare", "bottomLeftSquare"],
  ["topMiddleSquare", "middleMiddleSquare", "bottomMiddleSquare"],
  ["topRightSquare", "middleRightSquare", "bottomRightSquare"],
  ["topLeftSquare", "middleMiddleSquare", "bottomRightSquare"],
  ["topRightSquare", "middleMiddleSquare", "bottomLeftSquare"],
];
