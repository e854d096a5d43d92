import { parentPort } from "node:worker_threads";
import type { Job } from "./forest.ts";
import type { Order } from "./pool.ts";
import { doTask } from "./task.ts";

let known: Job | null = null;

parentPort?.on("message", ({ job, task }: Order) => {
  known = job ?? known;
  if (known === null) throw new Error("a task came before its job");
  const done = doTask(known, task);
  parentPort?.postMessage(done, [done.places.buffer, done.answers.buffer, done.importance.buffer] as ArrayBuffer[]);
});
