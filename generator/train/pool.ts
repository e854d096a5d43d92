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

/** A thread, the job that it heard of last, and what it has been told to do, in order. */
interface Thread {
  readonly worker: Worker;
  job: Job | null;
  readonly told: Waiting[];
}

/** Tasks that a thread is told of beforehand, so that it does not wait while whoever gives them out is busy. */
const beforehand = 2;

/** Opens threads on first use; 0 threads do everything where it is asked. A thread that fails fails all tasks. */
export function openPool(threads: number, workerFile: URL | string): Pool {
  const all: Thread[] = [];
  const waiting: Waiting[] = [];

  function next(): void {
    while (waiting.length > 0) {
      const thread = leastBusy();
      if (thread.told.length >= beforehand) return;
      const one = waiting.shift()!;
      const { job, task } = one;
      thread.told.push(one);
      const known = thread.job === job;
      thread.job = job;
      thread.worker.postMessage({ job: known ? null : job, task } satisfies Order, []);
    }
  }

  function leastBusy(): Thread {
    const [first, ...others] = all;
    const least = first && others.reduce((a, b) => (b.told.length < a.told.length ? b : a), first);
    return least !== undefined && (least.told.length === 0 || all.length === threads) ? least : start();
  }

  function start(): Thread {
    const thread: Thread = { worker: new Worker(workerFile), job: null, told: [] };
    thread.worker.on("message", (done: Done) => {
      thread.told.shift()?.resolve(done);
      next();
    });
    thread.worker.on("error", (error: Error) => {
      for (const { reject } of [...all.flatMap(({ told }) => told), ...waiting.splice(0)]) reject(error);
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
