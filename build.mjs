import { build } from "esbuild";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL(".", import.meta.url));
const entries = { cli: "generator/cli.ts", kiln: "generator/kiln.ts", "forest-worker": "generator/train/forest-worker.ts" };

/** Bundles the command, the library entry and the worker into dist/; packages from npm stay outside. */
await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(`${root}${file}`))),
  outdir: "dist",
  bundle: true,
  packages: "external",
  platform: "node",
  target: "node20",
  format: "esm",
  sourcemap: true,
  logLevel: "warning",
});
