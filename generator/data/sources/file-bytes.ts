import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { KilnError } from "../../errors.ts";

/** A file as it comes in; gzip is undone where the name ends in ".gz". */
interface FileBytes {
  readonly chunks: AsyncIterable<Buffer>;
  /** Share of the file's bytes that were read. */
  readonly share: () => number;
  /** Of the bytes as they lie on disk, in hex; after the last chunk. */
  readonly sha256: () => string;
}

const chunkBytes = 2 * 1024 * 1024;

/** @throws {KilnError} "data" when there is no readable file, or its gzip is broken. */
export async function openBytes(path: string): Promise<FileBytes> {
  const { size } = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  const hash = createHash("sha256");
  let read = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      read += chunk.length;
      yield chunk;
    }
  }
  const zipped = path.toLowerCase().endsWith(".gz");
  const unzipped = zipped ? pipeline(Readable.from(counted()), createGunzip({ chunkSize: chunkBytes }), () => {}) : counted();
  return {
    chunks: clean(unzipped, path),
    share: () => (size === 0 ? 1 : Math.min(1, read / size)),
    sha256: () => hash.digest("hex"),
  };
}

async function* clean(stream: AsyncIterable<unknown>, path: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) if (Buffer.isBuffer(chunk)) yield chunk;
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): KilnError {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  if (code.startsWith("Z_")) return new KilnError("data", `${path} is not whole gzip (${code}); expected what its ending .gz says`);
  return new KilnError("data", `${path} cannot be read (${code}); expected a file of rows`);
}
