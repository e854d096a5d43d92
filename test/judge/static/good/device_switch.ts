import type { Row } from "../row.ts";

/** Family of the device. */
export function device_switch(row: Row): "ios" | "android" | "desktop" | "unknown" {
  const device = (row.device ?? "").trim().toLowerCase();
  if (!device) return "unknown";
  if (/iphone|ipad|ios/.test(device)) return "ios";
  if (/android|pixel|galaxy|samsung/.test(device)) return "android";
  if (/windows|mac ?os|linux|desktop|laptop/.test(device)) return "desktop";
  return "unknown";
}
