import { build, type BuildFailure } from "esbuild";
import { posix } from "node:path";
import { KilnError } from "../errors.ts";
import type { Artifact } from "../learned.ts";

/** The emitted folder as one JavaScript file without imports, `bundle.mjs`. */
export async function bundle(artifacts: readonly Artifact[]): Promise<Artifact> {
  const texts = new Map(artifacts.map(({ path, text }) => [path, text]));
  return { path: "bundle.mjs", text: await bundled(texts, "index.ts", { format: "esm" }) };
}

/** The emitted folder, perhaps edited, as a script that leaves what `entry` exports in the variable `pipeline`. Nothing of it is run. */
export function bundleScript(files: ReadonlyMap<string, string>, entry: string): Promise<string> {
  const texts = new Map([...files, ["entry.ts", entry]]);
  return bundled(texts, "entry.ts", { format: "iife", globalName: "pipeline", minifyWhitespace: true });
}

/**
 * Bundles files that stand in memory; a file that is not there cannot be imported.
 *
 * @throws {KilnError} "check" when a file does not compile.
 */
async function bundled(texts: ReadonlyMap<string, string>, entry: string, how: Parameters<typeof build>[0]): Promise<string> {
  try {
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      platform: "neutral",
      target: "es2022",
      charset: "ascii",
      logLevel: "silent",
      ...how,
      write: false,
      plugins: [
        {
          name: "artifacts",
          setup({ onResolve, onLoad }) {
            onResolve({ filter: /.*/ }, ({ path, importer }) => {
              const found = posix.join(posix.dirname(importer), path.replace(/\.js$/, ".ts"));
              return texts.has(found)
                ? { path: found, namespace: "artifacts" }
                : { errors: [{ text: `imports ${path}, which is no file of the folder` }] };
            });
            onLoad({ filter: /.*/, namespace: "artifacts" }, ({ path }) => ({ contents: texts.get(path) ?? "", loader: "ts" }));
          },
        },
      ],
    });
    return outputFiles?.[0]?.text ?? "";
  } catch (error) {
    const [first] = (error as BuildFailure).errors ?? [];
    if (first === undefined) throw error;
    const at = first.location === null ? "" : `${first.location.file.replace(/^artifacts:/, "")}:${String(first.location.line)}: `;
    throw new KilnError("check", `${at}${first.text}`);
  }
}
