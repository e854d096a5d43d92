import type { Config } from "./config.ts";
import type { Trainer } from "./learning.ts";
import type { Ports } from "./ports.ts";
import { mlSeconds, trainWithMl } from "./train/ml-trainer.ts";

/** Who grows the final trees. What takes long says so before it starts. */
export function finalTrainer({ forest }: Config, { trainer, onStage }: Pick<Ports, "trainer" | "onStage">): Pick<Trainer, "train"> {
  if (forest.trainer === "kiln") return trainer;
  return {
    train: (matrix, target, outputs, settings) => {
      const text = `ml-random-forest takes ${timeOf(mlSeconds(matrix, settings.trees))} for ${settings.trees} trees on ${matrix.n} rows × ${matrix.columns.length} columns`;
      onStage({ stage: "forest", text, done: true });
      return trainWithMl(matrix, target, outputs, settings);
    },
  };
}

/** A time as a person says it, of something that is known only within a factor of two. */
function timeOf(seconds: number): string {
  if (seconds < 90) return `about ${Math.max(1, Math.round(seconds))} s`;
  return seconds < 5400 ? `about ${Math.round(seconds / 60)} min` : `about ${Math.round(seconds / 3600)} h`;
}
