import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { requestHash } from "../../generator/propose/canonical.ts";
import { openAiModel } from "../../generator/propose/open-ai.ts";
import type { Meter, ModelReply, ModelRequest } from "../../generator/asking.ts";
import { openLedger } from "../../generator/propose/ledger.ts";
import { chat, json, says, text, withEndpoint, type Answer, type Seen } from "./endpoint.ts";

const apiKey = "sk-test-0123456789abcdef";
const request: ModelRequest = {
  stage: "steps 1",
  model: "m",
  messages: [
    { role: "system", content: "rules" },
    { role: "user", content: "task" },
  ],
  schemaName: "candidates",
  schema: { type: "object", properties: {}, required: [], additionalProperties: false },
  maxOutputTokens: 500,
};

/** Nobody counts. */
const free: Meter = { start() {}, end() {}, left: () => Infinity, close() {}, outOfTime: () => new Error("time") };

interface Outcome {
  readonly reply: ModelReply | null;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly seen: readonly Seen[];
  readonly waits: readonly number[];
}

/** Asks once (or more often) with three retries; nobody sleeps, the waits are listed. */
async function ask(answers: readonly [Answer, ...Answer[]], times = 1, timeoutMs = 20_000): Promise<Outcome> {
  return withEndpoint(answers, async (baseURL, seen) => {
    const waits: number[] = [];
    const wait = async (ms: number) => void waits.push(ms);
    const model = openAiModel({ baseURL, apiKey }, { timeoutMs, retries: 3, wait, chance: () => 0 });
    let outcome: Omit<Outcome, "seen" | "waits"> = { reply: null, error: null };
    for (let i = 0; i < times; i++) {
      outcome = await model.complete(request, free).then(
        (reply) => ({ reply, error: null }),
        (error: { code: string; message: string }) => ({
          reply: null,
          error: { code: error.code, message: error.message.replace(baseURL, "URL") },
        }),
      );
    }
    return { ...outcome, seen: [...seen], waits };
  });
}

describe("an endpoint that answers", () => {
  test("is asked for strict structured output, by the key, and its reply is recorded without the prompt", async () => {
    const { reply, seen, waits } = await ask([says('{"candidates":[]}')]);
    expect(reply).toStrictEqual({
      request: requestHash(request),
      stage: "steps 1",
      requestedModel: "m",
      model: "m-2026",
      text: '{"candidates":[]}',
      finish: "stop",
      usage: { inputTokens: 11, outputTokens: 22 },
    });
    expect(waits).toStrictEqual([]);
    expect(seen).toStrictEqual([
      {
        url: "/v1/chat/completions",
        authorization: `Bearer ${apiKey}`,
        body: {
          model: "m",
          max_completion_tokens: 500,
          messages: request.messages,
          response_format: { type: "json_schema", json_schema: { name: "candidates", strict: true, schema: request.schema } },
        },
      },
    ]);
  });

  test("need not tell usage, model or reason", async () => {
    const { reply } = await ask([json(200, { choices: [{ message: { content: "x" } }] })]);
    expect(reply).toMatchObject({ model: "m", finish: "not told", usage: null });
  });

  test("may be cut off: what it wrote until then was paid for", async () => {
    const { reply } = await ask([chat({ finish_reason: "length", message: { content: '{"candidates":[{' } })]);
    expect(reply).toMatchObject({ text: '{"candidates":[{', finish: "length" });
  });

  test.each([[-1], [1e15], [0], ["many"], [1.5], [Number.NaN]])("may tell an absurd usage, %s, which counts as untold", async (tokens) => {
    const answer = { choices: [{ message: { content: "x" } }], usage: { prompt_tokens: 3, completion_tokens: tokens } };
    expect((await ask([json(200, answer)])).reply).toMatchObject({ text: "x", usage: null });
  });

  test.each([
    ["plain", apiKey],
    ["half of it", apiKey.slice(0, 14)],
    ["in base64", Buffer.from(apiKey).toString("base64")],
    ["in escapes of JSON", [...apiKey].map((letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join("")],
  ])("may not smuggle the key into the record, %s", async (_, quoted) => {
    const { reply } = await ask([says(`my key is ${quoted}.`)]);
    expect(reply?.text).toMatch(/^my key is \*\*\*[^\w]{0,2}\.$/);
  });

  test("may pack its answer", async () => {
    const body = gzipSync(JSON.stringify({ choices: [{ message: { content: "x" } }] }));
    const packed: Answer = (response) =>
      response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" }).end(body);
    expect((await ask([packed])).reply?.text).toBe("x");
  });
});

describe("an endpoint that is busy", () => {
  test("is asked again after the pause that it names, or a growing one", async () => {
    const date = { date: "Sun, 06 Nov 1994 08:49:30 GMT", "retry-after": "Sun, 06 Nov 1994 08:49:37 GMT" };
    const { reply, waits } = await ask([json(429, {}, { "retry-after": "2" }), json(503, {}, date), json(500, {}), says("x")]);
    expect(reply?.text).toBe("x");
    expect(waits).toStrictEqual([2000, 7000, 4000]);
  });

  test.each([408, 409, 429, 502, 999])("is asked again after status %i", async (status) => {
    expect((await ask([text(status, "wait", {}), says("x")])).reply?.text).toBe("x");
  });

  test("is given up after the last retry", async () => {
    const { error, seen, waits } = await ask([json(500, { error: { message: "over\nloaded" } })]);
    expect(error).toStrictEqual({ code: "endpoint", message: "URL answered 500 over loaded; that was try 4 of 4" });
    expect([seen.length, waits]).toStrictEqual([4, [1000, 2000, 4000]]);
  });

  test("is asked again where it passes on the failure of another one", async () => {
    const { reply, waits } = await ask([json(200, { error: { message: "upstream", code: 503 } }), says("x")]);
    expect([reply?.text, waits]).toStrictEqual(["x", [1000]]);
  });

  test("is left alone for a time that chance spreads", async () => {
    const waits: number[] = [];
    await withEndpoint([json(500, {}), json(503, {}, { "retry-after": "2" }), says("x")], async (baseURL) => {
      const patience = { timeoutMs: 20_000, retries: 3, wait: async (ms: number) => void waits.push(ms), chance: () => 0.5 };
      await openAiModel({ baseURL, apiKey }, patience).complete(request, free);
    });
    expect(waits).toStrictEqual([750, 2125]);
  });

  test("costs a try each time, and no more tries than the budget has", async () => {
    await withEndpoint([json(500, {})], async (baseURL, seen) => {
      const ledger = openLedger({ calls: 2, inputTokens: 99, outputTokens: 9999, money: null, minutes: 1 }, null, () => 0);
      const patience = { timeoutMs: 20_000, retries: 3, wait: async () => {}, chance: () => 0 };
      const asked = openAiModel({ baseURL, apiKey }, patience).complete(request, ledger.meterOf(request, 5));
      await expect(asked).rejects.toMatchObject({ code: "budget", message: expect.stringContaining("2 calls made, the budget is 2") });
      expect(seen.length).toBe(2);
    });
  });

  test("has until the budget's minutes end", async () => {
    await withEndpoint([() => {}], async (baseURL) => {
      const ledger = openLedger({ calls: 2, inputTokens: 99, outputTokens: 9999, money: null, minutes: 0.002 }, null, () =>
        performance.now(),
      );
      const asked = openAiModel({ baseURL, apiKey }).complete(request, ledger.meterOf(request, 5));
      await expect(asked).rejects.toMatchObject({ code: "budget", message: expect.stringContaining("0.002 minutes") });
    });
  });

  test("is given up at once when it wants a long pause, or money", async () => {
    expect((await ask([json(429, {}, { "retry-after": "3600" })])).error?.message).toBe(
      "URL asks for a pause of 3600 s (429); run again then",
    );
    const broke = { error: { message: "You exceeded your current quota", code: "insufficient_quota" } };
    expect((await ask([json(429, broke)])).error?.message).toBe("URL says that the account has no credit left (429)");
  });

  test("is asked again when the line breaks or the JSON breaks off", async () => {
    const cut = text(200, '{"choices":[{"mess', { "content-type": "application/json" });
    const { reply, waits } = await ask([(response) => response.destroy(), cut, says("x")]);
    expect([reply?.text, waits.length]).toStrictEqual(["x", 2]);
    expect((await ask([cut])).error).toStrictEqual({
      code: "endpoint",
      message: "URL cannot be reached (an answer in JSON that breaks off); that was try 4 of 4",
    });
  });

  test("has a deadline over all tries", async () => {
    const { error } = await ask([() => {}], 1, 150);
    expect(error).toStrictEqual({ code: "endpoint", message: "URL gave no answer in the time that one question may take" });
  });
});

describe("an endpoint that does not know the newest way", () => {
  const noSchema = json(400, { error: { message: "response_format json_schema is not supported" } });
  const noObject = json(422, { detail: "unsupported" });
  const noLimit = json(400, { error: { message: "unknown parameter max_completion_tokens" } });

  test("is asked for a JSON object, then for text, each time told the schema, and not asked in vain again", async () => {
    const { reply, seen, waits } = await ask([noSchema, noObject, says("x")], 2);
    expect([reply?.text, waits]).toStrictEqual(["x", []]);
    expect(seen.map(formatOf)).toStrictEqual(["json_schema", "json_object", "text", "text"]);
    const told = {
      role: "user",
      content: `The answer is one JSON value that fits this JSON Schema, and nothing else:\n${JSON.stringify(request.schema)}`,
    };
    const longer = [...request.messages, told];
    expect(seen.map(({ body }) => body["messages"])).toStrictEqual([request.messages, longer, longer, longer]);
  });

  test("is told the limit by its old name", async () => {
    const { seen } = await ask([noLimit, says("x")], 2);
    expect(seen.map(({ body }) => [body["max_completion_tokens"], body["max_tokens"]])).toStrictEqual([
      [500, undefined],
      [undefined, 500],
      [undefined, 500],
    ]);
  });

  test("and refuses text as well is given up", async () => {
    const { error, seen } = await ask([noSchema]);
    expect(error?.message).toBe("URL did not accept the request (400 response_format json_schema is not supported)");
    expect(seen.map(formatOf)).toStrictEqual(["json_schema", "json_object", "text"]);
  });
});

describe("an endpoint that will not answer is one clear line", () => {
  test.each<[string, Answer, string]>([
    [
      "the key is unknown",
      json(401, { error: { message: `Incorrect API key: ${apiKey}` } }),
      "does not know the key (401); check OPENAI_API_KEY",
    ],
    ["the key may not", json(403, {}), "does not let this key use the model m (403); check the key's rights and region"],
    [
      "the model is unknown",
      json(404, {}),
      "knows no model m, or no such path (404); check `author.model`, and that the base URL ends like /v1",
    ],
    [
      "the prompt is too long",
      json(400, { error: { message: "context length exceeded" } }),
      "did not accept the request (400 context length exceeded)",
    ],
    ["it moved", text(302, "", { location: "http://127.0.0.1:1/" }), "answered 302 status code (no body)"],
    [
      "it quotes the key",
      json(418, { error: { message: `no ${apiKey} nor sk-tes***cdef nor Bearer abcdef` } }),
      "answered 418 no *** nor sk-*** nor Bearer ***",
    ],
    [
      "it is a web page",
      text(200, "<!doctype html>\n<p>hi", { "content-type": "text/html" }),
      "answered no chat completion but <!doctype html> <p>hi; does the base URL end like /v1?",
    ],
    ["it has another shape", json(200, { answer: 42 }), 'answered no chat completion but {"answer":42}; does the base URL end like /v1?'],
    ["it says nothing at all", text(204, "", {}), "answered no chat completion but null; does the base URL end like /v1?"],
    ["it has no choice", json(200, { choices: [] }), 'answered no chat completion but {"choices":[]}; does the base URL end like /v1?'],
    [
      "the model refuses",
      chat({ finish_reason: "stop", message: { content: null, refusal: "I will not." } }),
      "passed on a refusal of m: I will not.",
    ],
    [
      "the answer is cut before its first word",
      chat({ finish_reason: "length", message: { content: "" } }),
      "cut the answer off at 500 tokens; raise `author.maxOutputTokens` or ask for fewer candidates",
    ],
    [
      "a filter steps in",
      chat({ finish_reason: "content_filter", message: { content: "" } }),
      "held the answer back by its content filter",
    ],
    ["the answer is empty", says(" \n"), "gave an empty answer (finish_reason stop)"],
  ])("when %s", async (_, answer, line) => {
    const { error, seen } = await ask([answer]);
    expect(error).toStrictEqual({ code: "endpoint", message: `URL ${line}` });
    expect(seen.length).toBe(1);
  });

  test("when nobody listens", async () => {
    const gone = await withEndpoint([says("x")], async (baseURL) => baseURL);
    const model = openAiModel({ baseURL: gone, apiKey }, { timeoutMs: 20_000, retries: 0, wait: async () => {}, chance: () => 0 });
    await expect(model.complete(request, free)).rejects.toMatchObject({
      code: "endpoint",
      message: expect.stringMatching(/ cannot be reached \(connect ECONNREFUSED 127\.0\.0\.1:\d+\); that was try 1 of 1$/),
    });
  });
});

test("a long complaint is shortened", async () => {
  const { error } = await ask([json(418, { error: { message: "no ".repeat(9999) } })]);
  expect(error?.message).toMatch(/^URL answered 418 no (no )+n?o?…$/);
  expect(error?.message.length).toBeLessThan(410);
});

test("a placeholder for a key is no secret, so the answer is left as it is", async () => {
  const text = await withEndpoint([says("export function x() {}")], async (baseURL) => {
    const { complete } = openAiModel({ baseURL, apiKey: "x" });
    return (await complete(request, free)).text;
  });
  expect(text).toBe("export function x() {}");
});

describe("what cannot be used is refused before anything is sent", () => {
  test.each([
    ["ftp://x", "the base URL ftp://x is not https; plain http is for this machine only"],
    ["http://10.0.0.1/v1", "the base URL http://10.0.0.1 is not https; plain http is for this machine only"],
    ["http://localhost.evil.example/v1", "the base URL http://localhost.evil.example is not https; plain http is for this machine only"],
    ["api.openai.com", "the base URL is no URL; expected one like https://api.openai.com/v1"],
    ["https://me:secret@x.example/v1", "the base URL of x.example holds a user, password or query; the key belongs into OPENAI_API_KEY"],
    ["https://x.example/v1?key=secret", "the base URL of x.example holds a user, password or query; the key belongs into OPENAI_API_KEY"],
  ])("as base URL %s", (baseURL, message) => {
    expect(() => openAiModel({ baseURL, apiKey })).toThrow(expect.objectContaining({ code: "config", message }));
  });

  test.each(["", " ", "sk-a\nb", "sk-ä"])("as key %j", (bad) => {
    const message = "OPENAI_API_KEY is empty or holds a character that no key has";
    expect(() => openAiModel({ baseURL: "https://x.example/v1", apiKey: bad })).toThrow(
      expect.objectContaining({ code: "config", message }),
    );
  });
});

function formatOf({ body }: Seen): unknown {
  return (body["response_format"] as { type: string } | undefined)?.type ?? "text";
}
