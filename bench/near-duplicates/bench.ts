import { groupRows } from "../../generator/data/near-duplicates.ts";
import { random, type Random } from "../../generator/random.ts";
import type { Column, Row } from "../../generator/types.ts";
import { type Figure, median, timed } from "../figure.ts";

export const about =
  "Grouping rows whose texts are near-duplicates, before the split: 40 words of an invented vocabulary (seed 3) a row. In one table every fifth row is an earlier one with two words changed, " +
  "in one all rows are letters of 50 forms with ten words of their own, in one all rows are copies of one. Times are medians of three turns; n log n grows 167-fold from 1,000 to 100,000 rows.";

const sizes = [1000, 10_000, 100_000] as const;
const columns: readonly Column[] = [{ name: "body", property: "body", kind: "text", meaning: "", send: "never" }];

/** Invented texts of `n` rows; `from` says for each row which earlier one it copies, or −1. */
interface Texts {
  readonly rows: readonly Row[];
  readonly from: readonly number[];
}

type Make = (n: number, source: Random) => Texts;

const makes: Readonly<Record<string, Make>> = {
  "one row in five a copy": (n, source) => {
    const from = Array.from({ length: n }, (_, i) => (i % 5 === 4 ? source.below(i) : -1));
    const texts: string[][] = [];
    for (const origin of from) texts.push(origin === -1 ? sentence(40, source) : changed(texts[origin]!, 2, source));
    return { rows: texts.map(rowOf), from };
  },
  "letters of 50 forms": (n, source) => {
    const forms = Array.from({ length: 50 }, () => sentence(30, source));
    return { rows: Array.from({ length: n }, (_, i) => rowOf([...forms[i % 50]!, ...sentence(10, source)])), from: [] };
  },
  "copies of one": (n, source) => {
    const one = sentence(40, source);
    return { rows: Array.from({ length: n }, () => rowOf(changed(one, 2, source))), from: [] };
  },
};

/** Times each table at each size, and counts the planted copies that are found. */
export async function run(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [what, make] of Object.entries(makes)) {
    const times: number[] = [];
    for (const n of sizes) {
      const { rows, from } = make(n, random(3));
      const none = rows.map(() => null);
      let groups: Int32Array = new Int32Array();
      times.push(median(await timed(3, () => (groups = groupRows(columns, rows, none)))));
      if (n === sizes[2]) figures.push(seconds(`${what}: ${n} rows`, times.at(-1)! / 1000), ...foundOf(what, groups, from));
    }
    figures.push(growth(what, times[2]! / times[0]!));
  }
  return figures;
}

/** How many copies stand in the group of the row that they copy, and how many rows that copy nothing stand in another's. */
function foundOf(what: string, groups: Int32Array, from: readonly number[]): Figure[] {
  if (from.length === 0) return [];
  const firsts = new Map<number, number>();
  groups.forEach((group, i) => firsts.set(group, firsts.get(group) ?? i));
  const copies = from.filter((origin) => origin !== -1).length;
  const found = from.filter((origin, i) => origin !== -1 && groups[origin] === groups[i]).length;
  const wrong = from.filter((origin, i) => origin === -1 && firsts.get(groups[i]!) !== i).length;
  return [
    { ...plain(`${what}: copies found`, "share", found / copies), goal: "at least 0.99", met: found / copies >= 0.99 },
    { ...plain(`${what}: rows that copy nothing, grouped`, "rows", wrong), goal: "0", met: wrong === 0 },
  ];
}

function growth(what: string, ours: number): Figure {
  const peer = (100_000 * Math.log(100_000)) / (1000 * Math.log(1000));
  return {
    figure: `${what}: time at 100,000 rows over time at 1,000`,
    unit: "×",
    ours,
    peer,
    peerName: "n log n",
    ratio: peer / ours,
    goal: "no worse",
    met: ours <= peer,
  };
}

function seconds(figure: string, ours: number): Figure {
  return plain(figure, "s", ours);
}

function plain(figure: string, unit: string, ours: number): Figure {
  return { figure, unit, ours, peer: null, peerName: null, ratio: null, goal: "", met: null };
}

/** Words of which the first are the commonest, as in a language. */
function sentence(words: number, source: Random): string[] {
  return Array.from({ length: words }, () => word(source.below(1 + source.below(5000))));
}

function changed(text: readonly string[], words: number, source: Random): string[] {
  const copy = [...text];
  for (let k = 0; k < words; k++) copy[source.below(copy.length)] = word(source.below(5000));
  return copy;
}

function word(number: number): string {
  const letters = "bcdfghklmnprstvz";
  const vowels = "aeiou";
  let text = "";
  for (let rest = number + 1; rest > 0; rest = Math.floor(rest / 80)) text += letters[rest % 16]! + vowels[Math.floor(rest / 16) % 5]!;
  return text;
}

function rowOf(words: readonly string[]): Row {
  return { body: words.join(" ") };
}
