/**
 * Drafted by a language model, kept because it measured better; review it like hand-written
 * code; edits are kept.
 *
 * Why: "Cannot" is frequent in every team; the verb that it governs (log in, pay, cancel, find,
 * export) names the team, which single words and neighbours miss.
 *
 * Evidence: lift +0.0035 nats a row [-0.0158, +0.0229], 8 of 15 folds won, adjusted p 0.1171;
 * says something on 9.7 % of rows, abstains on 90 %.
 *
 * Tests: 8 cases, which notice 22 of 22 mutants; the rewrite that changes its answer most often,
 * "typo", does so on 1.4 % of rows.
 */

import type { Row } from "../input.ts";

const INABILITY =
  /\b(?:cant|cannot|can not|couldnt|could not|unable to|not able to|impossible to|(?:wont|doesnt|not|dont) let (?:me|us|him|her|them)|kann (?:mich )?nicht|no puedo|nao consigo|impossible de|ne peux pas)\b([^.!?]{0,30})/;
const ENTER = /\b(?:(?:log|sign|get) (?:back )?in(?:to)?|login|enter|access|entrar|acceder|connecter|einloggen|anmelden)\b/;
const PAY = /\b(?:pay|card|upgrade|downgrade|pagar|payer|bezahlen)\b/;
const LEAVE = /\b(?:cancel|stop|end|close|delete|unsubscribe|kundigen|cancelar|resilier)\b/;
const FIND = /\b(?:find|see|figure|understand|decide|locate|encontrar|trouver|finden)\b/;
const FAILS =
  /\b(?:doesnt|does not|didnt|wont|will not|not|nothing|never|stopped|stops|fails to|failed to|refuses to|no longer) (?:work|load|open|sync|sav|send|show|start|updat|print|respond|appear|happen)|\b(?:nao|no|ne) (?:funciona|marche|abre|carga)|\bfunktioniert nicht\b/;

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/['\u2018\u2019]/g, "")
    .replace(/\s+/g, " ");
}

/** What the writer is kept from doing, by the verb after "cannot": enter, pay, leave, find, or use a function; null if nothing is hindered. */
export function thwarted_verb(row: Row): "enter" | "pay" | "leave" | "find" | "use" | null {
  const text = fold(`${row.subject ?? ""} . ${row.body ?? ""}`);
  const rest = text.match(INABILITY)?.[1];
  if (rest === undefined) {
    return FAILS.test(text) ? "use" : null;
  }
  if (ENTER.test(rest)) {
    return "enter";
  }
  if (PAY.test(rest)) {
    return "pay";
  }
  if (LEAVE.test(rest)) {
    return "leave";
  }
  return FIND.test(rest) ? "find" : "use";
}
