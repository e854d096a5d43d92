import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";

/** Bytes of an answer that are read, and that it may unpack to; a thousand pages. */
const most = 16 * 1024 * 1024;

const unpackers = new Map([
  ["gzip", gunzipSync],
  ["x-gzip", gunzipSync],
  ["deflate", inflateSync],
  ["br", brotliDecompressSync],
]);

/**
 * `fetch` for one POST whose answer may take its time. Node's own gives up after five minutes without headers, and a model that thinks
 * longer would be paid for and asked again. Follows no redirect, so the key goes nowhere else.
 *
 * @throws {Error} When the line breaks, or the answer is longer than 16 MiB or packed in a way that cannot be undone.
 */
export async function patientFetch(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : input);
  const send = url.protocol === "http:" ? requestHttp : requestHttps;
  const headers = { ...Object.fromEntries(new Headers(init.headers).entries()), "accept-encoding": "identity" };
  const signal = init.signal ? { signal: init.signal } : {};
  return new Promise((done, fail) => {
    const sent = send(url, { method: init.method ?? "POST", headers, ...signal }, (answer) => {
      const parts: Buffer[] = [];
      let length = 0;
      answer.on("data", (part: Buffer) => {
        length += part.length;
        if (length > most) answer.destroy(new Error(tooLong));
        else parts.push(part);
      });
      answer.on("error", fail);
      answer.on("end", () => {
        const received = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
        try {
          const body = unpacked(Buffer.concat(parts), answer.headers["content-encoding"]);
          done(toResponse(answer.statusCode ?? 0, received, body));
        } catch {
          fail(new Error("an answer whose packing cannot be undone"));
        }
      });
    });
    sent.setSocketKeepAlive(true, 30_000);
    sent.on("error", fail);
    sent.end(init.body);
  });
}

/** Says so where it is caught: asking again would not help. */
export const tooLong = `an answer of more than ${most / 1024 / 1024} MiB`;

function unpacked(body: Buffer, encoding: string | undefined): Buffer {
  const unpack = unpackers.get(encoding?.trim().toLowerCase() ?? "");
  return unpack === undefined || body.length === 0 ? body : unpack(body, { maxOutputLength: most });
}

/** `Response` refuses a body with some statuses, and statuses that no standard knows. */
function toResponse(status: number, headers: [string, string][], body: Buffer): Response {
  const known = status >= 200 && status <= 599 ? status : 502;
  return new Response([204, 205, 304].includes(known) ? null : body, { status: known, headers });
}
