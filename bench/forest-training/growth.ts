import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import type { Figure } from "../figure.ts";
import { folder } from "../forest/emitted.ts";

interface Grown {
  readonly treeMs: number;
  readonly peakMb: number;
}

const p = 100;
const [few, many] = [1000, 200_000];

/** How time and memory grow with rows, each size in a process of its own that has no copy of its columns. */
export function growth(): Figure[] {
  const file = `${folder}/grow-one.mjs`;
  const entry = fileURLToPath(new URL("../forest-training/grow-one.ts", import.meta.url));
  buildSync({ entryPoints: [entry], bundle: true, platform: "node", format: "esm", outfile: file });
  const of = (n: number, trees: number): Grown =>
    JSON.parse(execFileSync(process.execPath, [file, String(n), String(p), String(trees)], { encoding: "utf8" })) as Grown;
  const small = of(few, 200);
  const large = of(many, 10);
  const times = large.treeMs / small.treeMs;
  const bound = ((many / few) * Math.log2(many)) / Math.log2(few);
  const most = (4 * many * p) / 1e6 + 200;
  return [
    {
      figure: `time of a tree at ${many.toLocaleString("en")} × ${p} over time at ${few.toLocaleString("en")} × ${p}`,
      unit: "×",
      ours: times,
      peer: bound,
      peerName: "n log n",
      ratio: bound / times,
      goal: "no worse",
      met: times <= bound,
    },
    {
      figure: `peak memory at ${many.toLocaleString("en")} × ${p}, the 160 MB of its columns included`,
      unit: "MB",
      ours: large.peakMb,
      peer: most,
      peerName: "4 bytes × n × p + 200 MB",
      ratio: most / large.peakMb,
      goal: "no more",
      met: large.peakMb <= most,
    },
  ];
}
