import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Figure } from "../figure.ts";
import { writeJsonl, writeParquet } from "./table.ts";

const rows = Number(process.env["ROWS"] ?? 2_000_000);
const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

export const about = `${rows} invented rows (seed 11) as JSONL and as Parquet: learning from a stable sample of 50,000, then scoring all of them with \`kiln score\`. Peak memory is VmHWM of the process (Linux).`;

export async function run(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "kiln-score-"));
  try {
    await writeJsonl(join(folder, "rows.jsonl"), rows);
    await writeParquet(join(folder, "rows.jsonl"), join(folder, "rows.parquet"));
    writeFileSync(join(folder, "kiln.config.ts"), config);
    const size = statSync(join(folder, "rows.jsonl")).size / 1e6;
    const learnt = await measured(folder, ["generate"]);
    const figures = [peak(`learning from ${Math.round(size)} MB of JSONL`, learnt.peakMb)];
    for (const [from, to] of [
      ["rows.jsonl", "scores.parquet"],
      ["rows.parquet", "scores.parquet"],
      ["rows.jsonl", "scores.csv"],
      ["rows.jsonl", "scores.jsonl"],
    ] as const) {
      const { seconds, peakMb } = await measured(folder, ["score", from, "-o", to]);
      figures.push({ ...peak(`scoring ${from} to ${to}`, peakMb) }, rate(`scoring ${from} to ${to}`, rows / seconds));
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true });
  }
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

/** Runs the command; peak resident memory of its main process in MB. */
function measured(folder: string, args: readonly string[]): Promise<{ readonly seconds: number; readonly peakMb: number }> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, [cli, ...args], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    let peakMb = 0;
    const watch = setInterval(() => {
      try {
        const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"));
        peakMb = Math.max(peakMb, Number(found?.[1] ?? 0) / 1000);
      } catch {
        peakMb = Math.max(peakMb, 0);
      }
    }, 100);
    child.on("close", (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ seconds: (performance.now() - start) / 1000, peakMb });
      else reject(new Error(`kiln ${args.join(" ")} ended with ${code}`));
    });
  });
}

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
