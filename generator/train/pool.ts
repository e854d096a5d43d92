import { Worker } from "node:worker_threads";
import { type Done, doTask, type Task } from "./task.ts";

/** Threads that do tasks. */
export interface Pool {
  run(task: Task): Promise<Done>;
  close(): Promise<void>;
}

interface Waiting {
  readonly task: Task;
  readonly resolve: (done: Done) => void;
  readonly reject: (error: Error) => void;
}

/** Opens threads on first use; 0 threads do everything where it is asked. */
export function openPool(threads: number, workerFile: URL): Pool {
  const idle: Worker[] = [];
  const all: Worker[] = [];
  const waiting: Waiting[] = [];
  const next = (): void => {
    if (waiting.length === 0) return;
    const worker = idle.pop() ?? (all.length < threads ? started() : undefined);
    const job = waiting[0];
    if (worker === undefined || job === undefined) return;
    waiting.shift();
    const failed = (error: Error): void => job.reject(error);
    worker.once("error", failed);
    worker.once("message", ({ done }: { readonly done: Done }) => {
      worker.off("error", failed);
      idle.push(worker);
      job.resolve(done);
      next();
    });
    worker.postMessage({ id: 0, task: job.task });
  };
  const started = (): Worker => {
    const worker = new Worker(workerFile);
    all.push(worker);
    return worker;
  };
  return {
    run: (task) =>
      threads === 0
        ? Promise.resolve(doTask(task))
        : new Promise((resolve, reject) => {
            waiting.push({ task, resolve, reject });
            next();
          }),
    close: async () => {
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}
