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
