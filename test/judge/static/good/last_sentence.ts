import type { Row } from "../row.ts";

/** Kind of the last sentence. */
export function last_sentence(row: Row): "question" | "shout" | "plain" | "none" {
  const body = (row.body ?? "").trim();
  if (body === "") return "none";
  switch (body.charAt(body.length - 1)) {
    case "?":
      return "question";
    case "!":
      return "shout";
    default:
      return "plain";
  }
}
