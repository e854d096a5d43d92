import type { Row } from "../row.ts";

/** A number for the channel. */
export function switch_channel(row: Row): 0 | 1 | 2 | 3 {
  switch ((row.channel ?? "").trim().toLowerCase()) {
    case "email":
    case "mail": {
      return 1;
    }
    case "phone":
      return 2;
    case "chat":
      return 3;
    default:
      return 0;
  }
}
