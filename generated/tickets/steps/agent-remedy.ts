/**
 * Drafted by a language model, kept because it measured better; review it like hand-written
 * code; edits are kept.
 *
 * Why: Topic words are shared by all teams; the act that would settle the case (unlock, refund,
 * repair, explain, end, investigate) names the team and has a vocabulary far wider than the
 * training rows.
 *
 * Evidence: lift +0.0100 nats a row [-0.0136, +0.0335], 8 of 15 folds won, adjusted p 0.0026;
 * says something on 36 % of rows.
 *
 * Tests: 8 cases, which notice 31 of 33 mutants; the rewrite that changes its answer most often,
 * "punctuation", does so on 0.7 % of rows.
 */

import type { Row } from "../input.ts";

type Kind = "access" | "billing" | "bug" | "howto" | "cancel" | "security" | "unknown";

const ACCESS: readonly RegExp[] = [
  /\bunlock|\bunblock|\bentsperr|\bfreischalt|\bdesbloque|\bdebloqu/,
  /\blet (?:me|us|him|her|them) (?:back )?in\b|\b(?:get|come|log|go) (?:me |us )?(?:back )?(?:in|into)\b/,
  /\breset (?:my|our|his|her|the|it|2fa|mfa|password|pin)\b|zurucksetz|\breinitialis|\brestablec|\bredefin/,
  /\bre-?send[^.!?]{0,20}\b(?:code|link|mail|email|invit)|\bnew (?:code|link|invite|invitation)\b/,
  /\b(?:disable|remove|turn off|switch off|skip|bypass) (?:the |my |her |his )?(?:2fa|mfa|two|second|authenticat)/,
  /\bhow (?:do|can|will|shall|should|am) (?:i|we|he|she) (?:now )?(?:to )?(?:enter|log|sign in|get in|come in|open my)/,
  /\b(?:regain|restore|recover|give|grant|get)[^.!?]{0,15}\b(?:access|account|login|admin|owner)/,
  /\bchange (?:my|the|her|his|our) (?:login|sign-?in|e-?mail|phone|number)|\b(?:move|transfer)[^.!?]{0,20}\b(?:owner|admin)/,
  /\brecuperar?\b|\bacceder\b|\bentrar\b|\bacessar\b|\bconnecter\b|\brentrer?\b|\beinlogg|\banmelden\b|\breinkomm/,
];
const BILLING: readonly RegExp[] = [
  /\brefund|\berstatt|\bruckerstatt|\brembours|\breembols|\bestorn|\bdevol/,
  /\bmoney back\b|\bgive back\b|\bpay (?:me |us )?back\b|\bsend back\b|\breturn (?:one|the|my|it)\b|\bback (?:please|pls)\b|\b(?:want|need) (?:it|that|mine|the \w{1,12}) back\b/,
  /\bre-?issu|\bcut it again\b|\bneu ausstell|\bcredit note|\bgutschrift|\breverse (?:the|this|that|it)\b/,
  /\b(?:receipt|invoice|bill|facture|factura|rechnung|fatura|recibo)s? (?:for|with|w|of|to|pour|mit|con|com|auf|del|do|de)\b/,
  /\b(?:vat|tax|gst|ust|tva|nif|cnpj|iva)[- ]?(?:id|idnr|number|no)\b|\bnota fiscal|\breverse charge|\bpurchase order|\bpo number/,
  /\b(?:update|change|replace|add) (?:my|our|the|a new) (?:credit |bank )?card|\bpay by\b|\bsepa\b|\bwire\b/,
  /\b(?:apply|honou?r)[^.!?]{0,20}\b(?:discount|coupon|code|price|credit|it)\b|\bwaive|\bprorat|\bcredit (?:me|us|my)/,
  /\bcharge[ds]? (?:me|us|my|our|twice|again)\b|\bwhat (?:is|am i) (?:this|paying|being)|\bwhich (?:charge|payment)|\bwhy (?:was|am|did|is)[^.!?]{0,20}\b(?:charg|bill|pay|price)/,
];
const BUG: readonly RegExp[] = [
  /\bfix(?:ed|es|en)?\b|\bbug(?:s|gy)?\b/,
  /\blook(?:ed|ing)? (?:at|into)\b|\bsort(?:ed)? (?:it |this )?out\b/,
  /\bknown (?:issue|problem)|\bwork-?around\b|\bhot-?fix|\bpatch|\broll ?back\b|\broot cause/,
  /\brepro(?:duc\w{0,6})?\b|\bsteps to\b|\bstack ?trace|\blogs? attached|\bscreenshot|\bscreen recording/,
  /\bbeheb|\bbehob|\breparier|\bcorrig|\barregl|\barrum|\bconsert|\breparez|\breparer|\breparar|\bsolucion/,
  /\bstill (?:broken|crash|wrong|happen|not work|doesnt|does not)|\bused to (?:work|be)|\bworked (?:fine|before|until)|\bback to normal/,
];
const HOWTO: readonly RegExp[] = [
  /\bis there (?:a|an|any|some|existing)\b|\bare there (?:any|some)\b|\bany (?:way|option|flag|setting|trick|chance to)\b/,
  /\bwhere (?:do|can|is|are|would|should|in) (?:i|we|the|my|one|settings)\b|\bwhere (?:to|its)\b/,
  /\bhow (?:do|can|would|should|could) (?:i|we|you|one) (?:set|add|make|change|turn|put|show|hide|export|import|split|rename|track|use|connect|move|bill|send|create|give|invoice|enter a|mark|print)/,
  /\b(?:can|could|does|will|would) (?:it|one|northbeam|the app|this|two|clients?|customers?)\b|\bcan (?:i|we|you) (?:also |even |just )?(?:set|add|make|put|show|hide|export|import|split|use|have|track|invoice)/,
  /\b(?:is|was|be) (?:it|this|that) possible\b|\bpossible to\b|\bdo you (?:support|have|offer|do)\b/,
  /\bexplain|\bwhat does[^.!?]{0,30}\bmean\b|\bdocs?\b|\btutorial|\bguide\b|\bexample of\b|\bbest practice|\brecommend/,
  /\bgibt es\b|\bwie (?:kann|stelle|mache|bekomme|geht|lege|andere)\b|\bwo (?:kann|finde|stelle|ist|gebe)\b|\bkann man\b/,
  /\bil possible\b|\bcomment (?:mettre|faire|ajouter|changer|creer|on|je (?:mets|fais))\b|\bpeut-?on\b|\best-ce quon peut|\bse puede\b|\bcomo (?:hago|puedo|faco|coloco|agrego|pongo|se|mudo)\b|\bhay (?:alguna|manera|forma)|\btem como\b|\bda p(?:a)?ra\b|\be possivel/,
];
const CANCEL: readonly RegExp[] = [
  /\bcancel(?:l?ing)? (?:my|our|the|this|it|me|at|before|everything|all)\b|\bplease cancel/,
  /\bend (?:it|my|our|the|this|everything)\b|\bterminat|\bunsubscrib|\bget rid of (?:my|the|this)/,
  /\b(?:close|delete|erase|remove|kill|wipe) (?:my|our|this|it|the) ?(?:account|profile|data|workspace|company|personal|one|everything|all)?\b|\bclose it\b|\berasure/,
  /\b(?:stop|dont|do not|not|wont|never) (?:to )?(?:renew|extend|continue|prolong|make it paid)|\bstop (?:the|my) (?:sub|plan|renew|trial)|\bauto-?renew/,
  /\b(?:pause|freeze|suspend|downgrade|drop)[^.!?]{0,20}\b(?:plan|sub|subscription|account|free|possible|membership)/,
  /\bkundig|\bresili|\bdesabonn|\bcancelar|\bde baja\b|\bdarme\b|\bencerrar|\bexcluir|\beliminar (?:mi|la)\b|\bsupprim\w{1,3} (?:mon|le|mes)\b|\bloschen sie|\bkonto loschen/,
];
const SECURITY: readonly RegExp[] = [
  /\btake ?down|\btaken down|\b(?:shut|close) (?:them|that|this|it) down/,
  /\b(?:log|sign|kick|throw) (?:them|him|her|everyone|everybody|all|that) (?:\w{1,12} )?out\b|\brevoke|\bkill (?:the|their|that|all)[^.!?]{0,15}\bsession/,
  /\bwho (?:logged|has|had|got|accessed|changed|added|did|else)\b|\baudit (?:log|trail)|\bip address/,
  /\b(?:is|was) (?:this|it|that) (?:really |actually |mail )?(?:you|from you|yours|real|legit|genuine|safe)\b/,
  /\bphish|\bimperson|\bpretend|\bscam|\bfraud|\bfake\b|\bspoof|\bhack|\bbetrug|\barnaque|\bestafa|\bgolpe/,
  /\bdisclos|\bbounty|\bvulnerab|\bsecurity (?:team|contact|issue|report|hole)|\bleak|\bbreach/,
  /\b(?:not|wasnt|isnt|never) (?:me|mine|us|ours|by me)\b|\bstolen\b|\bcompromis|\bsomeone else|\bstranger/,
];

function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f'\u2018\u2019]/g, "")
    .replace(/\s+/g, " ")
    .toLowerCase();
}

function hits(text: string, signs: readonly RegExp[]): number {
  return signs.filter((sign) => sign.test(text)).length;
}

/** Which act of the support desk would settle the message, named by the team that can do it. */
export function agent_remedy(row: Row): {
  label: "access" | "billing" | "bug" | "howto" | "cancel" | "security" | "unknown";
  confidence: "high" | "medium" | "low";
} {
  const text = fold(`${row.subject ?? ""} . ${row.body ?? ""}`);
  const scores: readonly (readonly [Kind, number])[] = [
    ["access", hits(text, ACCESS)],
    ["billing", hits(text, BILLING)],
    ["bug", hits(text, BUG)],
    ["howto", hits(text, HOWTO)],
    ["cancel", hits(text, CANCEL)],
    ["security", hits(text, SECURITY)],
  ];
  let best: Kind = "unknown";
  let top = 0;
  let second = 0;
  for (const [kind, score] of scores) {
    if (score > top) {
      second = top;
      top = score;
      best = kind;
    } else if (score > second) {
      second = score;
    }
  }
  const lead = top - second;
  if (lead === 0) {
    return { label: "unknown", confidence: "low" };
  }
  return { label: best, confidence: lead > 2 ? "high" : lead > 1 ? "medium" : "low" };
}
