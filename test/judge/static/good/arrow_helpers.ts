import type { Row } from "../row.ts";

const fold = (text: string | null): string => (text ?? "").toLowerCase().trim();
const count = (text: string, patterns: readonly RegExp[]): number => patterns.filter((p) => p.test(text)).length;

const GOOD: readonly RegExp[] = [/\bthank/, /\bgreat\b/, /\blove\b/];
const BAD: readonly RegExp[] = [/\bterrible\b/, /\bangry\b/, /\bworst\b/, /\bunacceptable\b/];

/** Friendly signs minus angry ones. */
export function arrow_helpers(row: Row): number {
  const text = `${fold(row.subject)} ${fold(row.body)}`;
  return count(text, GOOD) - count(text, BAD);
}
