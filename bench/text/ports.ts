import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { openSandbox } from "../../generator/judge/sandbox/open-sandbox.ts";
import type { Ports } from "../../generator/ports.ts";
import { openTrainer } from "../../generator/train/trainer.ts";

/** Ports of a bench: no model, no replies but those that it reads itself. */
export function openPorts(): { readonly ports: Ports; readonly close: () => Promise<unknown> } {
  const sandbox = openSandbox({});
  const trainer = openTrainer({ workers: availableParallelism(), workerFile: resolve("dist/forest-worker.js") });
  const ports: Ports = {
    store: { get: () => null, reserve: async () => async () => {}, put: () => Promise.resolve() },
    live: null,
    sandbox,
    trainer,
    onStage: () => undefined,
    onRequest: () => undefined,
  };
  return { ports, close: () => Promise.all([sandbox.close(), trainer.close()]) };
}
