/**
 * Drafted by a language model, kept because it measured better; review it like hand-written
 * code; edits are kept.
 *
 * Why: Pools rare stems, typos and foreign words of each team's subject that are too thin for
 * the word model, and answers only by the lead over the next team.
 *
 * Evidence: lift +0.0629 nats a row [+0.0404, +0.0854], 15 of 15 folds won, adjusted p 0.0026;
 * says something on 70 % of rows, abstains on 30 %.
 *
 * Tests: 9 cases, which notice 40 of 41 mutants; the rewrite that changes its answer most often,
 * "typo", does so on 16 % of rows.
 */

import type { Row } from "../input.ts";

const ACCESS: readonly RegExp[] = [
  /\b(?:lock|kick|shut)(?:ed|s)? (?:me |us |him |her )?out\b|\b(?:locked|unlock|gesperrt|bloquead|verrouill)/,
  /\bpass ?words?\b|\bpasswort|\bcontrasena|\bmot de passe\b|\bsenha\b|\bpasscode\b|\bforgot|\bvergess|\bolvid|\besqueci/,
  /\b(?:log|sign|logging|signing|get|getting|let me|let us) (?:back )?in(?:to)?\b|\blogin\b|\banmeld|\beinlogg|\biniciar sesion|\bme connecter\b|\bacceder\b/,
  /\b(?:reset|verif\w{0,8}|confirm\w{0,6}|activation|magic|sign-?in|login) (?:e-?mail|mail|link|code|text|sms)/,
  /\b(?:2fa|mfa|otp|two factor|authenticator|backup codes?|recovery codes?|sms|face ?id|touch ?id|fingerprint|passkeys?)\b/,
  /\b(?:sso|saml|okta|entra|azure|scim|idp|single sign|with google|google button)\b/,
  /\b(?:cant|cannot|can not|couldnt|unable to|wont let|not let|doesnt let|never)[^.!?]{0,25} (?:in|enter|access|mail|email|code)\b/,
  /\b(?:new|lost|old|stolen|broken) (?:phone|number|handy|mobile|email|mail|iphone)\b/,
  /\b(?:invit|einlad|permission|admin rights|read only|owner left|role)/,
];
const BILLING: readonly RegExp[] = [
  /\b(?:over)?charg(?:e|ed|es|ing)\b|\babgebucht|\bbelastet|\bcobr[oa]|\bdebit|\bpreleve/,
  /\brefund|\bmoney back\b|\bgive back\b|\bruckerstatt|\berstatt|\breembols|\brembours|\bestorn/,
  /\b(?:twice|double|two times|2 times|2x|doppelt|dos veces|deux fois|duas vezes)\b/,
  /\b(?:vat|gst|tax id|ust-?id(?:nr)?|iva|tva|nif|reverse charge|w-?9|mwst)\b/,
  /\b(?:my|our|company|credit|expired|new) card\b|\bcard (?:was |got )?(?:declin|expir)|\b(?:sepa|direct debit|paypal|purchase order)\b/,
  /\b(?:coupon|discount|promo|voucher|rabatt|descuento|remise|desconto)/,
  /\b(?:your|yearly|annual|northbeam) (?:invoice|receipt|bill|fee|price)s?\b|\b(?:inv|nb)-\d|\breceipt for\b|\bproforma\b/,
  /\b(?:price|prorat|pro rata|fees?\b|seats?\b|downgrad|upgrad|renewal|renewed)/,
  /\b(?:statement|kontoauszug|extracto|releve|extrato)\b/,
  /\b(?:i|we) (?:already |have |have already )?(?:paid|payed|pay)\b/,
];
const BUG: readonly RegExp[] = [
  /\b(?:crash|freez|froze|hang|spinner|blank|white screen|sturzt|absturz|se cierra|trava)/,
  /\berrors?\b|\bexception\b|\bfehler|\berro\b|\berreur\b|\bwent wrong\b|\b50[0234]\b/,
  /\b(?:doesnt|dont|wont|didnt|does not|do not|not|stopped|stops) (?:work|load|open|sync|save|respond|render|display|update)/,
  /\b(?:since|after|depuis|seit|desde) [^.!?]{0,20}(?:update|upgrade|release|version|\d\.\d|mise a jour|actualiz|atualiz)/,
  /\b(?:worked|used to|was fine|funcionaba|funcionava|fonctionnait|marchait|ging) [^.!?]{0,20}(?:until|before|yesterday|last|till|bis|hasta|ate|now)\b/,
  /\b(?:wrong|incorrect|doubled|duplicat|disappear|vanish|missing|overlap|cut off|off by|shifted|falsch|verschw|desaparec)/,
  /\b(?:every time|each time|always|whenever|as soon as|randomly|sometimes|jedes mal|cada vez|chaque fois)\b/,
  /\b(?:bugs?|buggy|glitch|broken|regression|fix this|fix it|please fix|kaputt|repro)\b|\breproduc/,
  /\b(?:timer|pdf|widget|webhook|offline|scroll|keyboard|rounding|button|app)\b/,
];
const CANCEL: readonly RegExp[] = [
  /\bcancel|\bkundig|\bresili|\bterminate\b|\bdar(?:me)? de baja\b/,
  /\b(?:close|delete|remove|erase|deactivate|kill|end) (?:my|our|the|this|it|everything|all)\b/,
  /\b(?:stop|do not|dont|not|no) (?:renew|auto|the (?:renewal|subscription|plan)|make it paid|billing me)/,
  /\b(?:gdpr|dsgvo|rgpd|article 17|erase)\b|\b(?:loschung|loschen|supprim|eliminar|excluir)/,
  /\b(?:no longer need|dont need|not need|closing (?:the|my|our) (?:business|shop|company)|out of business|retir|switch(?:ed|ing) to|moving to|moved to|too expensive)/,
  /\b(?:end of (?:the )?(?:period|term|month|trial)|before (?:it )?renews?|nachstmoglich|pause|trial (?:ends|over))/,
  /\b(?:subscription|membership|abo|suscripcion|assinatura|abonnement)\b/,
];
const HOWTO: readonly RegExp[] = [
  /\bhow (?:do|can|could|should|to|does|would|i|we)\b/,
  /\b(?:is|are) there (?:a|an|any|some|existing)\b|\b(?:any|a|some) way\b/,
  /\b(?:can|could|may|should) (?:i|we|one|it|two|people)\b/,
  /\b(?:is|would) (?:it|that|this) (?:be )?(?:possible|allowed|supported)\b|\bpossible to\b|\bdo you (?:support|have|offer)\b/,
  /\bwhere (?:do|can|is|are|should)\b|\bwhich (?:one|setting|option|plan)\b|\bwhat happens (?:if|when)\b/,
  /\b(?:wie kann|wie geht|gibt es|kann man|kann ich|wo finde|como puedo|como faco|como hago|se puede|hay alguna|tem como|da para|est-il possible|comment faire|peut-on|puis-je)\b/,
  /\b(?:would|id|we|i) (?:like|want|love) to\b|\bid like\b|\bdifference between\b|\bi have looked\b/,
  /\b(?:recurring|template|reminder|import|export|logo|custom field|per project|hourly rate|currency|quote|estimate|numbering)s?\b/,
];
const SECURITY: readonly RegExp[] = [
  /\b(?:someone|somebody|stranger|hacker|intruder|thief|ex-?employee)/,
  /\b(?:not|wasnt|isnt|never|arent) (?:me|mine|us|ours|by me|from me)\b/,
  /\b(?:phish|scam|spoof|fraud|fake|impersonat|pretend|suspicious|betrug|estafa|golpe|arnaque)/,
  /\b(?:hack|breach|leak|compromis|vulnerab|xss|csrf|idor|pentest|disclosure|exposed|gehackt|pirate)/,
  /\b(?:logged in|signed in|login|sign-?in) from\b|\bnew (?:login|device|session)\b/,
  /\b(?:iban|bank (?:account|details?))\b[^.!?]{0,40}(?:chang|replac|not (?:mine|ours))|\bchanged [^.!?]{0,20}(?:iban|bank)/,
  /\b(?:other|another|foreign|someone elses)(?: peoples| persons| companys| customers)? (?:invoice|data|account|compan)/,
  /\b(?:api key|secret|token|credentials|private key)\b|\brevoke\b/,
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

type Label = "access" | "billing" | "bug" | "cancel" | "howto" | "security";

interface Vote {
  readonly label: Label;
  readonly score: number;
}

/** Which team an experienced dispatcher would pick, by many signs in five languages and a filled amount or order number. */
export function team_by_signs(row: Row): {
  label: "access" | "billing" | "bug" | "cancel" | "howto" | "security" | "unknown";
  confidence: "high" | "medium" | "low";
} {
  const text = message(row);
  const billed = row.amount === null && row.order_ref === null ? 0 : 1;
  const votes: readonly Vote[] = [
    { label: "access", score: hits(text, ACCESS) },
    { label: "billing", score: hits(text, BILLING) + billed },
    { label: "bug", score: hits(text, BUG) },
    { label: "cancel", score: hits(text, CANCEL) },
    { label: "howto", score: hits(text, HOWTO) },
    { label: "security", score: hits(text, SECURITY) },
  ];
  let best: Label | "unknown" = "unknown";
  let top = 0;
  let second = 0;
  for (const vote of votes) {
    if (vote.score > top) {
      second = top;
      top = vote.score;
      best = vote.label;
    } else {
      second = Math.max(second, vote.score);
    }
  }
  const lead = top - second;
  if (lead < 1) {
    return { label: "unknown", confidence: "low" };
  }
  return { label: best, confidence: lead > 2 ? "high" : lead > 1 ? "medium" : "low" };
}
