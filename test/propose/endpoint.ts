import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a test endpoint saw of one call. */
export interface Seen {
  readonly url: string;
  readonly authorization: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export type Answer = (response: ServerResponse) => void;

/** An endpoint on loopback that gives the listed answers in turn, the last one for ever, while a test uses it. */
export async function withEndpoint<T>(
  answers: readonly [Answer, ...Answer[]],
  use: (baseURL: string, seen: readonly Seen[]) => Promise<T>,
): Promise<T> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      seen.push({ url: request.url ?? "", authorization: request.headers.authorization ?? "", body });
      (answers[seen.length - 1] ?? answers.at(-1)!)(response);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  try {
    return await use(`http://127.0.0.1:${port}/v1`, seen);
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString("utf8")) as Record<string, unknown>;
}

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return text(status, JSON.stringify(value), { "content-type": "application/json", ...headers });
}

export function text(status: number, body: string, headers: Readonly<Record<string, string>>): Answer {
  return (response) => response.writeHead(status, headers).end(body);
}

/** A chat completion with this choice. */
export function chat(choice: Readonly<Record<string, unknown>>): Answer {
  const usage = { prompt_tokens: 11, completion_tokens: 22, total_tokens: 33 };
  return json(200, { id: "c", object: "chat.completion", created: 0, model: "m-2026", choices: [{ index: 0, ...choice }], usage });
}

export function says(content: string): Answer {
  return chat({ finish_reason: "stop", message: { role: "assistant", content, refusal: null } });
}
