import { Worker } from "node:worker_threads";
import type { Job } from "./forest.ts";
import { type Done, doTask, type Task } from "./task.ts";

/** Threads that do tasks. */
interface Pool {
  readonly threads: number;
  /** Does the tasks of a job, in any order; the results come in the order of the tasks, each as soon as it and those before are there. */
  run(job: Job, tasks: readonly Task[]): AsyncIterable<Done>;
  close(): Promise<void>;
}

/** What a thread is told. It keeps the job that it heard of last. */
export interface Order {
  /** Null where it is the job of the order before. */
  readonly job: Job | null;
  readonly task: Task;
}

interface Waiting {
  readonly job: Job;
  readonly task: Task;
  readonly resolve: (done: Done) => void;
  readonly reject: (error: Error) => void;
}

/** A thread, the job that it knows, and what it is at. */
interface Thread {
  readonly worker: Worker;
  job: Job | null;
  busy: Waiting | null;
}

/** Opens threads on first use; 0 threads do everything where it is asked. A thread that fails fails all tasks. */
export function openPool(threads: number, workerFile: URL | string): Pool {
  const all: Thread[] = [];
  const waiting: Waiting[] = [];

  function next(): void {
    while (waiting.length > 0) {
      const thread = all.find(({ busy }) => busy === null) ?? (all.length < threads ? start() : undefined);
      if (thread === undefined) return;
      const { job, task } = (thread.busy = waiting.shift()!);
      const known = thread.job === job;
      thread.job = job;
      thread.worker.postMessage({ job: known ? null : job, task } satisfies Order, []);
    }
  }

  function start(): Thread {
    const thread: Thread = { worker: new Worker(workerFile), job: null, busy: null };
    thread.worker.on("message", (done: Done) => {
      const { busy } = thread;
      thread.busy = null;
      busy?.resolve(done);
      next();
    });
    thread.worker.on("error", (error: Error) => {
      for (const { reject } of [...all.flatMap(({ busy }) => busy ?? []), ...waiting.splice(0)]) reject(error);
    });
    all.push(thread);
    return thread;
  }

  return {
    threads,
    run: async function* (job, tasks) {
      if (threads === 0) for (const task of tasks) yield doTask(job, task);
      else {
        const results = tasks.map((task) => new Promise<Done>((resolve, reject) => waiting.push({ job, task, resolve, reject })));
        for (const result of results) result.catch(() => {});
        next();
        for (const result of results) yield await result;
      }
    },
    close: async () => {
      await Promise.all(all.map(({ worker }) => worker.terminate()));
    },
  };
}
