/** How a global may be used: called, as a namespace (`Math.min`), by `new`, as a plain value, as a callback (`.filter(Boolean)`). */
export type GlobalUse = "call" | "namespace" | "new" | "value" | "callback";

/** Every global value a candidate may name. */
export const globals: ReadonlyMap<string, readonly GlobalUse[]> = new Map<string, readonly GlobalUse[]>([
  ["Math", ["namespace"]],
  ["Number", ["call", "namespace", "callback"]],
  ["String", ["call", "namespace", "callback"]],
  ["Boolean", ["call", "callback"]],
  ["Array", ["namespace", "new"]],
  ["Object", ["namespace"]],
  ["Set", ["new"]],
  ["Map", ["new"]],
  ["parseInt", ["call"]],
  ["parseFloat", ["call", "callback"]],
  ["isNaN", ["call"]],
  ["isFinite", ["call"]],
  ["NaN", ["value"]],
  ["Infinity", ["value"]],
  ["undefined", ["value"]],
]);

/** Every type of the library a candidate may name. */
export const globalTypes: ReadonlySet<string> = new Set([
  "Array",
  "ReadonlyArray",
  "Set",
  "ReadonlySet",
  "Map",
  "ReadonlyMap",
  "Record",
  "Readonly",
  "Partial",
  "RegExp",
  "RegExpMatchArray",
  "RegExpExecArray",
]);

/** Declarations that the compiler needs, or that are no table: printed after the types of the library. */
export const globalDeclarations = `
interface Object {}
interface Function {}
interface CallableFunction extends Function {}
interface NewableFunction extends Function {}
interface IArguments {}
interface Boolean {}
interface Symbol {}
interface SymbolConstructor { readonly iterator: unique symbol }
declare var Symbol: SymbolConstructor;
interface IteratorYieldResult<T> { done?: false; value: T }
interface IteratorReturnResult<R> { done: true; value: R }
type IteratorResult<T, R = any> = IteratorYieldResult<T> | IteratorReturnResult<R>;
interface Iterator<T, R = any, N = any> { next(...a: [] | [N]): IteratorResult<T, R> }
interface Iterable<T, R = any, N = any> { [Symbol.iterator](): Iterator<T, R, N> }
interface IterableIterator<T, R = any, N = any> extends Iterator<T, R, N> { [Symbol.iterator](): IterableIterator<T, R, N> }
interface IteratorObject<T, R = unknown, N = unknown> extends Iterator<T, R, N> { [Symbol.iterator](): IteratorObject<T, R, N> }
type BuiltinIteratorReturn = undefined;
interface ArrayIterator<T> extends IteratorObject<T, BuiltinIteratorReturn, unknown> { [Symbol.iterator](): ArrayIterator<T> }
interface String { readonly [index: number]: string; [Symbol.iterator](): IterableIterator<string> }
interface RegExpMatchArray extends Array<string> { readonly index?: number; readonly groups?: { readonly [name: string]: string | undefined }; readonly 0: string }
interface RegExpExecArray extends RegExpMatchArray { readonly index: number }
interface ReadonlyArray<T> { readonly [index: number]: T; [Symbol.iterator](): IterableIterator<T> }
interface Array<T> { [index: number]: T }
interface ReadonlySet<T> { [Symbol.iterator](): IterableIterator<T> }
interface ReadonlyMap<K, V> { [Symbol.iterator](): IterableIterator<[K, V]> }
interface NumberConstructor { (value?: string | number | boolean | null | undefined): number }
interface StringConstructor { (value?: string | number | boolean | null | undefined): string }
interface BooleanConstructor { <T>(value?: T): boolean }
interface ArrayConstructor { new <T>(length: number): T[] }
interface SetConstructor { new <T>(items?: Iterable<T>): Set<T> }
interface MapConstructor { new <K, V>(entries?: Iterable<readonly [K, V]>): Map<K, V> }
declare const Number: NumberConstructor;
declare const String: StringConstructor;
declare const Boolean: BooleanConstructor;
declare const Array: ArrayConstructor;
declare const Object: ObjectConstructor;
declare const Set: SetConstructor;
declare const Map: MapConstructor;
declare const Math: Math;
declare const NaN: number;
declare const Infinity: number;
declare function parseInt(text: string, radix: 2 | 8 | 10 | 16 | 36): number;
declare function parseFloat(text: string): number;
declare function isNaN(value: number): boolean;
declare function isFinite(value: number): boolean;
type Partial<T> = { [P in keyof T]?: T[P] };
type Readonly<T> = { readonly [P in keyof T]: T[P] };
type Record<K extends string | number | symbol, T> = { [P in K]: T };
`;
