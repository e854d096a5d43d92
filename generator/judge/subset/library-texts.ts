import type { Member } from "./member.ts";

const replacer = "(match: string, ...groups: string[]) => string";

/** Members of strings. None throws, none depends on a locale. */
export const textMembers: readonly Member[] = [
  ["length", ": number", "position"],
  ["at", "(index: number): string | undefined"],
  ["charAt", "(index: number): string"],
  ["charCodeAt", "(index: number): number", "position"],
  ["codePointAt", "(index: number): number | undefined"],
  ["concat", "(...texts: string[]): string"],
  ["endsWith", "(text: string, end?: number): boolean"],
  ["includes", "(text: string, from?: number): boolean"],
  ["indexOf", "(text: string, from?: number): number", "position"],
  ["lastIndexOf", "(text: string, from?: number): number", "position"],
  ["match", "(pattern: RegExp): RegExpMatchArray | null", "fresh"],
  ["matchAll", "(pattern: RegExp): IterableIterator<RegExpMatchArray>", "needsGlobal"],
  ["normalize", '(form?: "NFC" | "NFD" | "NFKC" | "NFKD"): string', "substitutes"],
  ["padEnd", "(length: number, fill?: string): string", "multiplies"],
  ["padStart", "(length: number, fill?: string): string", "multiplies"],
  ["repeat", "(count: number): string", "multiplies"],
  ["replace", "(pattern: string | RegExp, replacement: string): string", "substitutes"],
  ["replace", `(pattern: string | RegExp, replacement: ${replacer}): string`, "substitutes"],
  ["replaceAll", "(pattern: string | RegExp, replacement: string): string", "substitutes", "needsGlobal"],
  ["replaceAll", `(pattern: string | RegExp, replacement: ${replacer}): string`, "substitutes", "needsGlobal"],
  ["search", "(pattern: RegExp): number", "position", "noGlobal"],
  ["slice", "(start?: number, end?: number): string"],
  ["split", "(separator: string | RegExp, limit?: number): string[]", "fresh"],
  ["startsWith", "(text: string, from?: number): boolean"],
  ["substring", "(start: number, end?: number): string"],
  ["toLowerCase", "(): string"],
  ["toUpperCase", "(): string"],
  ["trim", "(): string"],
  ["trimEnd", "(): string"],
  ["trimStart", "(): string"],
];

/** Members of regular expressions. */
export const regexMembers: readonly Member[] = [
  ["test", "(text: string): boolean", "noGlobal"],
  ["exec", "(text: string): RegExpExecArray | null", "noGlobal"],
];
