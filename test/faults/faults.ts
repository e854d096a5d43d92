import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { chat, json, says, text, type Answer } from "../propose/endpoint.ts";

/** What an endpoint does wrong, and what becomes of a run that meets it for ever: it goes on, or it ends by a clear line. */
export interface Fault {
  readonly name: string;
  readonly answer: Answer;
  readonly ends: boolean;
}

export const apiKey = "sk-live-0123456789abcdefghijkl";

const date = "Sun, 06 Nov 1994 08:49:37 GMT";
const error = (message: string): unknown => ({ error: { message, type: "x", code: null } });
const jsonType = { "content-type": "application/json" };

/** Statuses with which an endpoint refuses or fails. */
const statuses = [400, 401, 402, 403, 404, 405, 408, 409, 413, 418, 422, 425, 429, 500, 501, 502, 503, 504, 520, 529, 999];

/** All forms of asking for a pause, sensible or not. */
const pauses: readonly Readonly<Record<string, string>>[] = [
  { "retry-after": "1" },
  { "retry-after": "0.5" },
  { "retry-after": "86400" },
  { "retry-after": "-1" },
  { "retry-after": "soon" },
  { "retry-after-ms": "20" },
  { "retry-after": "Sun, 06 Nov 1994 08:49:39 GMT", date },
  { "retry-after": "Sun, 06 Nov 2094 08:49:39 GMT", date },
  { "retry-after": "Sunday, 06-Nov-94 08:49:39 GMT", date },
];

const broken: Readonly<Record<string, Answer>> = {
  "a web page under 200": text(200, "<!doctype html><h1>Sign in</h1>", { "content-type": "text/html" }),
  "a web page under 502": text(502, "<html>Bad gateway</html>", { "content-type": "text/html" }),
  "nothing under 200": text(200, "", jsonType),
  "204": text(204, "", {}),
  "a redirect": text(302, "", { location: "http://127.0.0.1:1/v1" }),
  "JSON that breaks off": text(200, '{"choices":[{"message":{"content":"{', jsonType),
  "a list": json(200, [1, 2]),
  null: json(200, null),
  "bytes that are no text": (response) => response.writeHead(200, jsonType).end(Buffer.from([0xff, 0xfe, 0x00, 0x80])),
  "packing that is none": (response) => response.writeHead(200, { ...jsonType, "content-encoding": "gzip" }).end("plain"),
  "a packed bomb": (response) =>
    response.writeHead(200, { ...jsonType, "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(64 * 1024 * 1024))),
  "50 MB": (response) => response.writeHead(200, jsonType).end(Buffer.alloc(50 * 1024 * 1024, 32)),
  "no end": (response) => {
    response.writeHead(200, jsonType);
    const more = (): void => void (response.destroyed || (response.write(Buffer.alloc(1024 * 1024, 32)), setImmediate(more)));
    more();
  },
  "a reset before the headers": (response) => response.destroy(),
  "a reset in the body": (response) => {
    response.writeHead(200, { ...jsonType, "content-length": "1000" });
    response.write('{"choices":', () => response.destroy());
  },
  "a close before the announced length": (response) => {
    response.writeHead(200, { ...jsonType, "content-length": "1000" });
    response.write("{", () => response.socket?.end());
  },
  "no HTTP": (response) => response.socket?.end("HELLO\r\n\r\n"),
  "no headers": () => {},
  "headers and no body": (response) => void response.writeHead(200, jsonType).flushHeaders(),
  "a byte now and then": (response) => drip(response),
  "an event stream": text(200, 'data: {"choices":[{"delta":{"content":"x"}}]}\n\ndata: [DONE]\n\n', {
    "content-type": "text/event-stream",
  }),
  "a failure passed on under 200": json(200, { error: { message: "upstream overloaded", code: 529 } }),
  "a failure without a code under 200": json(200, error("internal")),
  "no choices": json(200, { choices: [] }),
  "a quota used up": json(429, { error: { message: "quota", code: "insufficient_quota" } }),
  "a refusal": chat({ finish_reason: "stop", message: { content: null, refusal: "I will not." } }),
  "a cut before the first word": chat({ finish_reason: "length", message: { content: "" } }),
  "a content filter": chat({ finish_reason: "content_filter", message: { content: "" } }),
  "an empty answer": says(""),
  "a tool call": chat({ finish_reason: "tool_calls", message: { content: null, tool_calls: [{ id: "1", type: "function" }] } }),
  "an error that quotes the key": json(400, error(`bad key ${apiKey}`)),
  "a header that quotes the key": json(401, error("no"), { "www-authenticate": apiKey }),
};

/** Odd answers that are answers all the same; `good` is what a healthy endpoint would say. */
function odd(good: string): Readonly<Record<string, Answer>> {
  const whole = (changes: Readonly<Record<string, unknown>>, content: unknown = good): Answer =>
    json(200, {
      id: "c",
      model: "m-1",
      choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content } }],
      usage: { prompt_tokens: 1, completion_tokens: 1 },
      ...changes,
    });
  return {
    "prose around the JSON": says(`Sure!\n\n${good}\n\nHope that helps.`),
    "a fence around the JSON": says(`\`\`\`json\n${good}\n\`\`\``),
    "only prose": says("I am sorry."),
    "another schema": says('{"functions":[{"title":"x"}]}'),
    "candidates of another table": says(good.replaceAll("note", "diagnosis")),
    "a cut in the last candidate": chat({ finish_reason: "length", message: { content: good.slice(0, -40) } }),
    "no usage": whole({ usage: undefined }),
    "negative usage": whole({ usage: { prompt_tokens: -5, completion_tokens: -5 } }),
    "endless usage": whole({ usage: { prompt_tokens: 1e300, completion_tokens: 1e300 } }),
    "usage in words": whole({ usage: { prompt_tokens: "many", completion_tokens: null } }),
    "no model, no reason": json(200, { choices: [{ message: { content: good } }] }),
    "another model": whole({ model: "gpt-from-elsewhere" }),
    "a model that is the key": whole({ model: apiKey }),
    "a reason that is the key": json(200, { model: "m", choices: [{ finish_reason: apiKey, message: { content: good } }] }),
    "a content that quotes the key": says(good.replace("Pips.", `Pips ${apiKey}.`)),
    "the key in escapes": says(
      good.replace("Pips.", [...apiKey].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")),
    ),
    "two choices": json(200, { choices: [{ message: { content: good } }, { message: { content: "no" } }] }),
    "brackets without end": says(`{"candidates":${"[".repeat(100_000)}`),
    "ten thousand candidates": says(JSON.stringify({ candidates: Array.from({ length: 10_000 }, () => ({ kind: "feature", name: "x" })) })),
    "names that are none": says(good.replaceAll("has_pip", "__proto__")),
    "NUL and half characters": says(good.replace("Pips.", "\u0000\ud800 \u202e")),
    "a megabyte of blanks": says(" ".repeat(1_000_000) + good),
  };
}

/** Every fault. */
export function faults(good: string): Fault[] {
  return [
    ...statuses.map((status) => ({ name: `status ${status}`, answer: json(status, error(`fault ${status}`)), ends: true })),
    ...pauses.map((headers) => ({ name: `429 ${JSON.stringify(headers)}`, answer: json(429, error("slow down"), headers), ends: true })),
    ...Object.entries(broken).map(([name, answer]) => ({ name, answer, ends: true })),
    ...Object.entries(odd(good)).map(([name, answer]) => ({ name, answer, ends: false })),
  ];
}

function drip(response: ServerResponse): void {
  response.writeHead(200, jsonType);
  const timer = setInterval(() => response.write(" "), 50);
  response.on("close", () => clearInterval(timer));
}
