import type { ModelRequest } from "../asking.ts";

/** Tokens of a text: what is likely, and what other tokenizers may make of it at the least and at the most. */
export interface TokenRange {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** Tokens around a message, and around all of a request. */
const perMessage = 4;
const perRequest = 200;

/**
 * Input tokens of a request, by OpenAI's o200k_base; other families were seen to make 0.8 to 1.6 times as many of prose and code. A token
 * is never shorter than a byte, so there are never more than bytes.
 */
export async function tokensOf({ messages, schema }: Pick<ModelRequest, "messages" | "schema">): Promise<TokenRange> {
  const { countTokens } = await import("gpt-tokenizer/encoding/o200k_base");
  const texts = [...messages.map(({ content }) => content), JSON.stringify(schema)];
  const own = texts.reduce((sum, text) => sum + countTokens(text, { disallowedSpecial: new Set() }), 0);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const around = perRequest + perMessage * messages.length;
  return { low: Math.ceil(0.8 * own), likely: own + around, high: Math.min(Math.ceil(1.6 * own), bytes) + around };
}
