import type { LanguageModel } from "../asking.ts";
import type { Config } from "../config.ts";
import type { Surroundings } from "../doctor.ts";
import { openAiModel } from "../propose/open-ai.ts";
import { complain } from "./terminal.ts";

/** The endpoint that the environment names, or null without a key: then only recorded replies answer. */
export function liveModel({ author }: Config, hear: (line: string) => void = () => {}): LanguageModel | null {
  const { key: apiKey, baseURL } = endpoint();
  if (apiKey === "") return null;
  const model = openAiModel({ baseURL, apiKey }, undefined, hear);
  complain(`unrecorded questions go to ${author.model} at ${baseURL}`);
  return model;
}

/** What `kiln doctor` may know of the process. */
export function surroundings(online: boolean): Surroundings {
  const { key, baseURL } = endpoint();
  const reach = async (): Promise<number> =>
    (await fetch(`${baseURL}/models`, { headers: { authorization: `Bearer ${key}` }, signal: AbortSignal.timeout(10_000) })).status;
  return { node: process.version, key: key !== "", baseURL, reach: online ? reach : null };
}

/** The key, "" without one, and where questions go. */
function endpoint(): { readonly key: string; readonly baseURL: string } {
  return { key: process.env["OPENAI_API_KEY"] ?? "", baseURL: process.env["OPENAI_BASE_URL"] || "https://api.openai.com/v1" };
}
