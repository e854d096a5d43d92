import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Figure } from "../figure.ts";
import { measuredKiln } from "../peak-memory.ts";
import { writeJsonl, writeParquet } from "./table.ts";

const rows = Number(process.env["ROWS"] ?? 2_000_000);

export const about =
  `${rows} invented rows (seed 11; a text of 45 words, a category, a number, a date) as JSONL and as Parquet: learning the baseline from a stable sample of 50,000, then scoring all of them with ` +
  "`kiln score`. Peak memory is that of the process (VmHWM), MB of a million bytes; seconds and rows a second are of the whole command; by the clock they depend on what else the machine does, of time on the processor they do not.";

export async function run(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "kiln-score-"));
  try {
    await writeJsonl(join(folder, "rows.jsonl"), rows);
    await writeParquet(join(folder, "rows.jsonl"), join(folder, "rows.parquet"));
    const figures: Figure[] = [];
    for (const [name, file] of [
      ["jsonl", "rows.jsonl"],
      ["parquet", "rows.parquet"],
    ] as const) {
      writeFileSync(join(folder, `${name}.config.ts`), configOf(name, file));
      const size = Math.round(statSync(join(folder, file)).size / 1e6);
      const { seconds, cpuSeconds, peakMb } = await sound(folder, ["generate", "--config", `${name}.config.ts`]);
      const what = `learning from ${size} MB of ${name === "jsonl" ? "JSONL" : "Parquet"}`;
      figures.push(peak(what, peakMb), shown(what, "s", seconds), shown(what, "s of processor", cpuSeconds));
    }
    const forests = ["jsonl", "parquet"].map((name) => readFileSync(join(folder, "models", name, "forest.json"), "utf8"));
    figures.push({
      ...shown("forests of the two that differ", "", Number(forests[0] !== forests[1])),
      goal: "0",
      met: forests[0] === forests[1],
    });
    for (const [from, to] of [
      ["rows.jsonl", "scores.parquet"],
      ["rows.parquet", "scores.parquet"],
      ["rows.jsonl", "scores.csv"],
      ["rows.jsonl", "scores.jsonl"],
    ] as const) {
      const { seconds, cpuSeconds, peakMb } = await sound(folder, ["score", from, "-o", to, "--config", "jsonl.config.ts"]);
      const what = `scoring ${from} to ${to}`;
      figures.push(peak(what, peakMb), shown(what, "rows/s", rows / seconds), shown(what, "rows/s of processor", rows / cpuSeconds));
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function sound(folder: string, args: readonly string[]): ReturnType<typeof measuredKiln> {
  const measured = await measuredKiln(folder, args);
  if (measured.code !== 0) throw new Error(`kiln ${args.join(" ")} ended with ${measured.code}`);
  return measured;
}

function configOf(name: string, file: string): string {
  return `export default {
  name: "${name}", task: "Route.", data: { file: "${file}" }, target: { column: "team" },
  columns: {
    id: { kind: "id", meaning: "Number." }, channel: { kind: "category", meaning: "Way in." }, tenure: { kind: "number", meaning: "Days." },
    at: { kind: "date", meaning: "Day." }, body: { kind: "text", meaning: "Message." },
  },
  author: { model: "none", rounds: 0, normalizers: 0 },
};
`;
}

function peak(what: string, megabytes: number): Figure {
  return { ...shown(`${what}: peak memory`, "MB", megabytes), goal: "under 1,000", met: megabytes < 1000 };
}

function shown(figure: string, unit: string, ours: number): Figure {
  return { figure, unit, ours, peer: null, peerName: null, ratio: null, goal: "", met: null };
}
