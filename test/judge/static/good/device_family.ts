import type { Row } from "../row.ts";

const FAMILIES: readonly { readonly family: "ios" | "android" | "desktop"; readonly words: readonly string[] }[] = [
  { family: "ios", words: ["iphone", "ipad", "ios"] },
  { family: "android", words: ["android", "pixel", "galaxy", "samsung"] },
  { family: "desktop", words: ["windows", "mac", "linux", "chrome", "firefox"] },
];

/** The family of the device. */
export function device_family(row: Row): "ios" | "android" | "desktop" | "unknown" {
  const device = row.device?.toLowerCase() ?? "";
  const hit = FAMILIES.find(({ words }) => words.some((word) => device.includes(word)));
  return hit?.family ?? "unknown";
}
