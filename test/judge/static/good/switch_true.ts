import type { Row } from "../row.ts";

/** How long the customer has been with us, in words. */
export function switch_true(row: Row): "new" | "regular" | "loyal" | "unknown" {
  const days = row.tenure_days;
  switch (true) {
    case days === null:
      return "unknown";
    case days !== null && days < 30:
      return "new";
    case days !== null && days < 365:
      return "regular";
    default:
      return "loyal";
  }
}
