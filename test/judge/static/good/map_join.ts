import type { Row } from "../row.ts";

/** Shape of the reference: digits as 9, letters as A. */
export function map_join(row: Row): "letters_digits" | "digits" | "letters" | "mixed" | null {
  const ref = row.order_ref;
  if (ref === null || ref === "") return null;
  const shape = [...ref]
    .map((ch) => (/\d/.test(ch) ? "9" : /[a-z]/i.test(ch) ? "A" : ch))
    .join("")
    .replace(/9+/g, "9")
    .replace(/A+/g, "A");
  if (shape === "9") return "digits";
  if (shape === "A") return "letters";
  return shape === "A-9" || shape === "A9" ? "letters_digits" : "mixed";
}
