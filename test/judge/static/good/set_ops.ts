import type { Row } from "../row.ts";

const ACCOUNT = new Set(["login", "password", "account", "email"]);
const BILLING = new Set(["invoice", "charge", "refund", "payment"]);

/** Billing words minus account words. */
export function set_ops(row: Row): number {
  const words = new Set((row.body ?? "").toLowerCase().match(/\b[a-z]+\b/g) ?? []);
  const billing = [...BILLING].filter((w) => words.has(w)).length;
  const account = [...ACCOUNT].filter((w) => words.has(w)).length;
  return billing - account;
}
