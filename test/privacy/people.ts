import { random, type Random } from "../../generator/random.ts";

/** An invented person and what identifies them. */
export interface Person {
  readonly name: string;
  /** Address, phone, card, IBAN, national id: found by their form wherever they stand. */
  readonly identifiers: readonly string[];
}

const given = (
  "Maria Oluwaseun Kasimir Priya Jean-Luc Siobhan Thandiwe Matteo Ngozi Wei Astrid Dmitri Fatima Hiroshi Leilani Bjarne Zsofia Tomasz " +
  "Eszter Malik Ingeborg Ravi Catarina Emeka Solveig"
).split(" ");
const family = (
  "Gonzalez Adeyemi Wojcik Ramanathan Beaumont O'Sullivan Mokoena Ricciardi Okonkwo Zhang Lindqvist Volkov Haddad Tanaka Kealoha " +
  "Thorvaldsen Szabo Nowacki Varga Rahmani Falkenstein Deshpande Figueiredo Nwosu Bergstrom"
).split(" ");

/** People who have nothing in common but parts of a name. */
export function people(count: number): Person[] {
  const source = random(11);
  return Array.from({ length: count }, (_, i) => {
    const [first, last] = [given[i % given.length]!, family[(i * 7 + Math.floor(i / given.length)) % family.length]!];
    const name = `${first} ${last}`;
    const mail = `${first}.${last}${i}`.toLowerCase().replace("'", "");
    return {
      name,
      identifiers: [`${mail}@mail${source.below(90)}.example`, phone(source), card(source), iban(source), nationalId(source)],
    };
  });
}

/** Keys and passwords as they are pasted into messages by mistake: eight forms, none of them real; `secret` is the part that must stay. */
export function keys(): { readonly text: string; readonly secret: string }[] {
  const source = random(12);
  const letters = (n: number): string => Array.from({ length: n }, () => alphabet[source.below(alphabet.length)]).join("");
  const forms: readonly ((secret: string) => string)[] = [
    (secret) => `sk-proj-${secret}`,
    (secret) => `ghp_${secret}`,
    (secret) => `AKIA${secret.toUpperCase().slice(0, 16)}`,
    (secret) => `xoxb-2${secret}`,
    (secret) => `eyJhbGciOiJIUzI1NiJ9.${secret}.${secret}`,
    (secret) => `Authorization: Bearer ${secret}`,
    (secret) => `postgres://admin:${secret}@db.example/main`,
    (secret) => `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----`,
  ];
  return Array.from({ length: 80 }, (_, i) => {
    const secret = `${letters(17)}7Q${letters(17)}`;
    const text = forms[i % forms.length]!(secret);
    return { text, secret: text.includes(secret) ? secret : text };
  });
}

const alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

function digits(source: Random, n: number): string {
  return Array.from({ length: n }, () => String(source.below(10))).join("");
}

function phone(source: Random): string {
  const d = (n: number): string => digits(source, n);
  const forms = [`+49 30 ${d(4)} ${d(4)}`, `(212) 555-${d(4)}`, `07700 900${d(3)}`, `+33 6 ${d(2)} ${d(2)} ${d(2)} ${d(2)}`, `+1${d(10)}`];
  return forms[source.below(forms.length)]!;
}

/** With the check digit of ISO/IEC 7812-1. */
function card(source: Random): string {
  const body = `4${digits(source, 14)}`;
  const sum = [...body].reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`.replace(/(\d{4})(?=\d)/g, "$1 ");
}

function iban(source: Random): string {
  return `DE${digits(source, 20)}`.replace(/(.{4})(?=.)/g, "$1 ");
}

function nationalId(source: Random): string {
  const d = (n: number): string => digits(source, n);
  const forms = [
    `${d(3)}-${d(2)}-${d(4)}`,
    `QQ ${d(2)} ${d(2)} ${d(2)} C`,
    `${d(3)}.${d(3)}.${d(3)}-${d(2)}`,
    d(11),
    `${d(8)}Z`,
    `${d(4)} ${d(4)} ${d(4)}`,
  ];
  return forms[source.below(forms.length)]!;
}
