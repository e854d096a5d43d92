import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { recover } from "../../generator/output/publish.ts";
import { readFolder } from "../../generator/output/read-folder.ts";
import { fruitConfig, fruitCsv } from "../command/fruit.ts";
import { goodFirst } from "../faults/fault-server.ts";
import { says } from "../propose/endpoint.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const small = fruitConfig
  .replace("forest: { trees: 20, maxDepth: 5 }", "forest: { trees: 5, maxDepth: 3 }")
  .replace("keep: { repeats: 2 }", "keep: { repeats: 1, folds: 2, trees: 5 }");

/** What lies in models/ (without the replies) and generated/, each: as the old run left it, as the new one, torn, or anything else. */
type Side = "old" | "new" | "mixed";

/** What one interrupted run came to. */
export interface Trial {
  /** Both folders as they lay, and as the next start recovers them. */
  readonly before: Side;
  readonly after: Side;
  /** Replies that are no complete JSON. */
  readonly brokenReplies: number;
  /** Answers since the last reset whose last byte had left the server when the process was killed, and which are not on the disk. */
  readonly lost: number;
  readonly leftovers: readonly string[];
  readonly code: number | null;
  readonly err: string;
}

/** How a run is interrupted: killed after some milliseconds, or at its n-th operation on files by a kill or an error. */
export type Interruption = { readonly afterMs: number } | { readonly at: number; readonly kind: string };

/** A pipeline with an old result, whose config has changed, so that the next run asks, learns and replaces both folders. */
export async function openInterruptions() {
  const home = await mkdtemp(join(tmpdir(), "kiln-interruptions-"));
  const work = join(home, "work");
  const delivered = new Map<string, number>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const asked = createHash("sha256").update(Buffer.concat(parts)).digest("hex");
      response.on("finish", () => delivered.set(asked, (delivered.get(asked) ?? 0) + 1));
      says(goodFirst)(response);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;

  const run = (folder: string, how: Interruption | null, extra: Readonly<Record<string, string>> = {}) =>
    new Promise<{ readonly code: number | null; readonly err: string }>((resolve, reject) => {
      const at = how !== null && "at" in how ? how : { at: 0, kind: "" };
      const preload = ["--import", pathToFileURL(join(root, "test/interruptions/inject.mjs")).href];
      const environment = {
        PATH: process.env["PATH"],
        OPENAI_API_KEY: "sk-test-0123456789abcdef",
        OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
        FAULT_ROOT: folder,
        FAULT_AT: String(at.at),
        FAULT_KIND: at.kind,
        ...extra,
      };
      const child = spawn(process.execPath, [...preload, join(root, "dist/cli.js"), "generate", "--workers", "1"], {
        cwd: folder,
        env: environment,
        stdio: ["ignore", "ignore", "pipe"],
      });
      let err = "";
      child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
      child.on("error", reject);
      child.on("close", (code) => resolve({ code, err }));
      if (how !== null && "afterMs" in how) setTimeout(() => child.kill("SIGKILL"), how.afterMs);
    });

  const sound = async (folder: string, extra: Readonly<Record<string, string>> = {}): Promise<void> => {
    const { code, err } = await run(folder, null, extra);
    if (code !== 0) throw new Error(`a run that nobody interrupts ended with ${code}: ${err}`);
  };

  const [old, fresh] = [await mkdtemp(join(home, "old-")), await mkdtemp(join(home, "new-"))];
  await projectAt(old, 1);
  await sound(old);
  await cp(old, fresh, { recursive: true });
  await projectAt(fresh, 2);
  const began = performance.now();
  await sound(fresh, { FAULT_COUNT: join(home, "count") });
  const wholeMs = performance.now() - began;
  const operations = Number(await readFile(join(home, "count"), "utf8"));
  const [oldFiles, newFiles] = [await filesOf(old), await filesOf(fresh)];
  delivered.clear();
  const oldReplies = (await readdir(join(old, "models/fruit/replies"))).length;

  async function sideOf(folder: string): Promise<Side> {
    const { models, generated } = await filesOf(folder);
    for (const [side, known] of [
      ["old", oldFiles],
      ["new", newFiles],
    ] as const) {
      if (models === known.models && generated === known.generated) return side;
    }
    return "mixed";
  }

  return {
    /** Milliseconds of a run that nobody interrupts, and its operations on files. */
    wholeMs,
    operations,
    /** How often a question was answered that had been answered before, since the last reset. */
    askedTwice: (): number => [...delivered.values()].reduce((sum, times) => sum + times - 1, 0),
    /** Puts the old result back. */
    async reset(): Promise<void> {
      await rm(work, { recursive: true, force: true });
      await cp(old, work, { recursive: true });
      await projectAt(work, 2);
      delivered.clear();
    },
    /** One interrupted run, looked at as it lies and as the next start recovers it. */
    async trial(how: Interruption): Promise<Trial> {
      const { code, err } = await run(work, how);
      const before = await sideOf(work);
      await recover({ models: join(work, "models/fruit"), generated: join(work, "generated/fruit"), scratch: join(work, ".kiln/fruit") });
      const names = await readdir(work, { recursive: true });
      const kept = names.filter((name) => /replies.\w{64}\.json$/.test(name)).length - oldReplies;
      const deliveries = [...delivered.values()].reduce((sum, times) => sum + times, 0);
      return {
        before,
        after: await sideOf(work),
        brokenReplies: await brokenIn(work),
        lost: deliveries - kept,
        leftovers: names.filter(isLeftover),
        code,
        err,
      };
    },
    /** Lets the next run end; what then lies there. */
    async goOn(): Promise<Side> {
      await sound(work);
      return sideOf(work);
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await Promise.all([new Promise((done) => server.close(done)), rm(home, { recursive: true })]);
    },
  };
}

async function projectAt(folder: string, seed: number): Promise<void> {
  await writeFile(join(folder, "kiln.config.ts"), small.replace("forest:", `seed: ${seed},\n  forest:`));
  await writeFile(join(folder, "fruit.csv"), fruitCsv());
}

async function filesOf(folder: string): Promise<{ readonly models: string; readonly generated: string }> {
  const models = [...(await readFolder(join(folder, "models/fruit")))].filter(
    ([path]) => !path.startsWith("replies/") && !path.endsWith(".tmp"),
  );
  return { models: JSON.stringify(models), generated: JSON.stringify([...(await readFolder(join(folder, "generated/fruit")))]) };
}

async function brokenIn(folder: string): Promise<number> {
  const replies = await readFolder(join(folder, "models/fruit/replies"));
  return [...replies].filter(([path, text]) => path.endsWith(".json") && !isJson(text)).length;
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

function isLeftover(path: string): boolean {
  return /\.tmp|\.old-|swap\.json/.test(path);
}
