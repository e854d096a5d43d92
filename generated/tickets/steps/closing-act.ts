/**
 * Drafted by a language model, kept because it measured better; review it like hand-written
 * code; edits are kept.
 *
 * Why: What is wanted stands in the last sentence; word counts lose the order, while howto ends
 * in a question, cancel and billing in a demand, bug and security in a report.
 *
 * Evidence: lift +0.0010 nats a row [-0.0202, +0.0222], 8 of 15 folds won, adjusted p 0.0874;
 * says something on 100 % of rows.
 *
 * Tests: 7 cases, which notice 52 of 57 mutants; the rewrite that changes its answer most often,
 * "punctuation", does so on 51 % of rows.
 */

import type { Row } from "../input.ts";

const QUESTION_START =
  /^(?:and |so |but |or |also )?(?:how|what|which|where|when|why|who|can(?! you)|could(?! you)|is|are|does|do|did|may|should|will(?! you)|would(?! you)|wie|wo|gibt|kann|como|donde|puedo|hay|existe|posso|comment|peut|est-ce)\b/;
const ORDER_START =
  /^(?:and |so |then |also |please |pls |kindly |bitte )?(?:send|fix|give|refund|return|cancel|close|stop|delete|remove|reset|unlock|change|check|look|help|tell|confirm|let|add|make|reply|call|apply|correct|dont|end|erase|detach|activate)\b/;
const PLEA =
  /\b(?:please|pls|plz|kindly|bitte|por favor|svp|sil vous plait|can you|could you|would you|will you|i want|i need|we need|asap)\b/;
const COURTESY =
  /^(?:many |kind |best |warm )?(?:thanks|thank you|thanking you|thx|regards|cheers|greetings|danke|gracias|merci|obrigad|mfg|mvh|sorry|sincerely|sent from)/;

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/['\u2018\u2019]/g, "")
    .replace(/\s+/g, " ");
}

/** What the last real sentence of the message does: ask, demand, or only tell. */
export function closing_act(row: Row): { label: "asks" | "demands" | "tells" | "unknown"; confidence: "high" | "medium" | "low" } {
  const text = fold((row.body ?? "").replace(/\n/g, ". "));
  const sentences = text
    .split(/(?<=[.!?]) /)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[a-z]/.test(sentence) && !COURTESY.test(sentence));
  const last = sentences.at(-1);
  if (last === undefined) {
    return { label: "unknown", confidence: "low" };
  }
  const asked = (last.endsWith("?") ? 1 : 0) + (QUESTION_START.test(last) ? 1 : 0);
  const ordered = (PLEA.test(last) ? 1 : 0) + (ORDER_START.test(last) ? 1 : 0);
  if (asked + ordered === 0) {
    return { label: "tells", confidence: text.includes("?") ? "low" : "medium" };
  }
  if (asked > ordered) {
    return { label: "asks", confidence: asked > 1 ? "high" : "medium" };
  }
  return { label: "demands", confidence: ordered > 1 ? "high" : "medium" };
}
