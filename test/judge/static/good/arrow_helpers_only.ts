import type { Row } from "../row.ts";

const fold = (text: string | null): string => (text ?? "").toLowerCase().replace(/[’‘]/g, "'");
const hits = (text: string, signs: readonly RegExp[]): number => signs.filter((sign) => sign.test(text)).length;

const THANKS = [/\bthank(?:s| you)\b/, /\bcheers\b/, /\bappreciate\b/];

/** Thanks in all. */
export function arrow_helpers_only(row: Row): number {
  return hits(fold(row.subject), THANKS) + hits(fold(row.body), THANKS);
}
