import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { KilnError } from "../errors.ts";
import type { Decision } from "../learned.ts";
import { writeSynced } from "./atomic.ts";
import { candidateShape } from "./learned-shape.ts";
import { parseJson } from "./parse-json.ts";
import { printJson } from "./print-json.ts";
import { fields, kinds, list, text } from "./shape.ts";
import type { Swap } from "./swap.ts";

const shape = fields({
  decisions: list(
    kinds({
      adopted: fields({ step: text, reason: text, candidate: candidateShape }),
      pinned: fields({ step: text, reason: text, candidate: candidateShape }),
      rejected: fields({ step: text, reason: text }),
    }),
  ),
});

/**
 * What people decided about steps, from `decisions.json` of a models folder; none without that file.
 *
 * @throws {KilnError} "check" when the file has another shape.
 */
export async function readDecisions(folder: string): Promise<readonly Decision[]> {
  const path = join(folder, "decisions.json");
  if (!existsSync(path)) return [];
  const value = parseJson(await readFile(path, "utf8"));
  const objection = value === undefined ? "found no JSON" : shape(value, "");
  if (objection !== null) throw new KilnError("check", `${path}: ${objection}`);
  return (value as { readonly decisions: readonly Decision[] }).decisions;
}

/** Writes them beside their place; without any the file is to go. */
export async function stageDecisions(folder: string, decisions: readonly Decision[]): Promise<Swap> {
  const path = join(folder, "decisions.json");
  if (decisions.length === 0) return { from: null, to: path };
  await mkdir(folder, { recursive: true });
  await writeSynced(`${path}.tmp`, printJson({ decisions }));
  return { from: `${path}.tmp`, to: path };
}
