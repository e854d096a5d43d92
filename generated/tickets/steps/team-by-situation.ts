/**
 * Drafted by a language model, kept because it measured better; review it like hand-written
 * code; edits are kept.
 *
 * Why: Judges the target by whole situations (who did what to which object, within one sentence)
 * rather than by stems, so it is right where single words are shared by several teams.
 *
 * Evidence: lift +0.0369 nats a row [+0.0107, +0.0631], 14 of 15 folds won, adjusted p 0.0026;
 * says something on 42 % of rows, abstains on 58 %.
 *
 * Tests: 9 cases, which notice 21 of 25 mutants; the rewrite that changes its answer most often,
 * "typo", does so on 12 % of rows.
 */

import type { Row } from "../input.ts";

type Label = "access" | "billing" | "bug" | "cancel" | "howto" | "security";

const LABELS: readonly Label[] = ["access", "billing", "bug", "cancel", "howto", "security"];

const SIGNS: readonly (readonly [RegExp, Label])[] = [
  [
    /\b(?:cant|cannot|unable to|couldnt|not able to|how (?:do|can|will) (?:i|we)) (?:now )?(?:get (?:back )?in|log ?(?:back )?in|sign ?(?:back )?in|enter|access my)/,
    "access",
  ],
  [
    /\b(?:logs?|logged|kicks?|kicked|signs?|signed|throws?|threw|locks?|locked) (?:me|us|him|her|them|everyone)? ?(?:both )?out\b/,
    "access",
  ],
  [/\b(?:account|id|login|user) (?:is |was |has been |got )?(?:block|lock|deactivat|disabl|suspend|frozen|banned)/, "access"],
  [
    /\b(?:code|confirmation mail|confirm mail|reset mail|link|sms|invite|invitation)\b[^.!?]{0,40}\b(?:expired|invalid|never (?:come|came|arriv)|(?:not|doesnt|didnt|isnt) (?:come|coming|arriv|receiv))/,
    "access",
  ],
  [
    /\b(?:never|didnt|not|havent) (?:get|got|gotten|received) (?:the |a |any |my )?(?:code|confirm|reset|invite|invitation|sms|link|verification)/,
    "access",
  ],
  [
    /\b(?:new|neues|nouveau|nuevo|novo|lost|broke|broken|changed|change|stolen|dead|wiped)\b[^.!?]{0,15}\b(?:phone|number|mobile|handy|telefon|telephone|natel|telefono|celular|movil)\b/,
    "access",
  ],
  [
    /\b(?:authenticator|authentification|authentifizierung|2fa|mfa|backup code|recovery code|ersatzcode|codes? de secours|codigos? de (?:respaldo|recupera))/,
    "access",
  ],
  [
    /\b(?:forgot|forgotten|reset|wrong|incorrect|change|new|old)\b[^.!?]{0,15}\b(?:password|passcode|pin|passwort|senha|contrasena|mot de passe)\b/,
    "access",
  ],
  [
    /\b(?:sso|saml|okta|entra|idp|scim|assertion|metadata|certificate)\b[^.!?]{0,60}\b(?:fail|error|invalid|loop|not|cant|nobody|denied|mismatch|expired)/,
    "access",
  ],
  [
    /\b(?:admin|owner|boss|colleague|founder|partner)\b[^.!?]{0,30}\b(?:left|died|gone|quit|passed away)\b[^.!?]{0,60}\b(?:access|admin|login|owner|log in)\b/,
    "access",
  ],
  [
    /\b(?:device limit|too many (?:attempts|tries)|unknown user|no account|user not found|session expired|(?:wrong|empty) workspace|captcha)\b/,
    "access",
  ],
  [/\b(?:face id|touch id|fingerprint|passkey|security key|usb key)/, "access"],
  [
    /\b(?:charged|debited|deducted|billed|paid|pay|cut|taken)\b[^.!?]{0,40}\b(?:twice|two times|again|double|both|2 times?|2x|x2)\b/,
    "billing",
  ],
  [/\b(?:twice|two times|2 times?|double|duplicate)\b[^.!?]{0,30}\b(?:charge|payment|pay|bill|debit|cut)/, "billing"],
  [/\b(?:refund|reimburs|money back|credit note|rembours|erstatt|reembols|devoluci|devolv)/, "billing"],
  [
    /\b(?:paid|bought|deducted|purchased|pay|gone|cut)\b[^.!?]{0,50}\b(?:says free|still free|not activ|not upgraded|still not|showing free|still pro not)/,
    "billing",
  ],
  [/\b(?:payouts?|paid out|transfer)\b[^.!?]{0,60}\b(?:missing|nothing|not|days?|late|pending|held|where)\b/, "billing"],
  [
    /\b(?:receipt|rechnung|facture|factura|fatura|invoice)\b[^.!?]{0,40}\b(?:vat|ust|tva|company name|llc|stamp|reissue|my name|our name)/,
    "billing",
  ],
  [/\b(?:need|want|send|request|requesting|issue)\b[^.!?]{0,20}\b(?:receipt|proof of payment|tax invoice|statement)s?\b/, "billing"],
  [/\b(?:card|payment|debit) (?:was |is |got |keeps |being )?(?:declin|refus|reject|fail|expir)/, "billing"],
  [
    /\b(?:discount|coupon|promo|price|fees?|proration|annual|yearly|seats?)\b[^.!?]{0,40}\b(?:charg|bill|pay|paid|credit|wrong|not applied)/,
    "billing",
  ],
  [/\bcharged\b[^.!?]{0,40}\b(?:cancel|after|trial|not|never|for|wrong|more|instead)/, "billing"],
  [/\b(?:why|what) (?:is|was|am|are|did) (?:this|the|i|you|my)\b[^.!?]{0,20}\b(?:charge|charged|fee|payment|bill)\b/, "billing"],
  [/\b(?:crash|freez|froze|shuts? itself|closes? itself|shuts? down|glitch)/, "bug"],
  [/\b(?:since|after|with) (?:the |your |last |latest |this )?(?:update|upgrade|release|new version|version)/, "bug"],
  [
    /\b(?:button|page|screen|timer|app|widget|menu|chart|report|export|import)\b[^.!?]{0,30}\b(?:does nothing|doesnt|does not|not work|wont|blank|stuck|spins|spinning|empty|broken)\b/,
    "bug",
  ],
  [
    /\b(?:shows?|displays?|prints?|lists?|appears?|copies)\b[^.!?]{0,50}\b(?:instead of|but|twice|wrong|should|double|whereas|masked)\b/,
    "bug",
  ],
  [
    /\b(?:hours?|entries|invoices|totals?|data|clients|photos?|notes?)\b[^.!?]{0,25}\b(?:gone|missing|vanish|disappear|doubled|duplicated|wrong|overwritten|lost|off by)/,
    "bug",
  ],
  [/\b(?:every|all|any|both|other) (?:browser|device|machine|client|phone)s?\b/, "bug"],
  [/\b(?:repro|stack ?trace|console|http 5\d\d|500 error|regression|workaround|error \d)/, "bug"],
  [
    /\b(?:pdf|logo|font|csv|print|preview|layout|umlaut|emoji|decimal|rounding|cent)s?\b[^.!?]{0,40}\b(?:wrong|broken|cut|missing|garbled|off|overlap|blurry|squashed|weird|empty)\b/,
    "bug",
  ],
  [/\b(?:reinstall|restarted|rebooted|cleared (?:the )?(?:cache|cookies))/, "bug"],
  [/\b(?:used to work|worked (?:fine|before|until|yesterday)|stopped working|no longer works?)\b/, "bug"],
  [
    /\b(?:sturzt|absturz|fehler|funktioniert nicht|plante|bug\b|ne marche|no funciona|se cierra|nao funciona|parou de|funcionava|travando)/,
    "bug",
  ],
  [
    /\b(?:cancel|end|stop|terminate|quit|close|pause|kill)\b[^.!?]{0,15}\b(?:subscription|plan|account|trial|membership|abo|renewal|auto ?renew)/,
    "cancel",
  ],
  [/\b(?:delete|erase|remove)\b[^.!?]{0,15}\b(?:my account|our account|my data|personal data|my profile|everything)\b/, "cancel"],
  [/\btrial\b[^.!?]{0,60}\b(?:end|stop|before|convert|become)/, "cancel"],
  [/\b(?:do not|dont|will not|wont|no longer) (?:want|need|renew|continue|charge|use)\b/, "cancel"],
  [/\b(?:kundig|resili|desabonn|dar(?:me)? de baja|cancelar|encerrar|abbestell)/, "cancel"],
  [/\b(?:how|where|button|way|menu|option)\b[^.!?]{0,20}\b(?:quit|leave|cancel|unsubscribe|stop it|get out|end)\b/, "cancel"],
  [/\b(?:bye|goodbye|leaving|moving to|switching to|switched to|going with|im out|i am out)\b/, "cancel"],
  [/\b(?:closing|closed|retiring|retired|sold|folding|winding)\b[^.!?]{0,15}\b(?:business|shop|company|firm|studio)\b/, "cancel"],
  [/\b(?:gdpr|dsgvo|rgpd|article 17|right to erasure)\b/, "cancel"],
  [/\b(?:pausing|sabbatical|maternity|downgrade|downgrading|(?:drop|dropping|back) to free)\b/, "cancel"],
  [/\b(?:too expensive|not worth|cant afford|never use it|not using)\b/, "cancel"],
  [/\b(?:is there|are there) (?:a |any |some |an )?(?:way|option|setting|place|shortcut|trick|limit|api)/, "howto"],
  [/\b(?:is it possible|would it be possible|possible to)\b/, "howto"],
  [
    /\b(?:can|could) (?:i|we|one|two|you|my|a|clients?|customers?)\b[^.!?]{0,40}\b(?:add|set|use|have|put|change|make|show|track|import|export|invoice|hide|share|split|connect)\b/,
    "howto",
  ],
  [
    /\bhow (?:do|can|to|would|should) (?:i |we |you )?(?:add|set|use|put|send|change|make|show|track|import|export|invoice|hide|share|split|connect|create|turn|move|archive|edit)\b/,
    "howto",
  ],
  [/\bwhere (?:do|can) (?:i|we)\b|\bwhere (?:is|are) the\b/, "howto"],
  [
    /\b(?:does|do) (?:it|you|the app|northbeam|the plan)\b[^.!?]{0,20}\b(?:support|have|work with|handle|allow|offer|include|integrate)/,
    "howto",
  ],
  [/\b(?:per|each) (?:client|customer|project|invoice|person|employee|line|hour|month)\b/, "howto"],
  [
    /\b(?:two|both|several|multiple|separate|different) (?:companies|businesses|currencies|rates|logos|brands|languages|number series|entities)\b/,
    "howto",
  ],
  [
    /\b(?:template|reminder|recurring|footer|numbering|retainer|deposit|mileage|currency|webhook|zapier|role|stamp)s?\b[^.!?]{0,60}\?/,
    "howto",
  ],
  [/\b(?:what is the difference|whats the difference|which (?:one|is better)|should i|best way|explain)\b/, "howto"],
  [
    /\b(?:wie kann|kann man|gibt es|wo kann|comment (?:faire|puis)|peut on|est il possible|como puedo|se puede|hay forma|tem como|e possivel)\b/,
    "howto",
  ],
  [/\b(?:fake|phish|scam|fraud|spoof|impersonat|pretending|imposter|impostor)/, "security"],
  [
    /\b(?:typed|entered|gave|scanned|uploaded|send|sent|wanted|asked for|asking for)\b[^.!?]{0,30}\b(?:card pin|passport|bank login|private key|gift card|her password|his password|everything)/,
    "security",
  ],
  [/\b(?:gift ?card|release fee|bitcoin|ransom)/, "security"],
  [
    /\b(?:ex|former|fired)[ -](?:employee|assistant|colleague|partner|bookkeeper|contractor|staff|worker|intern|husband|wife|admin)/,
    "security",
  ],
  [
    /\b(?:someone|somebody|stranger|anyone|she|he|they) (?:can |could )?(?:still )?(?:see|sees|open|opens|read|reads|changed|logged in|got into|put in|access)\b/,
    "security",
  ],
  [
    /\b(?:see|saw|opened|read|into|shows?)\b[^.!?]{0,25}\b(?:other|another|foreign|someone elses|somebody elses|strangers) (?:peoples?|company|companys|customers?|users?|firm)/,
    "security",
  ],
  [/\b(?:hack|breach|leak|hijack|compromis|unauthori[sz]ed|vulnerab|xss|csrf|idor|bounty)/, "security"],
  [/\b(?:not mine|isnt mine|arent mine|wasnt me|was not me|never been to|i was asleep)\b/, "security"],
  [/\b(?:iban|bank (?:account|details)|payout account)\b[^.!?]{0,40}\b(?:changed|replaced|swapped|not mine|altered)\b/, "security"],
  [/\b(?:new login|login from|logged in from|unknown device|suspicious)\b/, "security"],
  [/\b(?:is|are) (?:this|these|that) (?:app |mail |email |sms |message )?(?:really )?(?:yours|you|real|legit|genuine)\b/, "security"],
  [/\b(?:gehackt|betrug|pirate|hackead|robado|roubad|usurp|suplant|arnaque|estafa|golpe)/, "security"],
];

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/['\u2018\u2019]/g, "")
    .replace(/\s+/g, " ");
}

/** Which team should answer, judged by the situation that a sentence tells. */
export function team_by_situation(row: Row): {
  label: "access" | "billing" | "bug" | "cancel" | "howto" | "security" | "unknown";
  confidence: "high" | "medium" | "low";
} {
  const text = fold(`${row.subject ?? ""} . ${row.body ?? ""}`);
  const scores = LABELS.map((label) => SIGNS.filter((sign) => sign[1] === label && sign[0].test(text)).length);
  const sorted = scores.toSorted((a, b) => b - a);
  const top = sorted[0] ?? 0;
  const lead = top - (sorted[1] ?? 0);
  if (lead === 0) {
    return { label: "unknown", confidence: "low" };
  }
  return { label: LABELS[scores.indexOf(top)] ?? "unknown", confidence: lead > 1 ? "high" : "medium" };
}
