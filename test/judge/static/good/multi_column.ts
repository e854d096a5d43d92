import type { Row } from "../row.ts";

/** How many fields contradict each other. */
export function multi_column(row: Row): number {
  const { body, country, language, device } = row;
  const text = (body ?? "").toLowerCase();
  const contradictions = [
    country !== null && language !== null && country.toLowerCase() === "de" && language.toLowerCase() !== "de",
    device !== null && /iphone/i.test(device) && text.includes("android"),
    device !== null && /android/i.test(device) && text.includes("iphone"),
  ];
  return contradictions.filter(Boolean).length;
}
