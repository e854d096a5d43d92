import type { Row } from "../row.ts";

type Script = "latin" | "cyrillic" | "cjk" | "other";

/** The script of most letters. */
export function majority_script(row: Row): Script | null {
  const text = row.body ?? "";
  const latin = text.match(/[a-z\u00c0-\u024f]/gi)?.length ?? 0;
  const cyrillic = text.match(/[\u0400-\u04ff]/g)?.length ?? 0;
  const cjk = text.match(/[\u3040-\u30ff\u4e00-\u9fff]/g)?.length ?? 0;
  const top = Math.max(latin, cyrillic, cjk);
  if (top === 0) return text.trim() === "" ? null : "other";
  if (latin === top) return "latin";
  return cyrillic === top ? "cyrillic" : "cjk";
}
