import type { Learned } from "../learned.ts";
import { percent, rounded } from "./figures.ts";
import { table } from "./markdown.ts";

/** The section of `REVIEW.md` on what probabilities are worth; none where shares of the forest stay as they are. */
export function honestySection({ calibration }: Learned): string[] {
  if (calibration === null) return [];
  const { method, rows, before, after } = calibration;
  const tenths = ({ reliability }: typeof before): string[] =>
    reliability.map(({ said, right, rows: n }) => `${percent(said)} → ${percent(right)} (${String(n)})`);
  const [plain, curved] = [tenths(before), tenths(after)];
  return [
    "## What its probabilities are worth",
    `Shares of the forest become probabilities by ${method === "platt" ? "Platt's curves" : "isotonic curves"} (\`calibration.ts\`), learned from ${String(rows)} training rows out of the trees' bags. Log loss of these rows, each by curves that had not seen it: ${rounded(before.logLoss)} before, ${rounded(after.logLoss)} after. What was said of the likeliest class, on average in each tenth, how often that was right, and of how many rows:`,
    table(
      ["before", "after"],
      Array.from({ length: Math.max(plain.length, curved.length) }, (_, k) => [plain[k] ?? "", curved[k] ?? ""]),
    ),
  ];
}
