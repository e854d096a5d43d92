/**
 * Drafted by a language model, kept because it measured better; review it like hand-written
 * code; edits are kept.
 *
 * Why: Partings that name no cancelling (out of business, baby, switched, is there a button) are
 * taken for howto; reasons and idioms of leaving against signs of going on using the app catch
 * them in many wordings.
 *
 * Evidence: lift +0.0181 nats a row [-0.0055, +0.0418], 13 of 15 folds won, adjusted p 0.0026;
 * says something on 53 % of rows.
 *
 * Tests: 9 cases, which notice 6 of 6 mutants; the rewrite that changes its answer most often,
 * "typo", does so on 4.1 % of rows.
 */

import type { Row } from "../input.ts";

const EXIT: readonly RegExp[] = [
  /\bcancel (?:my|our|the|this|it|me|at|before|everything)\b|\bcancell?ation|\bplease cancel|\bkundig|\bresili|\bdesabonn|\bcancelar|\bde baja\b|\bcancelamento/,
  /\b(?:quit|quitting|goodbye|bye|farewell|adieu|adios|tschuss|tchau|so long|im out|were out|im done|we are done|were done|step out|parting|part ways)\b/,
  /\b(?:close|closing|delete|deleting|erase|wipe|remove|kill|deactivate) (?:my|our|the|this|it)(?: \w{1,10})?(?: account| profile| data| workspace)?\b|\berasure|\bgdpr|\bdsgvo|\brgpd|\blgpd|\barticle 17/,
  /\bend (?:it|my|our|the|this|a|of (?:the )?(?:period|term|trial|contract))\b|\bterminat|\bunsubscrib|\blast (?:one|month|invoice)\b|\blauft aus|\bauslaufen/,
  /\b(?:not|dont|do not|wont|never|stop|no|cease) (?:\w{1,6} )?(?:renew|extend|continue|verlanger|keep going|make it paid|want it|need it|want this|need this)/,
  /\bno longer (?:need|use|want|require|work)|\bdont (?:need|use|want) (?:it|this|you|northbeam)|\bnot (?:using|needed|worth)|\bnever use|\bhardly use|\bbrauche (?:es|ihn|das|sie)? ?nicht|\bplus besoin|\bya no\b|\bnao (?:uso|preciso)/,
  /\b(?:retir|sold (?:the|my|our) (?:business|company|firm|shop)|clos(?:ed|ing) (?:down|the business|shop|my business)|bankrupt|shutting|wound up|out of business|got a job|real job|employed now|ruhestand|retraite|jubil)/,
  /\b(?:switch(?:ed|ing)?|moved|moving|migrat\w{1,4}) (?:over )?(?:to|back to|away) (?!(?:annual|yearly|monthly|pro|team|a new|dark))|\bcompetitor|\bfound (?:something|another|a cheaper)|\bcheaper/,
  /\b(?:pause|paus(?:ed|ing)|sabbatical|maternity|parental|having a baby|off season|seasonal|hibernat|on hold|take a break|come back later|winter break)\b/,
  /\btrial\b|\bbefore (?:it|the trial) (?:ends|charges|turns|renews|becomes)|\bprobe(?:zeit|abo)|\bperiode dessai|\bprueba\b/,
  /\bdowngrad|\bdrop(?:ping)? to free|\bback to (?:the )?free|\bgo(?:ing)? free|\bfree plan instead/,
  /\b(?:its not you|no hard feelings|thanks for everything|thank you for everything|was nice|nice while|good luck|no offence|no offense|easier to leave|hotel california|cant find (?:the )?(?:cancel|button|place))/,
];
const STAYING: readonly RegExp[] = [
  /\bhow (?:do|can) (?:i|we) (?:add|set|make|change|put|show|import|use|turn|split)|\bwhere (?:do|can) (?:i|we) (?:set|add|change|write|find|put)/,
  /\b(?:fix|crash|bug|error|broken|glitch|screenshot|version|update)/,
  /\bpassw|\blog ?in\b|\blogin|\bsign ?in\b|\bsso\b|\b2fa\b|\bauthenticat|\blocked\b|\bcodes?\b/,
  /\b(?:refund|charged|receipt|vat|double|twice|declined|coupon|discount)\b/,
  /\b(?:not|dont|do not|without) (?:want to |wish to |wanting to )?(?:cancel|quit|leave|close)|\bdont want to (?:lose|leave)|\blove (?:it|the|this|your)|\bhappy (?:to keep|with)/,
  /\b(?:recurring|template|reminder|webhook|api|import|export|logo|currency|integration|timer|pdf)\b/,
  /\b(?:upgrade|more seats|extra seat|add (?:a |two |another )?(?:user|seat|colleague)|new employee|we are growing)\b/,
  /\b(?:invoice|quote|estimate|order|appointment|project|booking)s? (?:\w{1,6} )?cancel|\bcancel (?:an|one|a|that|this) (?:invoice|quote|estimate|order|draft|reminder|payment)/,
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

/** Signs that the writer ends or suspends the relation, minus signs of going on as a user. */
export function exit_minus_staying(row: Row): number {
  const text = fold(`${row.subject ?? ""} . ${row.body ?? ""}`);
  return hits(text, EXIT) - hits(text, STAYING);
}
