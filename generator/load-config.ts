import { build, type BuildFailure } from "esbuild";
import { dirname, resolve } from "node:path";
import { resolveConfig, type Config } from "./config.ts";
import { KilnError } from "./errors.ts";

/**
 * Reads a config file: bundled by esbuild, so that TypeScript and relative imports work on every Node; `kiln` resolves to `defineConfig` alone.
 *
 * @throws {KilnError} "config" when the file is missing, does not compile, has no default export, or does not fit the schema.
 */
export async function loadConfig(file: string): Promise<Config> {
  const path = resolve(file);
  const text = await compile(path);
  const module: unknown = await import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
  const value = typeof module === "object" && module !== null && "default" in module ? module.default : undefined;
  if (value === undefined) throw new KilnError("config", `${file}: no default export; expected \`export default defineConfig({ … })\``);
  return resolveConfig(value, dirname(path));
}

async function compile(path: string): Promise<string> {
  try {
    const { outputFiles } = await build({
      entryPoints: [path],
      bundle: true,
      write: false,
      platform: "node",
      format: "esm",
      logLevel: "silent",
      plugins: [
        {
          name: "kiln",
          setup({ onResolve, onLoad }) {
            onResolve({ filter: /^kiln$/ }, () => ({ path: "kiln", namespace: "kiln" }));
            onLoad({ filter: /.*/, namespace: "kiln" }, () => ({ contents: "export const defineConfig = (config) => config;" }));
          },
        },
      ],
    });
    return outputFiles[0]?.text ?? "";
  } catch (error) {
    const [first] = (error as BuildFailure).errors;
    if (first === undefined) throw error;
    const at = first.location ? `${path}:${first.location.line}` : path;
    throw new KilnError("config", `${at}: ${first.text}`);
  }
}
