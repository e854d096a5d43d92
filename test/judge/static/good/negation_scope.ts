import type { Row } from "../row.ts";

const NEGATION = /^(?:not|never|no|dont|cant|wont|didnt|isnt)$/;
const TARGET = /^(?:refund|cancel|charge|pay)/;

/** How many targets stand within three words after a negation. */
export function negation_scope(row: Row): number {
  const words = (row.body ?? "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
  let scope = 0;
  let found = 0;
  for (const word of words) {
    if (NEGATION.test(word)) {
      scope = 3;
      continue;
    }
    if (scope > 0) {
      if (TARGET.test(word)) found += 1;
      scope -= 1;
    }
  }
  return found;
}
