/** Why a run stopped. The code decides the exit status; see `exitCodes`. */
type ErrorCode = "usage" | "config" | "check" | "reply-missing" | "endpoint" | "budget" | "data" | "locked" | "disk" | "interrupted";

/** What the process ends with, by code. */
export const exitCodes: Readonly<Record<ErrorCode, number>> = {
  usage: 1,
  config: 1,
  check: 2,
  "reply-missing": 3,
  endpoint: 3,
  budget: 4,
  data: 5,
  locked: 1,
  disk: 1,
  interrupted: 130,
};

/** A run that cannot go on. The message is one line: what was found, what was expected, where. */
export class KilnError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = "KilnError";
    this.code = code;
  }
}

/** What the system says of a disk that takes no more, or a place where nothing may be written. */
const diskCodes = new Set(["ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EIO", "EMFILE", "ENFILE", "EFBIG", "ENOTDIR", "EBUSY"]);

/** An error of the file system as one line; null where it is something else. */
export function diskError(error: unknown): KilnError | null {
  if (!(error instanceof Error && "code" in error && "syscall" in error)) return null;
  if (typeof error.code !== "string" || !diskCodes.has(error.code)) return null;
  return new KilnError(
    "disk",
    `the disk failed: ${error.message}; models/ and generated/ are whole, old or new, every answer so far is recorded, and the same command goes on from here`,
  );
}
