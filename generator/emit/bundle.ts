import { build } from "esbuild";
import { posix } from "node:path";
import type { Artifact } from "../learned.ts";

/** The emitted folder as one JavaScript file without imports, `bundle.mjs`. */
export async function bundle(artifacts: readonly Artifact[]): Promise<Artifact> {
  const texts = new Map(artifacts.map(({ path, text }) => [path, text]));
  const { outputFiles } = await build({
    entryPoints: ["index.ts"],
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    charset: "ascii",
    logLevel: "silent",
    plugins: [
      {
        name: "artifacts",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /.*/ }, ({ path, importer }) => ({
            path: posix.join(posix.dirname(importer), path.replace(/\.js$/, ".ts")),
            namespace: "artifacts",
          }));
          onLoad({ filter: /.*/, namespace: "artifacts" }, ({ path }) => ({ contents: texts.get(path) ?? "", loader: "ts" }));
        },
      },
    ],
  });
  return { path: "bundle.mjs", text: outputFiles[0]?.text ?? "" };
}
