import type { Member } from "./member.ts";

/** Members of arrays; those that change the array are for arrays that the function made itself. */
export const listMembers: readonly Member[] = [
  ["length", ": number", "position"],
  ["at", "(index: number): T | undefined"],
  ["concat", "(...items: (T | readonly T[])[]): T[]", "fresh"],
  ["entries", "(): IterableIterator<[number, T]>", "live"],
  ["every", "(holds: (item: T, index: number) => unknown): boolean", "elements"],
  ["filter", "<S extends T>(holds: (item: T, index: number) => item is S): S[]", "fresh", "elements"],
  ["filter", "(holds: (item: T, index: number) => unknown): T[]", "fresh", "elements"],
  ["find", "<S extends T>(holds: (item: T, index: number) => item is S): S | undefined", "elements"],
  ["find", "(holds: (item: T, index: number) => unknown): T | undefined", "elements"],
  ["findIndex", "(holds: (item: T, index: number) => unknown): number", "position", "elements"],
  ["findLast", "(holds: (item: T, index: number) => unknown): T | undefined", "elements"],
  ["findLastIndex", "(holds: (item: T, index: number) => unknown): number", "position", "elements"],
  ["flat", "(): (T extends readonly (infer U)[] ? U : T)[]", "fresh", "multiplies"],
  ["flatMap", "<U>(change: (item: T, index: number) => U | readonly U[]): U[]", "fresh", "elements", "multiplies"],
  ["includes", "(item: T): boolean"],
  ["indexOf", "(item: T): number", "position"],
  ["join", "(separator?: string): string", "substitutes"],
  ["keys", "(): IterableIterator<number>", "live"],
  ["lastIndexOf", "(item: T): number", "position"],
  ["map", "<U>(change: (item: T, index: number) => U): U[]", "fresh", "elements"],
  ["reduce", "(join: (sum: T, item: T, index: number) => T, start: T): T", "elements"],
  ["reduce", "<U>(join: (sum: U, item: T, index: number) => U, start: U): U", "elements"],
  ["slice", "(start?: number, end?: number): T[]", "fresh"],
  ["some", "(holds: (item: T, index: number) => unknown): boolean", "elements"],
  ["toReversed", "(): T[]", "fresh"],
  ["toSorted", "(compare: (a: T, b: T) => number): T[]", "fresh", "elements"],
  ["values", "(): IterableIterator<T>", "live"],
  ["push", "(...items: T[]): number", "mutates"],
  ["pop", "(): T | undefined", "mutates"],
  ["shift", "(): T | undefined", "mutates"],
  ["unshift", "(...items: T[]): number", "mutates"],
  ["sort", "(compare: (a: T, b: T) => number): this", "mutates", "returnsReceiver", "elements"],
  ["reverse", "(): T[]", "mutates", "returnsReceiver"],
  ["fill", "<U>(value: U): U[]", "mutates", "returnsReceiver"],
];

/** Members of sets. */
export const setMembers: readonly Member[] = [
  ["has", "(item: T): boolean"],
  ["size", ": number", "position"],
  ["values", "(): IterableIterator<T>", "live"],
  ["add", "(item: T): this", "mutates", "returnsReceiver"],
  ["delete", "(item: T): boolean", "mutates"],
];

/** Members of maps. */
export const mapMembers: readonly Member[] = [
  ["get", "(key: K): V | undefined"],
  ["has", "(key: K): boolean"],
  ["size", ": number", "position"],
  ["keys", "(): IterableIterator<K>", "live"],
  ["values", "(): IterableIterator<V>", "live"],
  ["entries", "(): IterableIterator<[K, V]>", "live"],
  ["set", "(key: K, value: V): this", "mutates", "returnsReceiver"],
  ["delete", "(key: K): boolean", "mutates"],
];
