import type { Row } from "../row.ts";

const CLOSINGS = ["best regards", "kind regards", "cheers", "thanks", "sincerely"];

function withoutSignature(text: string): string {
  const lines = text.split("\n");
  for (let i = Math.max(0, lines.length - 6); i < lines.length; i++) {
    const line = (lines[i] ?? "").trim().toLowerCase();
    if (CLOSINGS.some((closing) => line.startsWith(closing))) {
      return lines.slice(0, i).join("\n");
    }
  }
  return text;
}

/** Length of the message without its closing. */
export function signature_cut(row: Row): number {
  return withoutSignature(row.body ?? "").length;
}
