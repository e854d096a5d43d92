import type { Config } from "./config.ts";
import { KilnError } from "./errors.ts";
import { learn } from "./learn.ts";
import { loadRows } from "./load-rows.ts";
import type { Ports } from "./ports.ts";
import type { ModelRequest } from "./asking.ts";

/**
 * Every prompt of a pipeline as it was or would be sent, up to and with the first that no recorded reply answers.
 *
 * @param stage Only this stage; null for all.
 * @throws {KilnError} "usage" when no prompt has that stage.
 */
export async function prompts(config: Config, ports: Ports, stage: string | null): Promise<string[]> {
  const asked: ModelRequest[] = [];
  const loaded = await loadRows(config);
  await learn(config, loaded, { ...ports, onRequest: (request) => asked.push(request) }).catch((error: unknown) => {
    if (!(error instanceof KilnError && error.code === "reply-missing")) throw error;
  });
  const chosen = asked.filter((request) => stage === null || request.stage === stage);
  if (chosen.length === 0)
    throw new KilnError(
      "usage",
      `no prompt of stage "${stage ?? ""}"; there are ${asked.map((one) => `"${one.stage}"`).join(", ") || "none"}`,
    );
  return chosen.flatMap(({ stage: name, messages }) => messages.flatMap(({ role, content }) => [`===== ${name}: ${role} =====`, content]));
}
