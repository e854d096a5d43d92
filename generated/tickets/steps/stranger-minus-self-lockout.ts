/**
 * Drafted by a language model, kept because it measured better; review it like hand-written
 * code; edits are kept.
 *
 * Why: Login, password and phone are common to access and security; who did it to whom tells
 * them apart and the small security class has taught few words.
 *
 * Evidence: lift +0.0195 nats a row [+0.0040, +0.0349], 13 of 15 folds won, adjusted p 0.0026;
 * says something on 19 % of rows.
 *
 * Tests: 6 cases, which notice 8 of 9 mutants; the rewrite that changes its answer most often,
 * "typo", does so on 1.4 % of rows.
 */

import type { Row } from "../input.ts";

const STRANGER: readonly RegExp[] = [
  /\b(?:someone|somebody|stranger|unknown (?:person|device|user)|hacker|intruder|thief|ex[- ](?:employee|partner|wife|husband|boss)|former (?:employee|partner))/,
  /\b(?:not|wasnt|isnt|never|arent) (?:me|mine|us|ours|by me|from me)\b|\bi (?:didnt|did not|never) (?:request|ask for|change|add|authori)/,
  /\b(?:phish|scam|spoof|fraud|fake|impersonat|pretend|suspicious|malware|betrug|estafa|golpe|arnaque|hameconn)/,
  /\b(?:hack|breach|leak|compromis|exposed|vulnerab|xss|csrf|idor|injection|pentest|bug bounty|disclosure|gehackt|pirate)/,
  /\b(?:logged|signed|log|sign)[ -]?in from\b|\bnew (?:login|device|sign-?in)\b/,
  /\b(?:iban|bank (?:account|details?)|payout account)\b[^.!?]{0,40}(?:chang|replac|different|not (?:mine|ours))|\b(?:changed|replaced|swapped) [^.!?]{0,20}(?:iban|bank)/,
  /\b(?:other|another|foreign|someone elses)(?: peoples| persons| companys| customers)? (?:invoice|data|account|compan)/,
  /\b(?:stolen laptop|left the company|got fired|revoke|kill all sessions|log ?out everywhere|all devices)\b/,
  /\b(?:api key|secret|token|credentials|private key)\b/,
  /\b(?:clicked|entered|typed|scanned|gave) [^.!?]{0,30}(?:link|password|qr|details)/,
];
const LOCKOUT: readonly RegExp[] = [
  /\b(?:forgot|forget|vergess|olvid|oubli|esqueci)/,
  /\b(?:locked|kicked) (?:me |us )?out\b|\b(?:cant|cannot|can not|unable to) (?:log|sign|get) (?:back )?in/,
  /\b(?:reset|confirmation|verification|magic|activation) (?:e-?mail|mail|link|code)s?\b/,
  /\b(?:new|lost|old|broke|broken) (?:phone|number|iphone|mobile)\b/,
  /\b(?:authenticator|2fa|mfa|backup codes?|recovery codes?|face ?id|fingerprint|passkey)\b/,
  /\b(?:sso|saml|okta|azure|entra|google button)\b/,
  /\b(?:never|didnt|not) (?:got|get|came|come|arrived?|received?|arriving|receiving)\b|\bstill waiting\b/,
  /\b(?:let me in|let us in|unlock|too many attempts|try again later)\b/,
];

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/['\u2018\u2019]/g, "")
    .replace(/\s+/g, " ");
}

function message(row: Row): string {
  return fold(`${row.subject ?? ""} . ${row.body ?? ""}`);
}

function hits(text: string, signs: readonly RegExp[]): number {
  return signs.filter((sign) => sign.test(text)).length;
}

/** Signs that a stranger acts (intrusion, deceit, leak), minus signs that the rightful owner stands before the door. */
export function stranger_minus_self_lockout(row: Row): number | null {
  if (row.subject === null && row.body === null) {
    return null;
  }
  const text = message(row);
  return hits(text, STRANGER) - hits(text, LOCKOUT);
}
