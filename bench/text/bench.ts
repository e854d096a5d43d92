import { openPorts } from "./ports.ts";
import type { Figure } from "../figure.ts";
import { wholeTables } from "./all-labels.ts";
import { fewLabelFigures, spamF1, accuracyOf } from "./few-labels.ts";

export const about =
  "Tables of text from ../shared/data, splits as their SOURCE.md says (complaints: Kiln's random split, seed 1). Few labels: k rows drawn from the training part by numpy's RandomState(0), 10 draws, mean. " +
  "Candidates were asked for once a table, by the prompts of this repository, from the 100 labelled rows of one draw (the first with two rows or more of each class) and nothing else of the table; `kiln generate` on bench/text/<table>/kiln.config.ts records them. " +
  "For each draw Kiln's own gate decides anew, on the k labels alone, which of them are kept. Peer: TF-IDF(1–2) + logistic regression (C = 10, balanced), scikit-learn, on the same rows.";

/** Measures few labels, then all. */
export async function run(): Promise<Figure[]> {
  const { ports, close } = openPorts();
  try {
    return [
      ...(await fewLabelFigures("sms", "bench/text/sms/kiln.config.ts", spamF1, new Map([[100, 0.93]]), ports)),
      ...(await fewLabelFigures("trec", "bench/text/trec/kiln.config.ts", accuracyOf, new Map([[100, 0.82]]), ports)),
      ...(await wholeTables(ports)),
    ];
  } finally {
    await close();
  }
}
