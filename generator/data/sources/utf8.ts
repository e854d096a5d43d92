import { isUtf8 } from "node:buffer";
import { KilnError } from "../../errors.ts";

export const LF = 10;
export const CR = 13;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Bytes of a byte order mark at the start of a file. */
export function bomLength(bytes: Buffer): number {
  return bytes.subarray(0, 3).equals(BOM) ? 3 : 0;
}

/** @throws {KilnError} "data" when a file starts with the mark of UTF-16. */
export function refuseUtf16(bytes: Buffer, file: string): void {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new KilnError("data", `${file} is UTF-16; expected UTF-8`);
}

/**
 * @param line Physical line of the first byte.
 * @throws {KilnError} "data" with the line of the first bytes that are not UTF-8.
 */
export function refuseOtherEncodings(bytes: Buffer, file: string, line: number): void {
  if (isUtf8(bytes)) return;
  let at = line;
  for (let start = 0; start < bytes.length; at++) {
    const end = bytes.indexOf(LF, start);
    const next = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(start, next))) break;
    start = next;
  }
  throw new KilnError("data", `${file}:${at} holds bytes that are not UTF-8; save the file as UTF-8`);
}
