import type { Config } from "./config.ts";
import { emitPipeline } from "./emit-pipeline.ts";
import { KilnError } from "./errors.ts";
import { learn } from "./learn.ts";
import { loadRows } from "./load-rows.ts";
import { readDecisions } from "./output/decisions.ts";
import { editedFiles } from "./output/edited-files.ts";
import { asStored } from "./output/models.ts";
import { publish, recover } from "./output/publish.ts";
import { readFolder } from "./output/read-folder.ts";
import type { Ports } from "./ports.ts";
import type { Decision, Learned } from "./learned.ts";

/** The main job: reads rows, learns, emits; writes models/ and generated/ only when all of it has worked. Decisions of people hold. */
export async function generate(config: Config, ports: Ports, bundled: boolean): Promise<Learned> {
  await recover(config);
  await refuseEdits(config.generated);
  return rebuild(config, ports, bundled, await readDecisions(config.models));
}

/** Learns and emits with these decisions, whatever lies in generated/. */
export async function rebuild(config: Config, ports: Ports, bundled: boolean, decisions: readonly Decision[]): Promise<Learned> {
  const loaded = await loadRows(config);
  const { dataset, readable, rejects, ignored } = loaded;
  const unused = ignored.length === 0 ? "" : `; columns not used: ${ignored.join(", ")}`;
  const bound = dataset.rows.length < config.data.maxRows ? "data.maxCharacters" : "data.maxRows";
  const sampled = readable > dataset.rows.length ? ` of ${readable}, always the same ones (${bound})` : "";
  ports.onStage({ stage: "data", text: `${dataset.rows.length} rows${sampled}, ${rejects.length} rejected${unused}`, done: true });
  const models = asStored(await learn(config, loaded, ports, decisions));
  const artifacts = await emitPipeline(models, config.generated, bundled);
  await publish(config, { models, decisions, artifacts });
  const lines = artifacts.reduce((sum, { text }) => sum + text.split("\n").length - 1, 0);
  ports.onStage({ stage: "write", text: `${artifacts.length} files, ${lines} lines`, done: true });
  return models.learned;
}

/** A person's edits are never overwritten. */
async function refuseEdits(folder: string): Promise<void> {
  const edited = [...(editedFiles(await readFolder(folder)) ?? [])];
  if (edited.length === 0) return;
  throw new KilnError(
    "check",
    `${folder} holds ${edited.length} edited or added files (${edited.slice(0, 3).join(", ")}), which a new run would replace; \`kiln accept STEP\` adopts an edited step, \`git checkout\` restores a file`,
  );
}
