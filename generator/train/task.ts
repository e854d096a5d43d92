import type { ForestText } from "../types.ts";
import { answerWith, type ForestJob, printForestText } from "./forest.ts";
import { outOfBag, type OutOfBag } from "./importance.ts";

/** A piece of work that may be done on any thread. */
export type Task =
  | { readonly kind: "held-out"; readonly job: ForestJob; readonly asked: Int32Array }
  | { readonly kind: "text"; readonly job: ForestJob; readonly names: readonly string[] }
  | { readonly kind: "out-of-bag"; readonly job: ForestJob };

export type Done =
  | { readonly kind: "held-out"; readonly answers: Float64Array }
  | { readonly kind: "text"; readonly forest: ForestText }
  | ({ readonly kind: "out-of-bag" } & OutOfBag);

/** Does it. "held-out" answers the asked rows, n × outputs, 0 elsewhere. */
export function doTask(task: Task): Done {
  switch (task.kind) {
    case "held-out": {
      const asked = new Uint8Array(task.job.target.length);
      for (const i of task.asked) asked[i] = 1;
      const { sums } = answerWith(task.job, (row) => asked[row] === 1);
      return { kind: "held-out", answers: sums.map((sum) => sum / task.job.settings.trees) };
    }
    case "text":
      return { kind: "text", forest: printForestText(task.names, task.job) };
    case "out-of-bag":
      return { kind: "out-of-bag", ...outOfBag(task.job) };
  }
}
