import { setTimeout } from "node:timers/promises";
import OpenAI, { APIConnectionTimeoutError, APIError, APIUserAbortError } from "openai";
import { z } from "zod";
import { KilnError } from "../errors.ts";
import type { LanguageModel, Meter, ModelReply, ModelRequest } from "../asking.ts";
import { requestHash } from "./canonical.ts";
import { remedyFor, type Failure, type Manner } from "./endpoint-failure.ts";
import { patientFetch, tooLong } from "./patient-fetch.ts";
import { readCompletion, refusedIn, usageIn } from "./read-completion.ts";
import { safeLine, scrub } from "./scrub.ts";

/** How long and how often to ask. */
interface Patience {
  /** For one question, all its tries together. */
  readonly timeoutMs: number;
  /** Further tries after one that failed for now. */
  readonly retries: number;
  /** Sleeps; in a test it does not. */
  readonly wait: (ms: number) => Promise<void>;
  /** In [0, 1): spreads pauses, so that those who failed together do not return together. Touches no result. */
  readonly chance: () => number;
}

/** Models that think before they write a dozen functions take minutes, so a try may last as long as the question. */
const usualPatience: Patience = { timeoutMs: 30 * 60_000, retries: 5, wait: (ms) => setTimeout(ms), chance: Math.random };

type Asked =
  | { readonly ok: true; readonly answer: Answer; readonly usage: ModelReply["usage"] }
  | { readonly ok: false; readonly failure: Failure; readonly usage: ModelReply["usage"] | "nothing" };
type Answer = ReturnType<typeof readCompletion>;

/**
 * Chat completions of an OpenAI-compatible endpoint. Asks for strict structured output, where that is refused for a JSON object, and then
 * for text; what worked is remembered. The answer is not read here, only seen to be one.
 *
 * @param hear Hears of every try and pause, in a line without the key.
 * @throws {KilnError} "config" for a base URL or key that cannot be used; from `complete` "endpoint" when there is no answer for good.
 * No message and no reply holds the key.
 */
export function openAiModel(
  endpoint: { readonly baseURL: string; readonly apiKey: string },
  patience = usualPatience,
  hear: (line: string) => void = () => {},
): LanguageModel {
  const { timeoutMs, retries } = patience;
  const key = usableKey(endpoint.apiKey);
  const base = usableBase(endpoint.baseURL);
  const client = newClient(base, key, timeoutMs);
  const fail = (line: string) => new KilnError("endpoint", safeLine(`${base} ${line}`, key));
  let accepted: Manner = { format: "json_schema", limit: "max_completion_tokens" };

  const complete = async (request: ModelRequest, meter: Meter): Promise<ModelReply> => {
    const signal = AbortSignal.timeout(Math.max(1, Math.floor(Math.min(timeoutMs, meter.left()))));
    let manner = accepted;
    let failures = 0;
    const attempt = async (): Promise<Asked> => {
      meter.start();
      hear(safeLine(`asking ${request.model} for "${request.stage}", ${manner.format}, up to ${request.maxOutputTokens} tokens`, key));
      const asked = await ask(client, request, manner, signal);
      meter.end(asked.usage);
      return asked;
    };
    let asked = await attempt();
    while (!asked.ok) {
      const remedy = remedyFor(asked.failure, manner, request.model);
      hear(safeLine(`${base} ${remedy.line}`, key));
      if (asked.failure.code === "timeout" && meter.left() <= 0) throw meter.outOfTime();
      if (remedy.kind === "give up") throw fail(remedy.line);
      if (remedy.kind === "ask otherwise") {
        manner = remedy.manner;
      } else {
        failures += 1;
        if (failures > retries) throw fail(`${remedy.line}; that was try ${failures} of ${retries + 1}`);
        await pause(pauseMs(remedy.ms, failures, patience.chance()), meter);
      }
      asked = await attempt();
    }
    accepted = manner;
    if (!asked.answer.ok) throw fail(asked.answer.line);
    const { model, text, finish, usage } = asked.answer.answer;
    return {
      request: requestHash(request),
      stage: request.stage,
      requestedModel: request.model,
      model: safeLine(model, key),
      text: scrub(text, key),
      finish: safeLine(finish, key),
      usage,
    };
  };

  const pause = async (ms: number, meter: Meter): Promise<void> => {
    if (ms >= meter.left()) throw meter.outOfTime();
    hear(`pausing for ${Math.ceil(ms)} ms`);
    await patience.wait(ms);
  };
  return { complete };
}

/** What the endpoint asks for and up to a quarter of a second more, or a growing pause of which chance takes up to a half. */
function pauseMs(asked: number | null, failures: number, chance: number): number {
  return asked === null ? Math.min(500 << failures, 30_000) * (1 - chance / 2) : asked + 250 * chance;
}

/** Everything that the client would otherwise take from the environment is said here. */
function newClient(baseURL: string, apiKey: string, timeout: number): OpenAI {
  const nobody = { adminAPIKey: null, organization: null, project: null };
  return new OpenAI({ baseURL, apiKey, ...nobody, maxRetries: 0, timeout, logLevel: "off", fetch: patientFetch });
}

async function ask(client: OpenAI, request: ModelRequest, manner: Manner, signal: AbortSignal): Promise<Asked> {
  try {
    const completion: unknown = await client.chat.completions.create(body(request, manner), { signal });
    const refused = refusedIn(completion);
    if (refused !== null) return { ok: false, failure: { ...refused, headers: null }, usage: "nothing" };
    return { ok: true, answer: readCompletion(completion, request), usage: usageIn(completion) };
  } catch (error) {
    const failure = failureOf(error);
    const free = failure.status !== null || /ECONNREFUSED|ENOTFOUND|EAI_AGAIN/.test(failure.message);
    return { ok: false, failure, usage: free ? "nothing" : null };
  }
}

function body({ model, messages, schemaName, schema, maxOutputTokens }: ModelRequest, { format, limit }: Manner) {
  const common = { model, [limit]: maxOutputTokens };
  if (format === "json_schema") {
    const json_schema = { name: schemaName, strict: true, schema: z.record(z.string(), z.unknown()).parse(schema) };
    return { ...common, messages: [...messages], response_format: { type: format, json_schema } };
  }
  const shape = {
    role: "user" as const,
    content: `The answer is one JSON value that fits this JSON Schema, and nothing else:\n${JSON.stringify(schema)}`,
  };
  return { ...common, messages: [...messages, shape], ...(format === "json_object" ? { response_format: { type: format } } : {}) };
}

/** @throws What is neither the endpoint's nor the line's fault. */
function failureOf(error: unknown): Failure {
  const none = { status: null, code: null, headers: null };
  if (error instanceof APIUserAbortError || error instanceof APIConnectionTimeoutError) return { ...none, message: "", code: "timeout" };
  if (error instanceof SyntaxError) return { ...none, message: "an answer in JSON that breaks off" };
  if (!(error instanceof APIError)) throw error;
  const { status, code, headers, message, cause } = error;
  if (cause instanceof Error && cause.message === tooLong) return { ...none, message: tooLong, code: "too long" };
  return {
    status: typeof status === "number" ? status : null,
    code: typeof code === "string" ? code : null,
    headers: headers ?? null,
    message: cause instanceof Error ? cause.message : message,
  };
}

function usableKey(apiKey: string): string {
  const key = apiKey.trim();
  if (!/^[\x21-\x7e]+$/.test(key)) throw new KilnError("config", "OPENAI_API_KEY is empty or holds a character that no key has");
  return key;
}

/** Plain http would show the key to the network, so it is for this machine alone. */
function usableBase(baseURL: string): string {
  if (!URL.canParse(baseURL)) throw new KilnError("config", "the base URL is no URL; expected one like https://api.openai.com/v1");
  const url = new URL(baseURL);
  if (`${url.username}${url.password}${url.search}` !== "")
    throw new KilnError("config", `the base URL of ${url.host} holds a user, password or query; the key belongs into OPENAI_API_KEY`);
  const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (url.protocol === "https:" || (url.protocol === "http:" && loopback)) return baseURL;
  throw new KilnError("config", `the base URL ${url.origin} is not https; plain http is for this machine only`);
}
