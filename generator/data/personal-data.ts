/** One kind of text that must not leave the machine, and what stands in its place. */
export interface Secret {
  readonly placeholder: string;
  /** Global. Every repetition is bounded or starts once a run, so that time stays linear in the text. */
  readonly pattern: RegExp;
  /** A cheap test without which the pattern is not tried. */
  readonly when: RegExp;
  /** Decides where the pattern alone says too little. */
  readonly only?: (found: string) => boolean;
}

/** Keys, tokens, passwords and card numbers: hidden under every `send` but "raw". */
export const credentials: readonly Secret[] = [
  {
    placeholder: "<key>",
    when: /-----BEGIN/,
    pattern: /-----BEGIN [A-Z ]{0,40}-----(?:[^-]|-(?!----)){0,8000}(?:-----END [A-Z ]{0,40}-----)?/g,
  },
  { placeholder: "<token>", when: /eyJ/, pattern: /(?<![\w-])eyJ[\w-]{5,4000}\.[\w-]{5,4000}(?:\.[\w-]{0,4000})?/g },
  { placeholder: "<token>", when: /bearer|basic/i, pattern: /(?<=\b(?:bearer|basic)\s{1,3})[\w.~+/=-]{12,4000}/gi, only: mixed },
  {
    placeholder: "<key>",
    when: /[_-]|AIza|SG\./,
    pattern:
      /(?<![A-Za-z0-9])(?:(?:sk|pk|rk|whsec|gh[a-z]|github_pat|glpat|xox[a-z]|hf|npm|pypi|shpat|dop_v1)[_-][\w.-]{12,4000}|SG\.[\w.-]{20,4000}|AIza[\w-]{20,80})/g,
    only: mixed,
  },
  { placeholder: "<key>", when: /A[KS]IA/, pattern: /(?<![A-Za-z0-9])A[KS]IA[A-Z0-9]{12,40}/g },
  {
    placeholder: "<secret>",
    when: /[:=]\S/,
    pattern: new RegExp(String.raw`(?<=\b${secretWord()}["']?\s?[:=]["']?)[^\s"',;<]{3,4000}`, "gi"),
  },
  {
    placeholder: "<secret>",
    when: /\s\S*[\d@#$%^&*]/,
    pattern: new RegExp(String.raw`(?<=\b${secretWord()}["']?(?:\s?[:=]|\s(?:is|was)):?\s["']?)[^\s"',;<]{3,4000}`, "gi"),
    only: (found) => /[\d@#$%^&*]/.test(found),
  },
  { placeholder: "<token>@", when: /:\/\/[^\s/]{1,400}@/, pattern: /(?<=\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@"'<>]{1,400}@/gi },
  { placeholder: "?<token>", when: /[?#][^\s=]{1,80}=/, pattern: /(?<=\S)[?#&][\w.~%[\]-]{1,80}=[^\s"'<>]{1,4000}/g },
  { placeholder: "<card>", when: /\d{3}/, pattern: /(?<![\d.])\d(?:[ -]?\d){12,18}(?!\d)/g, only: luhn },
  { placeholder: "<token>", when: /[\w+/=-]{20}/, pattern: /(?<![\w+/=-])[\w+/=-]{20,4000}/g, only: looksRandom },
];

const gap = String.raw`[\s.()/\u2010-\u2015-]`;

/** What identifies a person: hidden under every `send` but "raw". Dates and amounts of money stay. */
export const personal: readonly Secret[] = [
  {
    placeholder: "<email>",
    when: /@/,
    pattern: /(?:mailto:)?[^\s@<>()[\]"',;:]{1,64}@[^\s@<>()[\]"',;:]{1,190}\.[^\s@<>()[\]"',;:.!?]{2,63}/gi,
  },
  {
    placeholder: "<email>",
    when: /[([]at[)\]]/i,
    pattern: /[\w.+-]{2,64}\s?[([]at[)\]]\s?[\w-]{2,63}(?:\.|\s?[([]dot[)\]]\s?)[a-z.]{2,20}/gi,
  },
  {
    placeholder: "<iban>",
    when: /[A-Za-z]{2}\d{2}/,
    pattern: /\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?\b/gi,
    only: (found) => digits(found) >= 8,
  },
  { placeholder: "<id>", when: /\d-\d/, pattern: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g },
  {
    placeholder: "<id>",
    when: /\d/,
    pattern:
      /\b(?:[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]|[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]|[A-Z]{5}\d{4}[A-Z]|\d{3}\.\d{3}\.\d{3}-\d{2}|\d{6}[-+]\d{4}|[XYZ]?\d{7,8}-?[A-Z])\b/gi,
  },
  { placeholder: "<phone>", when: /\+/, pattern: new RegExp(String.raw`\+${gap}?\d(?:${gap}{0,3}\d){6,16}`, "g") },
  {
    placeholder: "<phone>",
    when: /\d{3}/,
    pattern: new RegExp(String.raw`(?<![\d-])\(?\d{2,5}\)?${gap}{1,2}\d{3,4}${gap}\d{3,5}(?![\d-])`, "g"),
    only: (found) => digits(found) >= 9,
  },
  {
    placeholder: "<phone>",
    when: /0\d/,
    pattern: new RegExp(String.raw`(?<![\d.,:/-])0\d(?:${gap}{0,2}\d){6,12}(?!\d)`, "g"),
    only: (found) => !dated.test(found),
  },
  { placeholder: "<phone>", when: /\d{3}-\d{4}/, pattern: /(?<![\d-])\d{3}-\d{4}(?![\d-])/g },
  { placeholder: "<number>", when: /\d{9}/, pattern: /(?<!\d)\d{9,4000}/g },
  {
    placeholder: "<number>",
    when: /\d[\s.-]\d/,
    pattern: /(?<![\d.,])\d(?:[\s.-]?\d){8,60}/g,
    only: (found) => !dated.test(found) && !isIp(found) && !/^\d{1,3}(?:[ .]\d{3})+$/.test(found),
  },
];

/** What may lead to one: hidden where `send` is "masked". */
export const loose: readonly Secret[] = [
  {
    placeholder: "<ip>",
    when: /\d\.\d/,
    pattern: /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]\d)/g,
    only: isIp,
  },
  {
    placeholder: "<ip>",
    when: /[\da-f]{0,4}:[\da-f]{0,4}:/i,
    pattern: /(?<![\w:])(?:(?:[\da-f]{1,4}:){4,7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:(?:[\da-f]{1,4}:){0,6}[\da-f]{0,4})(?![\w:])/gi,
  },
  { placeholder: "<number>", when: /\d{7}/, pattern: /\d{7,4000}/g },
];

const dated = /^(?:\d{4}-\d\d-\d\d|\d\d?[./ -]\d\d?[./ -](?:19|20)\d\d)/;

function isIp(found: string): boolean {
  const parts = found.split(".");
  return parts.length === 4 && parts.every((part) => Number(part) < 256);
}

function secretWord(): string {
  return String.raw`(?:pass(?:word|wd|phrase|code)|pwd|secret|pin|otp|credentials?|(?:(?:access|auth|api|private|secret)[ _-]?)?(?:token|key))`;
}

function digits(text: string): number {
  return text.match(/\d/g)?.length ?? 0;
}

/** Letters and digits, or small letters that run into capitals: no word. */
function mixed(found: string): boolean {
  return (/\d/.test(found) && /[A-Za-z]/.test(found)) || /[a-z][A-Z]/.test(found);
}

/** The check digit of payment cards (ISO/IEC 7812-1). */
function luhn(found: string): boolean {
  let sum = 0;
  for (const [i, digit] of [...found.replace(/\D/g, "")].toReversed().entries()) {
    const doubled = Number(digit) * (i % 2 === 0 ? 1 : 2);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Letters and digits that take turns too often for words, or long hexadecimal. */
function looksRandom(found: string): boolean {
  const body = found.replace(/[^A-Za-z0-9]/g, "");
  if (/^[\da-f]{32,}$/i.test(body)) return true;
  const turns = body.match(/[A-Z](?=[a-z\d])|[a-z](?=[A-Z\d])|\d(?=[A-Za-z])/g)?.length ?? 0;
  return /\d/.test(body) && /[A-Za-z]/.test(body) && turns >= body.length / 4;
}
