import { join } from "node:path";
import { candidateTable, figureTable } from "./closing-tables.ts";
import type { Config } from "./config.ts";
import { anonymisedTwin, shuffledTarget } from "./control-arms.ts";
import { KilnError } from "./errors.ts";
import { hasModels, readModels } from "./output/models.ts";
import { openReplies } from "./output/replies.ts";
import type { Ports } from "./ports.ts";

/** Flags of `generate` that run a control instead. */
export interface Controls {
  readonly shuffledTarget?: true;
  readonly anonymisedTwin?: true;
}

/**
 * Runs the controls that are asked for; what to print of them. The twin's replies lie in `models/<name>/twin/replies`, beside the others.
 *
 * @throws {KilnError} "check" when a candidate is kept for a target that nobody can know.
 */
export async function runControls(
  config: Config,
  ports: Ports,
  { shuffledTarget: dealt, anonymisedTwin: twin }: Controls,
): Promise<string[]> {
  const lines: string[] = [];
  if (dealt) {
    const candidates = await shuffledTarget(config, ports);
    const kept = candidates.filter(({ outcome }) => outcome.kind === "kept");
    lines.push("", ...candidateTable({ candidates }), "");
    if (kept.length > 0) {
      const names = kept.map(({ candidate }) => candidate.name).join(", ");
      throw new KilnError(
        "check",
        `${names}: kept for a target dealt at random; expected none (it happens in ${share(config)} of such runs)`,
      );
    }
    lines.push(`shuffled target: ${candidates.length} candidates, all refused, as they must be`);
  }
  if (twin) {
    const hidden = await anonymisedTwin(config, { ...ports, store: openReplies(join(config.models, "twin", "replies")) });
    lines.push("", ...candidateTable(hidden), "", "anonymised twin:", ...figureTable(hidden));
    if (hasModels(config.models)) lines.push("", "with names and meanings:", ...figureTable((await readModels(config.models)).learned));
  }
  return lines;
}

function share({ keep }: Config): string {
  return `${(100 * (1 - keep.confidence)).toFixed(0)} %`;
}
