import { z } from "zod";
import type { Cell, Column, Row, StepValue, TestCase } from "../types.ts";

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issue: string };

const cell = z.union([z.string(), z.number(), z.null()]);
const looseCase = z.object({ name: z.string().optional(), input: z.unknown().optional(), expected: z.unknown().optional() });
const pairs = z.array(z.object({ property: z.string(), value: cell }));
const record = z.record(z.string(), cell);
const stepValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.object({ label: z.string(), confidence: z.enum(["high", "medium", "low"]) }),
]);

/**
 * One case of a candidate as data of the right kinds: the row complete (what is not set is null), number cells numbers, all others texts.
 *
 * @param index Position among the cases, from 0, for messages.
 * @param column The property that a normalizer rewrites; null for the other kinds.
 */
export function readCase(
  value: unknown,
  index: number,
  column: string | null,
  properties: readonly Pick<Column, "property" | "kind">[],
): Read<TestCase> {
  const parsed = looseCase.safeParse(value);
  const name = (parsed.data?.name ?? "").replace(/\s+/g, " ").trim() || `case ${index + 1}`;
  const refuse = (what: string): Read<TestCase> => ({ ok: false, issue: `case ${index + 1} (${name}): ${what}` });
  const expected = stepValue.safeParse(parsed.data?.expected);
  if (!expected.success) return refuse("`expected` is no text, number, true, false, null or { label, confidence }");
  const input = column === null ? readRow(parsed.data?.input, properties) : readCell(parsed.data?.input, column, properties);
  if (!input.ok) return refuse(input.issue);
  const answer: StepValue = expected.data;
  return { ok: true, value: { name, input: input.value, expected: answer } };
}

function readCell(input: unknown, column: string, properties: readonly Pick<Column, "property" | "kind">[]): Read<Cell> {
  if (typeof input === "string" || input === null) return { ok: true, value: input };
  const row = readRow(input, properties);
  return row.ok ? { ok: true, value: row.value[column] ?? null } : row;
}

function readRow(input: unknown, properties: readonly Pick<Column, "property" | "kind">[]): Read<Row> {
  const cells = cellsOf(input);
  if (cells === null) return { ok: false, issue: "`input` is no list of { property, value }" };
  const unknown = [...cells.keys()].find((key) => !properties.some(({ property }) => property === key));
  if (unknown !== undefined) return { ok: false, issue: `the row has no property ${JSON.stringify(unknown)}` };
  const typed = properties.map(({ property, kind }) => [property, typedCell(cells.get(property) ?? null, kind)] as const);
  const wrong = typed.find(([, value]) => Number.isNaN(value));
  if (wrong !== undefined) return { ok: false, issue: `${wrong[0]} is a number, found ${JSON.stringify(cells.get(wrong[0]))}` };
  return { ok: true, value: Object.fromEntries(typed) };
}

function cellsOf(input: unknown): ReadonlyMap<string, Cell> | null {
  const list = pairs.safeParse(input);
  if (list.success) return new Map(list.data.map(({ property, value }) => [property, value]));
  const object = record.safeParse(input);
  return object.success ? new Map(Object.entries(object.data)) : null;
}

/** NaN where a number column was given what is no number. */
function typedCell(value: Cell, kind: Column["kind"]): Cell {
  if (value === null) return null;
  if (kind !== "number") return String(value);
  return typeof value === "string" && value.trim() === "" ? null : Number(value);
}
