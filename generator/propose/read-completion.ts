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
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish(),
});

type Read =
  | { readonly ok: true; readonly answer: Omit<ModelReply, "request" | "stage" | "requestedModel"> }
  | { readonly ok: false; readonly line: string };

/** The answer in a chat completion, or why there is none: another shape, a refusal, a cut, silence. */
export function readCompletion(completion: unknown, { model, maxOutputTokens }: ModelRequest): Read {
  const parsed = completionSchema.safeParse(completion);
  if (!parsed.success) {
    const found = typeof completion === "string" ? completion : (JSON.stringify(completion) ?? "nothing");
    return { ok: false, line: `answered no chat completion but ${found.slice(0, 80)}; does the base URL end like /v1?` };
  }
  const { choices, usage, model: answered } = parsed.data;
  const { finish_reason: finish, message } = choices[0];
  if (message.refusal) return { ok: false, line: `passed on a refusal of ${model}: ${message.refusal}` };
  if (finish === "length")
    return {
      ok: false,
      line: `cut the answer off at ${maxOutputTokens} tokens; raise \`author.maxOutputTokens\` or ask for fewer candidates`,
    };
  if (finish === "content_filter") return { ok: false, line: "held the answer back by its content filter" };
  if (!message.content?.trim()) return { ok: false, line: `gave an empty answer (finish_reason ${finish ?? "not told"})` };
  return {
    ok: true,
    answer: {
      model: answered ?? model,
      text: message.content,
      finish: finish ?? "not told",
      usage: usage ? { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens } : null,
    },
  };
}
