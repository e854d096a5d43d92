import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { readFolder } from "../../generator/output/read-folder.ts";
import { fruitConfig, fruitCsv } from "../../test/command/fruit.ts";
import { goodFirst } from "../../test/faults/fault-server.ts";
import { says, withEndpoint } from "../../test/propose/endpoint.ts";
import type { Figure } from "../figure.ts";

export const about =
  "The same pipeline learned again from recorded replies, without a key, 24 times: time zone, locale, path, umask, cores and workers, clock and Node 20, 22 and 24 " +
  "(npm's binaries) all vary. A small pipeline with a kept step each time, the example `tickets` every fourth time. Compared is every byte of models/ and generated/.";

const zones = ["UTC", "Asia/Kathmandu", "America/St_Johns", "Pacific/Chatham", "Africa/Casablanca"];
const locales = ["C", "tr_TR.UTF-8", "de_DE.UTF-8", "ja_JP.UTF-8", "ar_EG.UTF-8", "C.UTF-8", "lt_LT.UTF-8"];
const paths = ["plain", "with a blank", "ünï-代", "deep/er/and/deeper still", "a'quote"];
const umasks = ["022", "077", "002", "027"];
const clocks = ["1999-12-31T23:59:50Z", "2024-02-29T12:00:00Z", "2038-01-19T03:14:00Z"];
const cores = ["0", "0,1", "1"];
const nodes = [process.execPath, resolve("bench/node_modules/node22/bin/node"), resolve("bench/node_modules/node24/bin/node")];

/** Every factor goes round at a pace of its own. */
const variants = Array.from({ length: 24 }, (_, i) => ({
  zone: zones[i % zones.length]!,
  locale: locales[i % locales.length]!,
  path: `${paths[i % paths.length]!} ${i}`,
  umask: umasks[Math.floor(i / 3) % umasks.length]!,
  clock: clocks[Math.floor(i / 2) % clocks.length]!,
  cores: cores[Math.floor(i / 4) % cores.length]!,
  workers: String(1 + (i % 4)),
  node: nodes[i % nodes.length]!,
}));

/** Rebuilds and compares. */
export async function run(): Promise<Figure[]> {
  const home = await mkdtemp(join(tmpdir(), "kiln-rebuilds-"));
  const small = await bought(home);
  const example = join(home, "example");
  await mkdir(join(example, "models"), { recursive: true });
  await cp(resolve("examples/tickets"), example, { recursive: true });
  await cp(resolve("models/tickets"), join(example, "models/tickets"), { recursive: true });
  const [smallBytes, exampleBytes] = [new Set<string>(), new Set<string>()];
  const used = new Set<string>();
  for (const [i, variant] of variants.entries()) {
    smallBytes.add(await rebuilt(small, "fruit", join(home, variant.path, "small"), variant, used));
    if (i % 4 === 0) exampleBytes.add(await rebuilt(example, "tickets", join(home, variant.path, "example"), variant, used));
  }
  await rm(home, { recursive: true });
  return [
    figure("rebuilds of the small pipeline", variants.length, ">= 24", variants.length >= 24),
    figure("different results among them", smallBytes.size, "1", smallBytes.size === 1),
    figure("different results of the example, 6 rebuilds", exampleBytes.size, "1", exampleBytes.size === 1),
    figure("versions of Node", used.size, "3", used.size === 3),
  ];
}

/** A small pipeline whose answers are recorded. */
async function bought(home: string): Promise<string> {
  const folder = join(home, "small");
  await mkdir(folder);
  await writeFile(join(folder, "kiln.config.ts"), fruitConfig);
  await writeFile(join(folder, "fruit.csv"), fruitCsv());
  await withEndpoint([says(goodFirst)], (url) =>
    generate([process.execPath, resolve("dist/cli.js"), "generate"], folder, { OPENAI_API_KEY: "sk-0123456789", OPENAI_BASE_URL: url }),
  );
  return folder;
}

/** Every byte of a rebuild in a copy of a project. */
async function rebuilt(from: string, name: string, folder: string, variant: (typeof variants)[number], used: Set<string>): Promise<string> {
  await mkdir(folder, { recursive: true });
  await cp(from, folder, { recursive: true });
  for (const part of [`generated/${name}`, `models/${name}/learned.json`, `models/${name}/forest.json`, `models/${name}/reference.json`])
    await rm(join(folder, part), { recursive: true, force: true });
  const config = await readConfig(folder);
  await writeFile(join(folder, "kiln.config.ts"), config.replace('root: "../.."', 'root: "."'));
  const preload = pathToFileURL(resolve("bench/rebuilds/shift-clock.mjs")).href;
  const command = [
    "taskset",
    "-c",
    variant.cores,
    variant.node,
    "--import",
    preload,
    resolve("dist/cli.js"),
    "generate",
    "--workers",
    variant.workers,
  ];
  const { zone, locale, clock, umask } = variant;
  await generate(["sh", "-c", `umask ${umask}; exec "$@"`, "sh", ...command], folder, {
    TZ: zone,
    LC_ALL: locale,
    LANG: locale,
    CLOCK: clock,
  });
  used.add(variant.node);
  const files = [...(await readFolder(join(folder, "models"))), ...(await readFolder(join(folder, "generated")))];
  return JSON.stringify(files);
}

async function readConfig(folder: string): Promise<string> {
  return (await readFolder(folder)).get("kiln.config.ts") ?? "";
}

function generate([file = "", ...args]: readonly string[], cwd: string, environment: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(file, args, { cwd, env: { PATH: process.env["PATH"], ...environment }, stdio: ["ignore", "ignore", "pipe"] });
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    child.on("error", fail);
    child.on("close", (code) => (code === 0 ? done() : fail(new Error(`a rebuild ended with ${code}: ${err}`))));
  });
}

function figure(name: string, ours: number, goal: string, met: boolean): Figure {
  return { figure: name, unit: "", ours, peer: null, peerName: null, ratio: null, goal, met };
}
