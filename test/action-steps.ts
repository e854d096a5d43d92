import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

export const text = readFileSync(new URL("../action.yml", import.meta.url), "utf8");

/** The shell of every step, in order. */
export const scripts = [...text.matchAll(/^ {6}run: (?:\|\n((?: {8}.*\n|\n)+)|(.*)\n)/gm)].map(([, block, line]) => block ?? line ?? "");

/** Runs a step of the action as a runner does: `bash --noprofile --norc -eo pipefail`, with the environment that the step declares. */
export function runStep(
  step: number,
  cwd: string,
  environment: Readonly<Record<string, string>>,
): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", scripts[step]!], {
    cwd,
    env: { PATH: process.env["PATH"], ...environment },
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}
