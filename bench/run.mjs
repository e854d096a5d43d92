import { build } from "esbuild";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const name = process.argv[2];
const known = readdirSync(here, { withFileTypes: true }).filter(
  (entry) => entry.isDirectory() && existsSync(`${here}${entry.name}/bench.ts`),
);
if (name !== "render" && !known.some((entry) => entry.name === name)) {
  console.error(
    `usage: npm run bench -- NAME; there are ${known.map((entry) => entry.name).join(", ")}; and render, which only writes RESULTS.md anew`,
  );
  process.exit(1);
}
if (name !== "render") await measure();
render();

/** Runs bench/NAME/bench.ts, keeps its figures in results/, and prints them as a table. */
async function measure() {
  const outfile = `${here}${name}/.bench.mjs`;
  await build({
    entryPoints: [`${here}${name}/bench.ts`],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "warning",
  });
  const { run, about } = await import(pathToFileURL(outfile).href);
  const figures = await run();
  const machine = `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.version}`;
  mkdirSync(`${here}results`, { recursive: true });
  writeFileSync(`${here}results/${name}.json`, `${JSON.stringify({ bench: name, about, machine, figures }, null, 2)}\n`);
  console.log(tableOf(figures).join("\n"));
}

/** RESULTS.md from the results of all benches. */
function render() {
  const results = readdirSync(`${here}results`)
    .filter((file) => file.endsWith(".json"))
    .toSorted()
    .map((file) => JSON.parse(readFileSync(`${here}results/${file}`, "utf8")));
  const text = ["# Results", "", "Rendered by `npm run bench -- NAME` from `bench/results/`. A missed goal stays in the table.", ""];
  for (const result of results) {
    text.push(`## ${result.bench}`, "", result.about, "", `Machine: ${result.machine}.`, "", ...tableOf(result.figures), "");
  }
  writeFileSync(`${here}RESULTS.md`, `${text.join("\n").trimEnd()}\n`);
}

function tableOf(figures) {
  const rows = figures.map(({ figure, unit, ours, peer, peerName, ratio, goal, met }) => [
    figure,
    unit,
    round(ours),
    peer === null ? "" : `${round(peer)} (${peerName})`,
    ratio === null ? "" : round(ratio),
    goal,
    met === null ? "" : met ? "met" : "**missed**",
  ]);
  const head = ["figure", "unit", "Kiln", "peer", "ratio", "goal", ""];
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);
}

function round(value) {
  return String(Number(value.toPrecision(3)));
}
