/**
 * Drafted by a language model, kept because it measured better; review it like hand-written
 * code; edits are kept.
 *
 * Why: Cancel and billing share their words; a wish to leave, a charge after having left and the
 * cancelling of an invoice differ by tense, negation and object.
 *
 * Evidence: lift +0.0109 nats a row [-0.0140, +0.0357], 9 of 15 folds won, adjusted p 0.0026;
 * says something on 10 % of rows, abstains on 90 %.
 *
 * Tests: 10 cases, which notice 45 of 48 mutants.
 */

import type { Row } from "../input.ts";

const LEAVE: readonly RegExp[] = [
  /\bcancel|\bkundig|\bresili|\bterminat|\bdar(?:me)? de baja\b|\bunsubscribe\b/,
  /\b(?:close|end|stop|quit|kill|deactivate|discontinue) (?:my|our|the|this|it|me)\b/,
  /\b(?:do not|dont|not|stop|no|turn off|disable) (?:auto ?)?(?:renew|make it paid|charge me|continue)/,
  /\b(?:no longer need|dont need|do not need|not using|dont use|never used|closing (?:the|my|our) (?:business|shop|company)|out of business|retiring|retired|too expensive|switch(?:ed|ing) to|moved to)\b/,
  /\b(?:subscription|membership|abo|abonnement|suscripcion|assinatura|contract|vertrag|my plan|the plan|trial)\b/,
  /\b(?:end of (?:the )?(?:period|term|month|year|trial)|before (?:it renews|the trial)|nachstmoglich|pause)/,
];
const ERASE: readonly RegExp[] = [
  /\b(?:gdpr|dsgvo|rgpd|lgpd|ccpa|article 17|right to be forgotten|personal data|datenschutz)\b/,
  /\b(?:delete|erase|remove|wipe|purge|destroy)[^.!?]{0,15} (?:account|data|profile|everything|records|me)\b/,
  /\b(?:losch|supprim|effac|eliminar|borrar|excluir|apagar)[^.!?]{0,25} (?:konto|daten|account|compte|donnees|cuenta|datos|conta|dados)/,
];
const AFTER: readonly RegExp[] = [
  /\b(?:already|had|have|i|we) (?:cancell?ed|terminated|closed|gekundigt)\b/,
  /\b(?:after|despite|although|even though)[^.!?]{0,25} cancel/,
  /\b(?:cancel|gekundigt|annul|resili)[^.!?]{0,40} (?:still|yet|again|but|trotzdem|encore|todavia)[^.!?]{0,20} (?:charg|bill|took|paid|abgebucht|cobr|preleve)/,
  /\bstill (?:being |getting |get )?(?:charg|bill)/,
];
const KEEP: readonly RegExp[] = [
  /\b(?:dont|do not|not|without) (?:want to |wish to |intend to |going to )?(?:cancel|leav|clos)/,
  /\bcancel[a-z]{0,6} (?:an? |one |the |this |my )?(?:invoice|payment|order|estimate|quote|booking|appointment|button)/,
  /\b(?:client|customer|guest|student)s? (?:has |have |who |often )?cancel/,
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

/** Whether the writer wants to leave, wants data erased, or complains about money after having left. */
export function leaving_stance(row: Row): {
  label: "leave" | "erase" | "after_leaving" | "unknown";
  confidence: "high" | "medium" | "low";
} {
  const text = message(row);
  const after = hits(text, AFTER);
  if (after > 0) {
    return { label: "after_leaving", confidence: after > 1 ? "high" : "medium" };
  }
  const leave = hits(text, LEAVE);
  const erase = hits(text, ERASE);
  if (hits(text, KEEP) > 0 || leave + erase === 0) {
    return { label: "unknown", confidence: "low" };
  }
  if (erase >= leave) {
    return { label: "erase", confidence: erase > 1 ? "high" : "medium" };
  }
  return { label: "leave", confidence: leave > 2 ? "high" : leave > 1 ? "medium" : "low" };
}
