import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** Ticks of a second in which Linux counts the time that a process runs. */
const ticks = 100;

/** How a command ended, what it took, and the peak of its resident memory (VmHWM, so on Linux only) in MB of a million bytes. */
interface Measured {
  readonly code: number | null;
  /** On the clock. */
  readonly seconds: number;
  /** On processors, all threads together; does not depend on what else the machine does. */
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

/** Runs `kiln` in a folder. The peak is that of its main process, whose threads train; what it reads is sampled ten times a second. */
export function measuredKiln(folder: string, args: readonly string[]): Promise<Measured> {
  return new Promise((resolve) => {
    const start = performance.now();
    const child = spawn(process.execPath, [cli, ...args], { cwd: folder, stdio: ["ignore", "ignore", "ignore"] });
    let peakMb = 0;
    let cpuSeconds = 0;
    const look = (): void => {
      try {
        const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"));
        peakMb = Math.max(peakMb, (Number(found?.[1] ?? 0) * 1024) / 1e6);
        const [, user = 0, system = 0] =
          /\) (?:\S+ ){11}(\d+) (\d+)/.exec(readFileSync(`/proc/${child.pid}/stat`, "utf8"))?.map(Number) ?? [];
        cpuSeconds = (user + system) / ticks;
      } catch {
        // Between its end and the news of it a process has no status.
      }
    };
    const watch = setInterval(look, 100);
    child.on("close", (code) => {
      clearInterval(watch);
      resolve({ code, seconds: (performance.now() - start) / 1000, cpuSeconds, peakMb });
    });
  });
}
