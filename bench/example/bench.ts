import { build } from "esbuild";
import { parse } from "csv-parse/sync";
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Figure, median, timed } from "../figure.ts";

export const about =
  "The example, examples/tickets: 1,200 rows, split at random by seed 1 into 898 to learn from and 302 sealed. `generate` runs from the recorded replies, offline; memory is the sum over its processes, sampled every 20 ms. " +
  "`predict` is the emitted pipeline, one row a call, over all rows.";

const root = process.cwd();

/** Resident kilobytes of a process and everything that it started. */
function resident(pid: number): number {
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, "utf8");
        return [
          { pid: Number(name), parent: Number(/PPid:\s+(\d+)/.exec(status)?.[1]), kb: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) },
        ];
      } catch {
        return [];
      }
    });
  const family = new Set([pid]);
  for (let before = 0; before < family.size;) {
    before = family.size;
    for (const one of processes) if (family.has(one.parent)) family.add(one.pid);
  }
  return processes.reduce((sum, one) => sum + (family.has(one.pid) ? one.kb : 0), 0);
}

async function generate(): Promise<number> {
  const child = spawn(process.execPath, ["dist/cli.js", "generate", "--config", "examples/tickets/kiln.config.ts"], {
    cwd: root,
    stdio: "ignore",
    env: { PATH: process.env["PATH"] },
  });
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, resident(child.pid!))), 20);
  const code = await new Promise((resolve) => child.on("close", resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`generate ended with ${String(code)}`);
  return peak;
}

/** Generates the example and asks what came out. */
export async function run(): Promise<Figure[]> {
  const peaks: number[] = [];
  const seconds = median(await timed(3, async () => peaks.push(await generate()))) / 1000;
  const outfile = join(tmpdir(), `kiln-bench-${process.pid}.mjs`);
  await build({ entryPoints: ["generated/tickets/index.ts"], outfile, bundle: true, format: "esm", target: "es2022" });
  const { predict, parseRow, columns } = (await import(pathToFileURL(outfile).href)) as {
    predict: (row: object) => unknown;
    parseRow: (value: unknown) => object;
    columns: readonly string[];
  };
  const cells = parse(readFileSync("examples/tickets/tickets.csv"), { columns: true }) as Record<string, string>[];
  const numbers = new Set(["tenure_days", "attachments"]);
  const rows = cells.map((row) =>
    parseRow(
      Object.fromEntries(Object.entries(row).map(([key, text]) => [key, text === "" ? null : numbers.has(key) ? Number(text) : text])),
    ),
  );
  const ms = median(await timed(5, () => rows.forEach((row) => predict(row))));
  const perSecond = (rows.length / ms) * 1000;
  return [
    {
      figure: "generate from replies",
      unit: "s",
      ours: seconds,
      peer: null,
      peerName: null,
      ratio: null,
      goal: "under 60",
      met: seconds < 60,
    },
    {
      figure: "its peak memory",
      unit: "MB",
      ours: Math.max(...peaks) / 1024,
      peer: null,
      peerName: null,
      ratio: null,
      goal: "under 1,000",
      met: Math.max(...peaks) / 1024 < 1000,
    },
    {
      figure: `predict, ${columns.length} columns`,
      unit: "rows/s",
      ours: perSecond,
      peer: null,
      peerName: null,
      ratio: null,
      goal: "",
      met: null,
    },
  ];
}
