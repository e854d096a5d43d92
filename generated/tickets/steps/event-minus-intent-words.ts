/**
 * Drafted by a language model, kept because it measured better; review it like hand-written
 * code; edits are kept.
 *
 * Why: Bug, billing and security tell what happened, howto and cancel what is wished or might
 * be; the balance of tense and mood says so on nearly all rows whatever the topic.
 *
 * Evidence: lift +0.0034 nats a row [-0.0096, +0.0164], 9 of 15 folds won, adjusted p 0.0983;
 * says something on 66 % of rows.
 *
 * Tests: 8 cases, which notice 15 of 15 mutants; the rewrite that changes its answer most often,
 * "typo", does so on 6.1 % of rows.
 */

import type { Row } from "../input.ts";

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/['\u2018\u2019]/g, "");
}

/** Words of past events, less words of wish, possibility and choice. */
export function event_minus_intent_words(row: Row): number {
  const text = fold(`${row.subject ?? ""} . ${row.body ?? ""}`);
  const events =
    text.match(
      /\b(?:was|were|did|had|got|went|came|said|told|tried|paid|sent|lost|left|made|took|saw|found|gave|kept|broke|changed|updated|opened|clicked|started|stopped|happened|noticed|received|signed|logged|charged|renewed|deleted|disappeared|vanished|became|turned|bought|since|yesterday|ago|last|habe|wurde|seit|gestern|depuis|hier|etait|jai|desde|ayer|fue|foi|ontem)\b/g,
    ) ?? [];
  const intents =
    text.match(
      /\b(?:can|could|would|should|may|might|want|wants|like|wish|need|if|possible|when|whenever|per|each|able|how|where|which|or|either|maybe|kann|konnte|mochte|wenn|oder|wie|peut|voudrais|comment|puedo|podria|quiero|como|posso|queria|gostaria)\b/g,
    ) ?? [];
  return events.length - intents.length;
}
