import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";

/**
 * `fetch` for one POST whose answer may take its time. Node's own gives up after five minutes without headers, and a model that thinks
 * longer would be paid for and asked again. Follows no redirect, so the key goes nowhere else.
 */
export async function patientFetch(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : input);
  const send = url.protocol === "http:" ? requestHttp : requestHttps;
  const headers = Object.fromEntries(new Headers(init.headers).entries());
  const signal = init.signal ? { signal: init.signal } : {};
  return new Promise((done, fail) => {
    const sent = send(url, { method: init.method ?? "POST", headers, ...signal }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", fail);
      answer.on("end", () => {
        const received = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
        done(toResponse(answer.statusCode ?? 0, received, Buffer.concat(parts)));
      });
    });
    sent.setSocketKeepAlive(true, 30_000);
    sent.on("error", fail);
    sent.end(init.body);
  });
}

/** `Response` refuses a body with some statuses, and statuses that no standard knows. */
function toResponse(status: number, headers: [string, string][], body: Buffer): Response {
  const known = status >= 200 && status <= 599 ? status : 502;
  return new Response([204, 205, 304].includes(known) ? null : body, { status: known, headers });
}
