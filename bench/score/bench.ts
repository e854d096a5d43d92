import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Figure } from "../figure.ts";
import { measuredKiln } from "../peak-memory.ts";
import { writeJsonl, writeParquet } from "./table.ts";

const rows = Number(process.env["ROWS"] ?? 2_000_000);

export const about = `${rows} invented rows (seed 11) as JSONL and as Parquet: learning from a stable sample of 50,000, then scoring all of them with \`kiln score\`. Peak memory is VmHWM of the process (Linux).`;

export async function run(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "kiln-score-"));
  try {
    await writeJsonl(join(folder, "rows.jsonl"), rows);
    await writeParquet(join(folder, "rows.jsonl"), join(folder, "rows.parquet"));
    writeFileSync(join(folder, "kiln.config.ts"), config);
    const size = statSync(join(folder, "rows.jsonl")).size / 1e6;
    const learnt = await sound(folder, ["generate"]);
    const figures = [peak(`learning from ${Math.round(size)} MB of JSONL`, learnt.peakMb)];
    for (const [from, to] of [
      ["rows.jsonl", "scores.parquet"],
      ["rows.parquet", "scores.parquet"],
      ["rows.jsonl", "scores.csv"],
      ["rows.jsonl", "scores.jsonl"],
    ] as const) {
      const { seconds, peakMb } = await sound(folder, ["score", from, "-o", to]);
      figures.push({ ...peak(`scoring ${from} to ${to}`, peakMb) }, rate(`scoring ${from} to ${to}`, rows / seconds));
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

const config = `export default {
  name: "big", task: "Route.", data: { file: "rows.jsonl" }, target: { column: "team" },
  columns: {
    id: { kind: "id", meaning: "Number." }, channel: { kind: "category", meaning: "Way in." }, tenure: { kind: "number", meaning: "Days." },
    at: { kind: "date", meaning: "Day." }, body: { kind: "text", meaning: "Message." },
  },
  author: { model: "none", rounds: 0, normalizers: 0 },
};
`;

function peak(what: string, megabytes: number): Figure {
  return {
    figure: `${what}: peak memory`,
    unit: "MB",
    ours: megabytes,
    peer: null,
    peerName: null,
    ratio: null,
    goal: "under 1,000",
    met: megabytes < 1000,
  };
}

function rate(what: string, perSecond: number): Figure {
  return { figure: what, unit: "rows/s", ours: perSecond, peer: null, peerName: null, ratio: null, goal: "shown", met: null };
}
