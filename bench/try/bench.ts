import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type Figure, median, timed } from "../figure.ts";

export const about =
  "`kiln try` as a person runs it, process start included: an invented table of 10,000 rows × 60 columns (44 numbers, 14 categories, a date, a text), one idea, its candidates from the recorded reply, every gate, lift, and rows. " +
  "It weighs on 2,500 of the training rows, always the same; `generate` weighs on all.";

const idea = "does the note say that work stands still?";

/** Tries one idea from its recorded reply. */
export async function run(): Promise<Figure[]> {
  if (!existsSync("bench/try/models/try/replies"))
    throw new Error(`no reply recorded; \`kiln try --config bench/try/kiln.config.ts "${idea}"\` asks`);
  let verdicts = "";
  const times = await timed(5, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli.js", "try", idea, "--config", "bench/try/kiln.config.ts"], {
      encoding: "utf8",
      env: { PATH: process.env["PATH"] },
    });
    if (status !== 0) throw new Error(stderr);
    verdicts = stdout;
  });
  const seconds = median(times) / 1000;
  const passed = verdicts.split("\n").filter((line) => line.endsWith("would be kept")).length;
  return [
    {
      figure: `from words to verdict, ${passed} candidates would be kept`,
      unit: "s",
      ours: seconds,
      peer: null,
      peerName: null,
      ratio: null,
      goal: "under 5",
      met: seconds < 5,
    },
  ];
}
