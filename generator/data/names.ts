import { givenNames, isNoWord } from "./given-names.ts";
import { lowerCase } from "./lower-case.ts";

/** A capitalised word of Latin letters. */
const word = String.raw`[A-Z\u00c0-\u00de\u0100-\u017f][A-Za-z\u00c0-\u024f'’-]{0,30}`;
const particle = String.raw`(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|al|bin|ibn|zu|ter)\s`;
/** Up to four words of a name, initials and small particles between them. */
const full = String.raw`${word}(?:\s(?:[A-Z]\.\s)?(?:${particle}){0,2}${word}){0,3}`;

/** Where a name follows by custom: after a title, after what announces it, between a greeting and a comma, after a closing formula. */
const places: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<=(?<![A-Za-z])(?:Mrs?|Ms|Mx|Miss|Dr|Prof|Herrn?|Frau|Monsieur|Madame|Mme|Mlle|Se[nñ]ora?|Sra?|Signora?|Dhr|Mevr|Pani?)\.?\s)${full}`,
    "g",
  ),
  new RegExp(
    String.raw`(?<=\b(?:[Nn]ame(?:'s|’s)?(?:\s(?:is|ist|was))?|[Mm]e\sllamo|[Nn]ombre(?:\ses)?|[Mm]i\schiamo|m['’]appelle|[Nn]om(?:\sest)?|hei(?:ß|ss)e|[Nn]aam(?:\sis)?|[Ss]igned(?:\sby)?|[Hh]older|[Aa]ttn|[Cc]ontact(?:\sperson)?)\s?[:=]?\s)${full}`,
    "g",
  ),
  new RegExp(
    String.raw`(?<=(?:^|[\n.!?]\s?)\s?(?:[Dd]ear|[Hh]i|[Hh]ello|[Hh]ey|[Hh]allo|[Ll]iebe[rs]?|[Bb]onjour|[Cc]h[eè]re?|[Hh]ola|[Ee]stimad[oa]|[Cc]iao|[Gg]entile|[Bb]este)\s)${full}(?=\s?[,!:\n]|$)`,
    "g",
  ),
  new RegExp(
    String.raw`(?<=\b(?:[Rr]egards|[Bb]est|[Cc]heers|[Tt]hanks|[Tt]hank\syou|[Tt]hx|[Ss]incerely|[Yy]ours|[Gg]reetings|[Gg]r(?:u|ü)(?:ß|ss)e?n?|[Cc]ordialement|[Ss]aludos|[Ss]aluti|[Gg]roet(?:en)?|MfG|BR|KR)\s?[,.!]?\s{0,3}[-–—~]?\s{0,3})${full}(?=\s?[.,]?\s?(?:\n|$))`,
    "g",
  ),
  new RegExp(String.raw`(?<=\n\s?[-–—~]{1,2}\s?)${full}(?=\s?$)`, "g"),
];

/** In lower case only behind words that announce nothing else. */
const announced =
  /(?<=\b(?:my name is|ich hei(?:ß|ss)e|je m['’]appelle|me llamo|mi chiamo)\s)[a-z\u00df-\u024f'’-]{2,30}(?:\s(?!and\b|but\b|from\b|i\b|of\b|und\b|aus\b|et\b|y\b|e\b|with\b|at\b)[a-z\u00df-\u024f'’-]{2,30})?/gi;

const runs = new RegExp(full, "g");

const strangers = new Set(
  (
    "team support sir sirs madam there all everyone everybody customer customers folks friends guys service sales billing help desk again " +
    "colleagues zusammen damen herren you the and for i we it this that my your our in on to a an is please not no yes number account user file"
  ).split(" "),
);

/** E-mail addresses tell names: anna.kovacs@… */
const localParts = /[\w.+-]{3,64}(?=@[\w-])/g;
const roles = new Set(
  "info support sales admin contact hello noreply reply mail office help team service billing accounts account user test customer care desk".split(
    " ",
  ),
);

/**
 * Names of persons in a text: where custom puts one, where a known given name stands with or without a surname, and the words of both
 * again. A heuristic: a name that stands anywhere and is on no list is not found.
 *
 * @param alone Whether a given name without a surname counts; in a category it may be a city.
 * @returns The spans as they are written, longest first, each once.
 */
export function namesIn(text: string, alone: boolean): string[] {
  if (!/[A-Za-z]/.test(text)) return [];
  const found = places.flatMap((place) => (text.match(place) ?? []).map(trimmed).filter((name) => name !== ""));
  const spelled = (text.match(announced) ?? []).filter((name) => !strangers.has(firstWord(name)));
  const listed = (text.match(runs) ?? []).flatMap((run) => knownIn(run, alone));
  const spans = [...found, ...listed, ...spelled];
  const parts = [...spans.flatMap(partsOf), ...(text.match(localParts) ?? []).flatMap((part) => mailNames(part, text))];
  return [...new Set([...spans, ...parts])].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** Without a first word that is nobody, such as "Team". */
function trimmed(name: string): string {
  return strangers.has(firstWord(name)) ? "" : name;
}

function firstWord(name: string): string {
  return fold(name.split(/\s/)[0] ?? "");
}

/** From a given name of the list to the end of a run of capitalised words, at most three words. */
function knownIn(run: string, alone: boolean): string[] {
  const words = run.split(/\s/);
  const at = words.findIndex((one) => givenNames.has(fold(one)));
  const name = words.slice(at, at + 4).join(" ");
  if (at === -1) return [];
  const given = fold(words[at]!);
  const shouted = words[at]!.length > 2 && words[at] === words[at]!.toUpperCase();
  if (words.length === at + 1) return alone && isNoWord(given) ? [words[at]!] : [];
  return isNoWord(given) || !(shouted || (at === 0 && strangers.has(fold(words[1]!)))) ? [name] : [];
}

/** The words of a name that may be said again alone. */
function partsOf(name: string): string[] {
  return name.split(/\s/).filter((part) => /^[A-Z\u00c0-\u00de\u0100-\u017f]/.test(part) && part.length > 2 && !strangers.has(fold(part)));
}

/** Words of the text that also stand before the @ of an address in it. */
function mailNames(local: string, text: string): string[] {
  const parts = local.split(/[\d._+-]+/).filter((part) => part.length > 2 && !roles.has(fold(part)));
  return parts.flatMap((part) => text.match(new RegExp(`(?<![A-Za-z@._+-])${part}(?![A-Za-z@._+-])`, "gi")) ?? []);
}

/** Lower case without accents. */
function fold(text: string): string {
  return lowerCase(text)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/['’]s?$/, "");
}
