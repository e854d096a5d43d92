import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fruitCsv } from "../../test/command/fruit.ts";
import { kinds } from "../../test/bad-data/kinds.ts";
import type { Figure } from "../figure.ts";
import { measuredKiln } from "../peak-memory.ts";

export const about =
  "The large ones of the bad tables in docs/bad-data.md, learned from by `kiln generate` and scored by a healthy pipeline with `kiln score`, each in a process of its own: " +
  "processor time until the result or the one line of the refusal, and the peak of resident memory. What comes of all kinds, and that none takes 10 s, is a test.";

const large = 200_000;

/** Measures each large kind twice. */
export async function run(): Promise<Figure[]> {
  const home = mkdtempSync(join(tmpdir(), "kiln-bad-data-"));
  try {
    writeFileSync(join(home, "good.csv"), fruitCsv());
    writeFileSync(join(home, "kiln.config.ts"), configOf("healthy", "good.csv"));
    writeFileSync(join(home, "bad.config.ts"), configOf("bad", "rows.csv"));
    const healthy = await measuredKiln(home, ["generate"]);
    if (healthy.code !== 0) throw new Error(`the healthy pipeline ended with ${healthy.code}`);
    const figures: Figure[] = [];
    for (const { name, content } of kinds.filter((kind) => kind.content.length > large)) {
      writeFileSync(join(home, "rows.csv"), content);
      for (const [what, args] of [
        ["learn", ["generate", "--config", "bad.config.ts"]],
        ["score", ["score", "rows.csv", "-o", "out.csv"]],
      ] as const) {
        const { code, cpuSeconds, peakMb } = await measuredKiln(home, args);
        if (code !== 0 && code !== 5) throw new Error(`${name}: kiln ${what} ended with ${code}`);
        figures.push(
          below(`${name}: ${what}`, "s of processor", cpuSeconds, 10),
          below(`${name}: ${what}, peak memory`, "MB", peakMb, 1000),
        );
      }
    }
    return figures;
  } finally {
    rmSync(home, { recursive: true });
  }
}

function configOf(name: string, file: string): string {
  return `export default {
  name: "${name}", task: "Tell apples from pears.", data: { file: "${file}", maxRejects: 5 }, target: { column: "fruit" },
  columns: { key: { kind: "id", meaning: "Number." }, weight: { kind: "number", meaning: "Grams." }, note: { kind: "text", meaning: "Note." } },
  author: { model: "none", rounds: 0, normalizers: 0 }, forest: { trees: 5, maxDepth: 4 },
};
`;
}

function below(figure: string, unit: string, ours: number, most: number): Figure {
  return { figure, unit, ours, peer: null, peerName: null, ratio: null, goal: `under ${most}`, met: ours < most };
}
