import { createHash } from "node:crypto";
import type { ModelRequest } from "../asking.ts";

/** What a recorded answer is known by: SHA-256 of everything that decides it. The stage is not part, since it is only a name for people. */
export function requestHash({ model, messages, schemaName, schema, maxOutputTokens }: ModelRequest): string {
  return createHash("sha256").update(canonical({ model, messages, schemaName, schema, maxOutputTokens })).digest("hex");
}

/** JSON without white space, keys sorted by code unit at every depth. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
}
