import { setTimeout } from "node:timers/promises";
import OpenAI, { APIConnectionTimeoutError, APIError, APIUserAbortError } from "openai";
import { z } from "zod";
import { KilnError } from "../errors.ts";
import type { LanguageModel, ModelReply, ModelRequest } from "../asking.ts";
import { requestHash } from "./canonical.ts";
import { remedyFor, type Failure, type Manner } from "./endpoint-failure.ts";
import { patientFetch } from "./patient-fetch.ts";
import { readCompletion } from "./read-completion.ts";
import { safeLine, scrub } from "./scrub.ts";

/** How long and how often to ask. */
interface Patience {
  /** For one question, all its tries together. */
  readonly timeoutMs: number;
  /** Further tries after one that failed for now. */
  readonly retries: number;
  /** Sleeps; in a test it does not. */
  readonly wait: (ms: number) => Promise<void>;
}

/** Models that think before they write a dozen functions take minutes, so a try may last as long as the question. */
const usualPatience: Patience = { timeoutMs: 30 * 60_000, retries: 5, wait: (ms) => setTimeout(ms) };

type Asked = { readonly ok: true; readonly completion: unknown } | { readonly ok: false; readonly failure: Failure };

/**
 * Chat completions of an OpenAI-compatible endpoint. Asks for strict structured output, where that is refused for a JSON object, and then
 * for text; what worked is remembered. The answer is not read here, only seen to be whole.
 *
 * @throws {KilnError} "config" for a base URL or key that cannot be used; from `complete` "endpoint" when there is no answer for good.
 * No message and no reply holds the key.
 */
export function openAiModel(endpoint: { readonly baseURL: string; readonly apiKey: string }, patience = usualPatience): LanguageModel {
  const { timeoutMs, retries, wait } = patience;
  const key = usableKey(endpoint.apiKey);
  const base = usableBase(endpoint.baseURL);
  const client = newClient(base, key, timeoutMs);
  const fail = (line: string) => new KilnError("endpoint", safeLine(`${base} ${line}`, key));
  let accepted: Manner = { format: "json_schema", limit: "max_completion_tokens" };

  const complete = async (request: ModelRequest): Promise<ModelReply> => {
    const signal = AbortSignal.timeout(timeoutMs);
    let manner = accepted;
    let failures = 0;
    let asked = await ask(client, request, manner, signal);
    while (!asked.ok) {
      const remedy = remedyFor(asked.failure, manner, request.model);
      if (remedy.kind === "give up") throw fail(remedy.line);
      if (remedy.kind === "ask otherwise") {
        manner = remedy.manner;
      } else {
        failures += 1;
        if (failures > retries) throw fail(`${remedy.line}; that was try ${failures} of ${retries + 1}`);
        await wait(remedy.ms ?? Math.min(500 << failures, 30_000));
      }
      asked = await ask(client, request, manner, signal);
    }
    accepted = manner;
    const read = readCompletion(asked.completion, request);
    if (!read.ok) throw fail(read.line);
    return {
      request: requestHash(request),
      stage: request.stage,
      requestedModel: request.model,
      ...read.answer,
      model: safeLine(read.answer.model, key),
      text: scrub(read.answer.text, key),
    };
  };
  return { complete };
}

/** Everything that the client would otherwise take from the environment is said here. */
function newClient(baseURL: string, apiKey: string, timeout: number): OpenAI {
  const nobody = { adminAPIKey: null, organization: null, project: null };
  return new OpenAI({ baseURL, apiKey, ...nobody, maxRetries: 0, timeout, logLevel: "off", fetch: patientFetch });
}

async function ask(client: OpenAI, request: ModelRequest, manner: Manner, signal: AbortSignal): Promise<Asked> {
  try {
    return { ok: true, completion: await client.chat.completions.create(body(request, manner), { signal }) };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
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
