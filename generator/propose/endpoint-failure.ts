import { retryAfterMs } from "./retry-after.ts";

/** How a question is put to an endpoint. Not every one knows the newest way, so there are three forms of answer and two names of the limit. */
export interface Manner {
  readonly format: "json_schema" | "json_object" | "text";
  readonly limit: "max_completion_tokens" | "max_tokens";
}

/** What went wrong, without the client's classes. Status null: no answer came, or one that breaks off. */
export interface Failure {
  readonly status: number | null;
  readonly message: string;
  readonly code: string | null;
  readonly headers: Headers | null;
}

/** What to do about it. `line` is for people and may quote the endpoint. */
type Remedy =
  | { readonly kind: "ask otherwise"; readonly manner: Manner; readonly line: string }
  | { readonly kind: "wait"; readonly ms: number | null; readonly line: string }
  | { readonly kind: "give up"; readonly line: string };

/** An endpoint that wants a longer pause than this is given up; whoever waits can run again. */
const longestWaitMs = 60_000;

/** Decides between another manner, a pause and giving up. */
export function remedyFor({ status, message, code, headers }: Failure, manner: Manner, model: string): Remedy {
  if (code === "timeout") return giveUp("gave no answer in the time that one question may take");
  if (code === "too long") return giveUp(`gave ${message}; does the base URL end like /v1?`);
  if (status === 413) return giveUp("finds the prompt too large (413); lower `author.examples`, or send less of the columns");
  if (status === 400 || status === 422) {
    const other = otherManner(message, manner);
    const line = `did not accept the request (${message})`;
    return other === null ? giveUp(line) : { kind: "ask otherwise", manner: other, line };
  }
  if (status === 401) return giveUp("does not know the key (401); check OPENAI_API_KEY");
  if (status === 403) return giveUp(`does not let this key use the model ${model} (403); check the key's rights and region`);
  if (status === 404)
    return giveUp(`knows no model ${model}, or no such path (404); check \`author.model\`, and that the base URL ends like /v1`);
  if (status === 429 && code === "insufficient_quota") return giveUp("says that the account has no credit left (429)");
  if (status !== null && status !== 408 && status !== 409 && status !== 429 && status < 500) return giveUp(`answered ${message}`);
  const ms = headers === null ? null : retryAfterMs(headers);
  if (ms !== null && ms > longestWaitMs) return giveUp(`asks for a pause of ${Math.ceil(ms / 1000)} s (${status}); run again then`);
  return { kind: "wait", ms, line: status === null ? `cannot be reached (${message})` : `answered ${message}` };
}

/** The client drops bodies that it does not know, so a refusal without a word may be about the format, too. */
function otherManner(message: string, { format, limit }: Manner): Manner | null {
  if (limit === "max_completion_tokens" && /max_completion_tokens/.test(message)) return { format, limit: "max_tokens" };
  const about = /response_format|json_schema|json_object|schema|structured|grammar|no body/i.test(message);
  if (!about || format === "text") return null;
  return { format: format === "json_schema" ? "json_object" : "text", limit };
}

function giveUp(line: string): Remedy {
  return { kind: "give up", line };
}
