import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { random } from "../../generator/random.ts";

const rows = 10_000;
export const numbers = Array.from({ length: 44 }, (_, j) => `reading_${j + 1}`);
export const categories = Array.from({ length: 14 }, (_, j) => `part_${j + 1}`);

const subjects = "pump valve belt motor sensor door fan filter hose panel gauge brake".split(" ");
const verbs = "hums stops leaks rattles shakes starts slips stalls works runs".split(" ");
const times = ["since monday", "after the repair", "every night", "in the rain", "under load", "from time to time"];
const urgent = ["the line stands still", "nobody can work", "we lose a shift", "all machines are down", "please come at once"];
const calm = ["no hurry", "when you are next here", "it can wait", "just so you know", "for the next visit"];

/**
 * Writes an invented table of machine reports, 10,000 rows × 60 columns (44 numbers, 14 categories, a date, a text), and returns its path.
 * A third of the reports says in one of five ways that work stands still; that, two readings and one part decide the class, with noise.
 */
export function machineReports(): string {
  const folder = resolve(".kiln/bench");
  const file = resolve(folder, "try.csv");
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const source = random(5);
  const one = (words: readonly string[]): string => words[source.below(words.length)]!;
  const lines = Array.from({ length: rows }, () => {
    const readings = numbers.map(() => source.below(1000));
    const parts = categories.map((_, j) => `${"abcdefgh"[source.below(3 + (j % 6))]}${j}`);
    const down = source.below(3) === 0;
    const note = `the ${one(subjects)} ${one(verbs)} ${one(times)}, the ${one(subjects)} ${one(verbs)} ${one(times)}; ${one(down ? urgent : calm)}`;
    const score = 600 * Number(down) + readings[0]! / 2 - readings[1]! / 2 + 150 * Number(parts[0] === "a0") + source.below(400);
    const day = `2025-${String(1 + source.below(12)).padStart(2, "0")}-${String(1 + source.below(28)).padStart(2, "0")}`;
    return [...readings, ...parts, day, `"${note}"`, score > 450 ? "today" : "later"].join();
  });
  writeFileSync(file, [[...numbers, ...categories, "day", "note", "visit"].join(), ...lines].map((line) => `${line}\n`).join(""));
  return file;
}
