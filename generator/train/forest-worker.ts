import { parentPort } from "node:worker_threads";
import { doTask, type Task } from "./task.ts";

parentPort?.on("message", ({ id, task }: { readonly id: number; readonly task: Task }) => {
  parentPort?.postMessage({ id, done: doTask(task) });
});
