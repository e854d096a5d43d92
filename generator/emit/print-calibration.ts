import { comment, docComment } from "./comment.ts";
import { rounded } from "./figures.ts";
import { literal } from "./literal.ts";
import type { Plan } from "./plan.ts";

/** `calibration.ts`: what a share of the forest is worth, one curve a line; "" where shares stay as they are. */
export function printCalibration({ ext, learned: { calibration, task } }: Plan): string {
  if (calibration === null || task.kind !== "class") return "";
  const { method, curves, rows, before, after } = calibration;
  const labels = curves.length === 1 ? task.classes.slice(1) : task.classes;
  const about = [
    `What shares of the forest are worth: ${method === "platt" ? "Platt's curve" : "an isotonic curve"} a class, learned from ${String(rows)} rows out of the trees' bags. Log loss of such rows, calibrated out of fold: ${rounded(before.logLoss)} before, ${rounded(after.logLoss)} after.`,
    "A line holds the knots of a curve, share and probability; between them it is straight.",
  ];
  return `
import type { Curve } from "./calibrate.${ext}";

${docComment(about)}
// prettier-ignore
export const curves: readonly Curve[] = [
  ${curves.map((curve, k) => `${literal(curve)}, // ${comment(labels[k] ?? "")}`).join("\n  ")}
];
`;
}
