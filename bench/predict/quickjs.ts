import type { Row } from "../../generator/types.ts";
import { median } from "../figure.ts";

/** The part of quickjs-emscripten-core that is used. */
interface Engine {
  newQuickJSWASMModuleFromVariant(variant: unknown): Promise<{
    newContext(): {
      evalCode(code: string): { readonly error?: { dispose(): void }; readonly value?: { dispose(): void } };
      unwrapResult(result: unknown): { dispose(): void };
      dump(handle: unknown): unknown;
    };
  }>;
}

/** How many rows a second a pipeline predicts in QuickJS, by its processor time; null where that is not installed. `code` sets a global `pipeline`. */
export async function rowsPerSecond(code: string, rows: readonly Row[]): Promise<number | null> {
  const engine = (await import("quickjs-emscripten-core" as string).catch(() => null)) as Engine | null;
  const variant = (await import("@jitl/quickjs-wasmfile-release-sync" as string).catch(() => null)) as { default: unknown } | null;
  if (engine === null || variant === null) return null;
  const context = (await engine.newQuickJSWASMModuleFromVariant(variant.default)).newContext();
  const run = (text: string): unknown => {
    const handle = context.unwrapResult(context.evalCode(text));
    const value = context.dump(handle);
    handle.dispose();
    return value;
  };
  run(`${code}; globalThis.pipeline = pipeline; globalThis.rows = ${JSON.stringify(rows)}; 0`);
  const pass = (): number => {
    const start = process.cpuUsage();
    run("for (const row of rows) pipeline.predict(row); 0");
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  pass();
  return (1e6 * rows.length) / median(Array.from({ length: 15 }, pass));
}
