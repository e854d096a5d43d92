import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Before any test: dist/ holds what the sources say, so that workers and the command are the tested ones. */
export default function build(): void {
  const { status, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL("../build.mjs", import.meta.url))], { encoding: "utf8" });
  if (status !== 0) process.stderr.write(stderr.slice(0, 500));
}
