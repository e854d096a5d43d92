import type { Row } from "../row.ts";

function clip(text: string | null, size = 500): string {
  const clean = (text ?? "").replace(/\s+/g, " ").trim();
  return clean.length > size ? clean.slice(0, size) : clean;
}

/** Words in the first part of the body. */
export function optional_param(row: Row): number {
  return (
    clip(row.body)
      .split(" ")
      .filter((w) => w).length + clip(row.subject, 80).length
  );
}
