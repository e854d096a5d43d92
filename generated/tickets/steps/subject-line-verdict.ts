/**
 * Drafted by a language model, kept because it measured better; review it like hand-written
 * code; edits are kept.
 *
 * Why: A subject of three words is its own summary, yet the word model mixes it with the long
 * body; judged alone against wide families of titles it decides many rows.
 *
 * Evidence: lift +0.0319 nats a row [-0.0004, +0.0642], 14 of 15 folds won, adjusted p 0.0026;
 * says something on 48 % of rows.
 *
 * Tests: 8 cases, which notice 34 of 36 mutants; the rewrite that changes its answer most often,
 * "typo", does so on 37 % of rows.
 */

import type { Row } from "../input.ts";

type Kind = "access" | "billing" | "bug" | "howto" | "cancel" | "security" | "unknown";

const ACCESS: readonly RegExp[] = [
  /\blog(?:ging|ged)? ?(?:in|on|out)\b|\blogin|\bsign(?:ing|ed)?[ -]?(?:in|on|up)\b|\bsso\b|\bsaml|\bokta|\bscim|\bentra\b/,
  /\bpass(?:word|code|key|wort|phrase)|\bpw\b|\bpwd\b|contrasena|\bsenha|mot de passe|kennwort/,
  /\b2fa|\bmfa\b|\botp\b|\bauthenticat|\bverif|\bconfirm|\b(?:sms|backup|recovery|security|six|6)[- ](?:code|digit)|\bcodes?\b|\bcodigo|\btoken/,
  /\b(?:un)?lock(?:ed|out)?\b|\bblock(?:ed)?\b|\bdisabled|\bdeactivated|\bsuspended|gesperrt|\bbloque|\bbloqu/,
  /\bacces|\bacesso|\bzugang|\bzugriff|\banmeld|\beinlogg|\bconnexion|\bconnecter|\bentrar\b|\biniciar/,
  /\binvit|\badmin|\bowner|\bsession|\bcaptcha|\bmagic link|\bface ?id|\bfingerprint|\bpin\b|\bworkspace/,
  /\b(?:cant|cannot|can not|couldnt|unable to|not able to) (?:get|come|enter|open|reach)|\blet (?:me|us) in|\bkicked|\boutside\b/,
  /\b(?:new|lost|old|broken|changed|neues|nouveau|nuevo|novo) (?:phone|mobile|number|handy|telefon|telephone|telefono|celular|e-?mail)|\be-?mail\b/,
];
const BILLING: readonly RegExp[] = [
  /\bcharg|\bbilled|\bbilling|\bdebit|\babgebucht|\babbuch|\bprelev|\bcobr|\bcargo|\bcobranca/,
  /\brefund|\bmoney back|\berstatt|\brembours|\breembols|\bestorno|\bdevol/,
  /\breceipt|\bvat\b|\btax id|\brechnung|\bfacture\b|\bfactura\b|\bfatura|\bnota fiscal|\brecibo|\bcredit note|\bgutschrift/,
  /\bpayment|\bpaid\b|\bpaying\b|\bpago|\bpagamento|\bpaiement|\bzahlung|\bcard\b|\bcarte\b|\btarjeta|\bcartao|\bkarte\b/,
  /\bprice|\bpricing|\bfees?\b|\bdiscount|\bcoupon|\bpromo|\bpreis|\bprix|\bprecio|\bpreco|\bquote for/,
  /\btwice\b|\bdouble\b|\btwo times|\b2x\b|\bdoppelt|\bdeux fois|\bdos veces|\bduas vezes/,
  /\brenewal|\brenewed|\bsubscription|\bstatement|\binv\b|\b(?:your|my|our|wrong|copy of|annual|missing) (?:invoice|bill)\b|\bseats?\b|\bupgrade/,
];
const BUG: readonly RegExp[] = [
  /\bcrash|\bbugs?\b|\babsturz|\bplante|\bbogue|\btrava/,
  /\berrors?\b|\bfehler|\berreur|\berro\b|\bfail|\bfalla|\bexception|\b50[0-9]\b|\b40[04]\b/,
  /\bbroken|\b(?:not|doesnt|does not|isnt|stopped) work|\bfunktioniert|\bgeht nicht|\bmarche pas|\bno funciona|\bnao funciona|\bdoes nothing|\bkaputt/,
  /\bwrong (?:total|amount|date|number|time|day|currency|rate|hours|value|client|language)|\bfalsch|\boff by|\bmismatch|\bincorrect (?:total|amount|date|number|value)/,
  /\b(?:blank|white|black|empty|grey) (?:screen|page|pdf|invoice)|\bfroz|\bfreez|\bhangs?\b|\bslow|\bspinner|\bstuck/,
  /\bdisappear|\bvanish|\bgone\b|\blost (?:hours|data|time|entries|my)|\bduplicat|\bdoubled|\bmissing (?:hours|entries|rows|data|items)/,
  /\bregression|\bsince (?:the )?(?:last )?update|\bafter (?:the )?update|\bv?\d{1,2}\.\d{1,2}\b|\bsync|\bignored|\brounding|\btimezone|\bdst\b/,
  /\btimer|\bpdf|\bcsv|\bexport|\bdashboard|\bwidget|\bscanner|\bdark mode|\bnotification|\bbutton|\btotals?\b|\bcalendar|\bkeyboard|\bgood app|\bstars?\b/,
];
const HOWTO: readonly RegExp[] = [
  /^(?:how|where|can|could|does|do you|which|what|wie|wo|kann|comment|como|puedo|posso)\b/,
  /\bquestion|\bfrage|\bpregunta|\bduda\b|\bduvida|\bpossible|\bway to\b|\badvice|\bfeature|\bhelp with/,
  /\bsettings?\b|\btemplate|\brecurring|\breminder|\blate fee|\bcustom|\blogo\b|\blayout|\bnumbering|\bretainer|\bdeposit|\bfooter/,
  /\bimport|\bmigrat|\bintegrat|\bscopes?\b|\bwebhooks?\b|\bapi\b|\bzapier|\bquickbooks|\bxero|\bdatev|\bconfig|\bstaging/,
  /\broles?\b|\bpermission|\barchive|\bsplit|\bshortcut|\btags?\b|\bmultiple|\bper (?:project|client|hour|day)|\bcurrenc|\btranslat/,
];
const CANCEL: readonly RegExp[] = [
  /\bcancel|\bkundig|\bresili|\bdesabonn|\bbaja\b|\bannul/,
  /\bclos(?:e|ing|ure)\b|\bdelet|\berasure|\berase|\bgdpr|\bart(?:icle)? 17|\bdsgvo|\brgpd|\blgpd|\bloschen|\bencerr|\bsupprim/,
  /\bquit|\bleav|\bgoodbye|\bbye\b|\bfarewell|\badieu|\btschuss|\badios|\btchau|\bso long|\bthank you for/,
  /\bstop\b|\bend\b|\bending\b|\bterminat|\bunsubscrib|\bnot renew|\bno longer|\bdone\b/,
  /\bpaus|\bdowngrad|\btrial\b|\bswitch(?:ing|ed) to|\bretir|\bclosing down|\bsabbatical/,
];
const SECURITY: readonly RegExp[] = [
  /\bphish|\bscam|\bfraud|\bfake|\bhack|\bpretend|\bimperson|\bspoof|\bstolen|\bbreach|\bleak|\bvulnerab|\bexploit|\bxss|\bcsrf|\bidor|\bmalware|\bsuspicious|\bfishy|\bsmish/,
  /\blog(?:ged|in|ging)? ?(?:in )?from\b|\bsignin from|\b(?:new|strange|unknown|odd|weird|foreign) (?:login|device|session|mail|sms|call|activity)/,
  /\bis (?:this|that|it) (?:really )?(?:you|real|from you|legit|yours)|\bnot (?:me|mine|us|ours)\b|\bwasnt me/,
  /\bother (?:peoples|customers|companys|companies|tenants?)\b|\bsomeone|\bsomebody|\bstranger|\bbank details|\biban\b/,
  /\bbetrug|\bgefalscht|\bverdacht|\bfremd|\barnaque|\bhamecon|\bestafa|\bsuplant|\bgolpe|\bpirat|\bsecurity (?:issue|report|hole|concern)/,
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

/** Which team the subject line alone would be sent to. */
export function subject_line_verdict(row: Row): {
  label: "access" | "billing" | "bug" | "howto" | "cancel" | "security" | "unknown";
  confidence: "high" | "medium" | "low";
} {
  const text = fold(row.subject ?? "");
  const scores: readonly (readonly [Kind, number])[] = [
    ["access", hits(text, ACCESS)],
    ["billing", hits(text, BILLING)],
    ["bug", hits(text, BUG)],
    ["howto", hits(text, HOWTO)],
    ["cancel", hits(text, CANCEL)],
    ["security", 2 * hits(text, SECURITY)],
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
  return { label: best, confidence: lead > 1 ? "high" : second === 0 ? "medium" : "low" };
}
