import fc from "fast-check";
import type { Cell, Column, Row } from "../types.ts";

/** Characters of the longest texts. */
export const long = 100_000;

function pumped(unit: string, end = ""): string {
  return unit.repeat(Math.floor((long - end.length) / unit.length)) + end;
}

/** Short texts that break hasty code. */
const short: readonly string[] = [
  "",
  " ",
  "\t\r\n\v\f\u00a0\u2028\u2029\ufeff",
  "\u0000",
  "null",
  "undefined",
  "NaN",
  "-1",
  "1e309",
  "0x1F",
  "1,234.56",
  "1.234,56 €",
  "2024-02-30",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "\\",
  "$& $1 $$ $` $'",
  "%s %d {} ${x}",
  "(((((",
  "[a-z",
  "\"'`",
  "<script>",
  "\ud800",
  "\udc00\ud800",
  "a\ud83d",
  "e\u0301 \u00e9",
  "İıŞß ﬁ ǅ ſ",
  "مرحبا \u202eabc\u202c",
  "漢字かな交じり",
  "👩‍👩‍👧‍👦🏳️‍🌈",
  "\u200b\u200d\u2060",
  "\uffff\ufffe",
];

/** One character of the middle of every Unicode plane, and its first and last. */
const planes: readonly string[] = Array.from({ length: 17 }, (_, plane) =>
  [0, 0x4e00, 0xffff].map((low) => String.fromCodePoint(plane * 0x10000 + low)).join(""),
);

/** Texts of the greatest length, of what regular expressions and loops trip over. */
const pumpedTexts: readonly string[] = [
  pumped("a", "!"),
  pumped("0"),
  pumped(" ", "x"),
  pumped("a "),
  pumped("Ab1, "),
  pumped("a@a."),
  pumped('-"(!?'),
  pumped("\u00e9\ud83d"),
];

const numbers: readonly number[] = [
  0, -1, 1, 0.1, -0.5, 1e-9, 2147483648, -2147483649, 9007199254740991, 1e21, -1e300, 5e-324, 1.7976931348623157e308,
];
const dates: readonly string[] = ["2024-02-29", "1970-01-01T00:00:00", "0001-01-01", "9999-12-31 23:59:59", "2024-02-30", "", "not a date"];

/** Values that a cell of the column can take at its worst, missing first. */
function worst({ kind }: Column, texts: readonly string[]): readonly Cell[] {
  return [null, ...(kind === "number" ? numbers : kind === "date" ? dates : texts)];
}

/** Rows of short hostile cells: all missing; each value in every column at once; and in each column alone, the others missing. */
export function hostileRows(columns: readonly Column[]): readonly Row[] {
  const values = columns.map((column) => worst(column, [...short, ...planes]));
  const most = Math.max(1, ...values.map((list) => list.length));
  const together = Array.from({ length: most }, (_, k) => rowOf(columns, (c) => values[c]![k % values[c]!.length]!));
  const alone = columns.flatMap((_, c) => values[c]!.slice(1).map((value) => rowOf(columns, (other) => (other === c ? value : null))));
  return columns.length > 1 ? [...together, ...alone] : together;
}

/** Rows whose texts are all of the greatest length: the fixed ones, and `more`. */
export function pumpedRows(columns: readonly Column[], more: readonly string[]): readonly Row[] {
  return [...pumpedTexts, ...more].map((text) => rowOf(columns, (c) => (isText(columns[c]!) ? text : null)));
}

function isText({ kind }: Column): boolean {
  return kind === "text" || kind === "category";
}

function rowOf(columns: readonly Column[], cell: (index: number) => Cell): Row {
  return Object.fromEntries(columns.map(({ property }, c) => [property, cell(c)]));
}

const seed = 20261123;
const runs = 150;

/** Any text that can be, surrogates without their half among it. */
const codeUnits = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((units) => String.fromCharCode(...units));

/** Words, numbers, marks and rubbish in any order: nearer to real cells than random characters. */
const phrase = fc.array(
  fc.oneof(
    fc.constantFrom(
      "I",
      "can't",
      "refund",
      "the",
      "not",
      "Please",
      "USD",
      "no.",
      "2x",
      "€",
      "invoice",
      "-",
      "\n",
      "yes",
      "#12",
      "a.b@c.de",
      "http://x.y",
    ),
    fc.string({ unit: "grapheme-ascii", maxLength: 8 }),
    codeUnits,
    fc.integer({ min: -10, max: 100_000 }).map(String),
  ),
  { maxLength: 12 },
);

/** What fast-check draws rows from. */
export function rowArbitrary(columns: readonly Column[]): fc.Arbitrary<Row> {
  const text = fc.oneof(
    phrase.map((words) => words.join(" ")),
    codeUnits,
  );
  const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
  const date = fc.constantFrom(...dates);
  const cell = ({ kind }: Column): fc.Arbitrary<Cell> => {
    const filled = kind === "number" ? number : kind === "date" ? date : text;
    return fc.option<string | number>(filled, { freq: 6 });
  };
  return fc.tuple(...columns.map(cell)).map((cells) => rowOf(columns, (c) => cells[c]!));
}

/** The same drawn rows on every machine. */
export function drawnRows(columns: readonly Column[]): readonly Row[] {
  return fc.sample(rowArbitrary(columns), { seed, numRuns: runs });
}

/** Settings under which fast-check finds, and shrinks, what a sample of the same rows found. */
export const drawing = { seed, numRuns: runs } as const;
