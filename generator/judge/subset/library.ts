import { listMembers, mapMembers, setMembers } from "./library-lists.ts";
import { regexMembers, textMembers } from "./library-texts.ts";
import type { Member, Trait } from "./member.ts";

/** A type or namespace of the allowed world. */
interface LibraryType {
  /** Heading on the page for the model; "" keeps the type off the page. */
  readonly shown: string;
  readonly header: string;
  readonly members: readonly Member[];
}

const numberMembers: readonly Member[] = [["toFixed", "(digits: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10): string"]];

const numberStatics: readonly Member[] = [
  ["isNaN", "(value: unknown): boolean"],
  ["isFinite", "(value: unknown): boolean"],
  ["isInteger", "(value: unknown): boolean"],
  ["isSafeInteger", "(value: unknown): boolean"],
  ["parseFloat", "(text: string): number"],
  ["parseInt", "(text: string, radix: 2 | 8 | 10 | 16 | 36): number"],
  ["MAX_SAFE_INTEGER", ": number"],
  ["MIN_SAFE_INTEGER", ": number"],
  ["MAX_VALUE", ": number"],
  ["EPSILON", ": number"],
  ["POSITIVE_INFINITY", ": number"],
  ["NEGATIVE_INFINITY", ": number"],
  ["NaN", ": number"],
];

const mathMembers: readonly Member[] = [
  ["abs", "(x: number): number"],
  ["ceil", "(x: number): number"],
  ["floor", "(x: number): number"],
  ["round", "(x: number): number"],
  ["trunc", "(x: number): number"],
  ["sign", "(x: number): number"],
  ["sqrt", "(x: number): number"],
  ["min", "(...x: number[]): number"],
  ["max", "(...x: number[]): number"],
  ["PI", ": number"],
];

/** The allowed world: the only types, methods and properties there are. */
export const library: readonly LibraryType[] = [
  { shown: "string", header: "interface String", members: textMembers },
  { shown: "RegExp", header: "interface RegExp", members: regexMembers },
  { shown: "number", header: "interface Number", members: numberMembers },
  {
    shown: "array",
    header: "interface ReadonlyArray<T>",
    members: listMembers.filter(([, , ...traits]) => !traits.includes("mutates")),
  },
  {
    shown: "array of your own",
    header: "interface Array<T> extends ReadonlyArray<T>",
    members: listMembers.filter(([, , ...traits]) => traits.includes("mutates")),
  },
  {
    shown: "Set",
    header: "interface ReadonlySet<T>",
    members: setMembers.filter(([, , ...traits]) => !traits.includes("mutates")),
  },
  {
    shown: "Set of your own",
    header: "interface Set<T> extends ReadonlySet<T>",
    members: setMembers.filter(([, , ...traits]) => traits.includes("mutates")),
  },
  {
    shown: "Map",
    header: "interface ReadonlyMap<K, V>",
    members: mapMembers.filter(([, , ...traits]) => !traits.includes("mutates")),
  },
  {
    shown: "Map of your own",
    header: "interface Map<K, V> extends ReadonlyMap<K, V>",
    members: mapMembers.filter(([, , ...traits]) => traits.includes("mutates")),
  },
  { shown: "Math", header: "interface Math", members: mathMembers },
  { shown: "Number", header: "interface NumberConstructor", members: numberStatics },
  {
    shown: "String",
    header: "interface StringConstructor",
    members: [["fromCharCode", "(...codes: number[]): string"]],
  },
  {
    shown: "Array",
    header: "interface ArrayConstructor",
    members: [
      ["from", "<T>(items: Iterable<T>): T[]", "fresh"],
      ["from", "<T, U>(items: Iterable<T>, change: (item: T, index: number) => U): U[]", "fresh", "elements"],
      ["from", "<U>(size: { readonly length: number }, change: (item: undefined, index: number) => U): U[]", "fresh", "elements"],
      ["of", "<T>(...items: T[]): T[]", "fresh"],
      ["isArray", "(value: unknown): boolean"],
    ],
  },
  {
    shown: "Object",
    header: "interface ObjectConstructor",
    members: [
      ["keys", "(table: { readonly [key: string]: unknown }): string[]", "fresh"],
      ["values", "<T>(table: { readonly [key: string]: T }): T[]", "fresh"],
      ["entries", "<T>(table: { readonly [key: string]: T }): [string, T][]", "fresh"],
    ],
  },
];

/** Whether some method of that name has the trait. Asked by name, so a name means the same everywhere. */
export function hasTrait(name: string, trait: Trait): boolean {
  return byTrait.get(trait)?.has(name) ?? false;
}

const byTrait = new Map<Trait, Set<string>>();
for (const { members } of library) {
  for (const [name, , ...traits] of members) {
    for (const trait of traits) byTrait.set(trait, (byTrait.get(trait) ?? new Set()).add(name));
  }
}
