/**
 * Drafted by a language model, kept because it measured better; review it like hand-written
 * code; edits are kept.
 *
 * Why: Security has few rows and is taken for bug where the report is calm; deceit, leaks,
 * foreign hands and former staff in many wordings against signs of a mere fault separate them.
 *
 * Evidence: lift +0.0002 nats a row [-0.0116, +0.0120], 9 of 15 folds won, adjusted p 0.0026;
 * says something on 34 % of rows.
 *
 * Tests: 8 cases, which notice 7 of 7 mutants; the rewrite that changes its answer most often,
 * "typo", does so on 4.8 % of rows.
 */

import type { Row } from "../input.ts";

const HARM: readonly RegExp[] = [
  /\b(?:fake|phish|scam|fraud|spoof|impersonat|pretend|imposter|impostor|counterfeit|look ?alike|betrug|arnaque|estafa|golpe|hameconnage)/,
  /\b(?:gift ?card|release fee|bitcoin|crypto|ransom|passport|bank login|card pin|private key)s?\b/,
  /\b(?:typed|entered|gave|put in|sent|send|filled in|scanned|uploaded)\b[^.!?]{0,30}\b(?:password|pw|pin|code|codes|login|details|everything|qr)\b/,
  /\b(?:take ?down|take it down|kill it|shut (?:it|them) down|warn|block them|stop (?:it|them|him|her))\b/,
  /\b(?:ex|former|fired|departed)[ -](?:employee|assistant|colleague|partner|bookkeeper|contractor|staff|worker|intern|husband|wife|admin)/,
  /\b(?:still|anyone|anybody|strangers?|others?|somebody|someone|she|he|they) (?:can |could )?(?:still )?(?:see|sees|open|opens|read|reads|access|download)\b/,
  /\b(?:other|another|foreign|strangers?|someone elses?|somebody elses?) (?:peoples?|company|companys|companies|customers?|users?|firms?|tenants?)\b/,
  /\b(?:hack|breach|leak|expos|stolen|stole\b|hijack|compromis|unauthori[sz]ed|intrud|vulnerab|exploit|xss|csrf|idor|disclos|pentest|bounty)/,
  /\b(?:not mine|isnt mine|arent mine|wasnt me|was not me|never been to|i was asleep|nobody here|none of us|(?:didnt|did not) (?:do|make|request|ask))\b/,
  /\b(?:iban|bank (?:account|details)|payout|account number|sort code)\b[^.!?]{0,40}\b(?:changed|replaced|swapped|not mine|edited|altered|added)\b/,
  /\b(?:new login|login from|logged in from|unknown device|suspicious|sessions?|tokens?)\b/,
  /\b(?:strange|unknown|weird|dodgy|odd) (?:mail|email|sms|text|number|link|login|device|person|man|caller|call)\b/,
  /\b(?:is|are|was) (?:this|these|that|it) (?:app |mail |email |sms |message |call )?(?:really )?(?:from )?(?:yours?|you|real|legit|genuine|northbeam)\b/,
  /\b(?:lost|missing|took|stole) (?:[$\u20ac\u00a3] ?)?\d{2,5}\b/,
  /\b(?:gehackt|fremde|pirate|hackead|robado|roubad|fuite|usurp|suplant|falso|faux)/,
];

const GLITCH: readonly RegExp[] = [
  /\b(?:crash|freez|froze|hangs\b|glitch|flicker|stutter)/,
  /\b(?:blank|white screen|spinner|spinning|loading forever|does nothing|nothing happens|not responding)\b/,
  /\b(?:since|after) (?:the |your |last |latest )?(?:update|upgrade|release|version)/,
  /\b(?:button|menu|screen|dropdown|toggle|icon|scroll|keyboard|font|logo|layout|margin)s?\b/,
  /\b(?:pdf|csv|export|import|print|chart|totals?|timer|timesheet|calendar|sync|webhook|api)s?\b/,
  /\b(?:reinstall|refresh|repro|clear(?:ed)? (?:the )?cache|incognito|reboot|restart)/,
  /\b(?:wrong|incorrect|off by|garbled|cut off|instead of|should (?:be|say|show))\b/,
  /\b(?:every|any|all|both|different) (?:browser|device|machine|client)s?\b/,
  /\b(?:absturz|sturzt ab|fehler|funktioniert nicht|plante|se cierra|falla|trava|parou de)/,
];

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/['\u2018\u2019]/g, "")
    .replace(/\s+/g, " ");
}

function hits(text: string, signs: readonly RegExp[]): number {
  return signs.filter((sign) => sign.test(text)).length;
}

/** Signs that somebody is harmed, deceived or sees what is not his, less signs of a mere technical fault. */
export function harm_minus_glitch(row: Row): number {
  const text = fold(`${row.subject ?? ""} . ${row.body ?? ""}`);
  return hits(text, HARM) - hits(text, GLITCH);
}
