import type { Learned } from "../learned.ts";
import { percent, rounded } from "./figures.ts";
import { table } from "./markdown.ts";

/** The section of the report about limits: what accuracy costs in size and time. None where nothing was limited. */
export function tradeOffSection({ tradeOff, task }: Learned): string[][] {
  if (tradeOff.length === 0) return [];
  const rows = tradeOff.map(({ trees, maxDepth, minLeaf, loss, accuracy, kilobytes, microseconds, fits, chosen }) => [
    String(trees),
    String(maxDepth),
    String(minLeaf),
    rounded(loss),
    accuracy === null ? "" : percent(accuracy),
    rounded(kilobytes),
    rounded(microseconds),
    chosen ? "**chosen**" : fits ? "" : "over the limits",
  ]);
  const unit = task.kind === "class" ? "nats a row" : "squared units a row";
  return [
    [
      "## Size, time and accuracy",
      `Forests that were tried because the config limits size or time, without those that another beats in all three. Loss (${unit}) on training rows out of the bag; microseconds are counted from the questions of one answer, so that they are the same everywhere.`,
      table(["trees", "depth", "least leaf", "loss", "right", "KB", "µs", ""], rows),
    ],
  ];
}
