import { z } from "zod";
import type { ModelReply, ModelRequest } from "../asking.ts";

/** The parts of a chat completion that are read, whatever else an endpoint adds. */
const completionSchema = z.object({
  model: z.string().nullish(),
  choices: z.tuple(
    [
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    ],
    z.unknown(),
  ),
});

/** More than any model takes or gives is no count. */
const count = z.int().min(0).max(10_000_000);
const usageSchema = z.object({ usage: z.object({ prompt_tokens: count, completion_tokens: count.min(1) }) });

/** Some endpoints pass on the failure of another one under status 200. */
const passedOn = z.object({ choices: z.undefined().optional(), error: z.object({ message: z.string(), code: z.unknown().optional() }) });

/** The failure that stands where a completion should. */
export function refusedIn(completion: unknown): { readonly status: number; readonly message: string; readonly code: string | null } | null {
  const parsed = passedOn.safeParse(completion);
  if (!parsed.success) return null;
  const { message, code } = parsed.data.error;
  const status = typeof code === "number" && code >= 400 && code < 600 ? code : 502;
  return { status, message: `${status} ${message}`, code: typeof code === "string" ? code : null };
}

/** What a completion says that it cost; null where it says nothing, or what cannot be. */
export function usageIn(completion: unknown): ModelReply["usage"] {
  const parsed = usageSchema.safeParse(completion);
  if (!parsed.success) return null;
  return { inputTokens: parsed.data.usage.prompt_tokens, outputTokens: parsed.data.usage.completion_tokens };
}

type Read =
  | { readonly ok: true; readonly answer: Omit<ModelReply, "request" | "stage" | "requestedModel"> }
  | { readonly ok: false; readonly line: string };

/** The answer in a chat completion, the beginning of one that was cut too; or why there is none: another shape, a refusal, silence. */
export function readCompletion(completion: unknown, { model, maxOutputTokens }: ModelRequest): Read {
  const parsed = completionSchema.safeParse(completion);
  if (!parsed.success) {
    const found = typeof completion === "string" ? completion : (JSON.stringify(completion) ?? "nothing");
    return { ok: false, line: `answered no chat completion but ${found.slice(0, 80)}; does the base URL end like /v1?` };
  }
  const { choices, model: answered } = parsed.data;
  const { finish_reason: finish, message } = choices[0];
  if (message.refusal) return { ok: false, line: `passed on a refusal of ${model}: ${message.refusal}` };
  if (finish === "content_filter") return { ok: false, line: "held the answer back by its content filter" };
  const cut = `cut the answer off at ${maxOutputTokens} tokens; raise \`author.maxOutputTokens\` or ask for fewer candidates`;
  if (!message.content?.trim() && finish === "length") return { ok: false, line: cut };
  if (!message.content?.trim()) return { ok: false, line: `gave an empty answer (finish_reason ${finish ?? "not told"})` };
  return {
    ok: true,
    answer: {
      model: answered ?? model,
      text: message.content,
      finish: finish ?? "not told",
      usage: usageIn(completion),
    },
  };
}
