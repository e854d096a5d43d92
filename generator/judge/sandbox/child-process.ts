import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { frame, frameReader, type RawFrame } from "./frames.ts";
import { packageRoot } from "../../package-root.ts";

/** What ends a child for good. */
export interface ChildLimits {
  /** Heap of the child in MiB. */
  readonly heapMb: number;
  /** Memory of the child as the system sees it (Linux only), in MiB. */
  readonly residentMb: number;
  /** Largest answer in bytes. */
  readonly frameBytes: number;
}

/** Why there is no answer. */
type Death = "time-limit" | "memory-limit" | "crash";

export type Reply =
  { readonly kind: "reply"; readonly head: unknown; readonly body: string } | { readonly kind: "death"; readonly death: Death };

/** One process behind the wall. One request at a time. */
export interface Child {
  alive(): boolean;
  /** The last of what it wrote to its standard error, for bugs of ours. */
  complaint(): string;
  /** Sends a frame that has no answer. */
  send(head: Readonly<Record<string, unknown>>, body: readonly Buffer[]): void;
  /** Sends a frame and waits for its answer, at most `wallMs`; a child that does not answer is killed. */
  ask(head: Readonly<Record<string, unknown>>, body: readonly Buffer[], wallMs: number): Promise<Reply>;
  end(): Promise<void>;
}

/** Starts a process that has no environment, may read nothing but its own two files, and cannot make code out of strings. */
export function startChild(limits: ChildLimits): Child {
  const [command, ...args] = [...outerWall(), process.execPath, ...nodeFlags(limits)];
  const child = spawn(command!, args, { env: {}, cwd: "/", stdio: ["pipe", "pipe", "pipe"] });
  let waiting: { readonly nonce: string; readonly done: (reply: Reply) => void } | null = null;
  let alive = true;
  let reason: Death | null = null;
  let complaint = "";

  const kill = (death: Death): void => {
    reason ??= death;
    alive = false;
    child.kill("SIGKILL");
  };
  const take = (raw: RawFrame): void => {
    const head = parseHead(raw.head);
    if (waiting === null || head === null || head["nonce"] !== waiting.nonce) return kill("crash");
    const { done } = waiting;
    waiting = null;
    done({ kind: "reply", head, body: raw.body });
  };
  child.stdout.on(
    "data",
    frameReader(limits.frameBytes, take, () => kill("crash")),
  );
  child.stderr.on("data", (text: Buffer) => (complaint = (complaint + text.toString("utf8")).slice(-4000)));
  child.stdin.on("error", () => undefined); // a write to a dead child: its "close" tells
  child.on("error", (error) => {
    alive = false;
    complaint += error.message;
  });
  const closed = new Promise<void>((resolve) => {
    child.on("close", () => {
      alive = false;
      const death = reason ?? (/heap limit|heap out of memory|Array buffer allocation failed/.test(complaint) ? "memory-limit" : "crash");
      waiting?.done({ kind: "death", death });
      waiting = null;
      resolve();
    });
  });

  const send: Child["send"] = (head, body) => {
    for (const bytes of frame(head, body)) child.stdin.write(bytes);
  };
  return {
    alive: () => alive,
    complaint: () => complaint,
    send,
    ask: (head, body, wallMs) =>
      new Promise((resolve) => {
        const nonce = randomBytes(8).toString("hex");
        // Twice, so that an answer that came while this thread was busy is read before the clock is.
        let wall = setTimeout(() => (wall = setTimeout(() => kill("time-limit"), 50)), wallMs);
        const watch = setInterval(() => residentMb(child) > limits.residentMb && kill("memory-limit"), 50);
        waiting = {
          nonce,
          done: (reply) => {
            clearTimeout(wall);
            clearInterval(watch);
            resolve(reply);
          },
        };
        send({ ...head, nonce }, body);
      }),
    end: () => {
      alive = false;
      child.kill("SIGKILL");
      return closed;
    },
  };
}

function nodeFlags(limits: ChildLimits): string[] {
  const folder = join(packageRoot(), "generator/judge/sandbox");
  const files = [join(folder, "child.cjs"), join(folder, "prelude.cjs")];
  return [
    permissionFlag(process.versions.node),
    ...files.map((file) => `--allow-fs-read=${file}`),
    "--disallow-code-generation-from-strings",
    "--no-warnings",
    `--max-old-space-size=${limits.heapMb}`,
    "--max-semi-space-size=16",
    files[0]!,
  ];
}

/** The flag lost its "experimental" in 22.13 and 23.5. */
function permissionFlag(version: string): string {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const stable = major >= 24 || (major === 23 && minor >= 5) || (major === 22 && minor >= 13);
  return stable ? "--permission" : "--experimental-permission";
}

let unshared: boolean | null = null;

/** A network namespace of its own where the system lets anybody have one; tried once. */
function outerWall(): string[] {
  const wrap = ["/usr/bin/unshare", "-r", "-n", "--"];
  unshared ??=
    process.platform === "linux" && spawnSync(wrap[0]!, [...wrap.slice(1), "/bin/true"], { stdio: "ignore", env: {} }).status === 0;
  return unshared ? wrap : [];
}

function residentMb(child: ChildProcess): number {
  if (process.platform !== "linux") return 0;
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0; // it has just ended
  }
}

function parseHead(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const head: unknown = JSON.parse(text);
    return typeof head === "object" && head !== null ? (head as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}
