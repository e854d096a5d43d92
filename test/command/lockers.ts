import { random } from "../../generator/random.ts";

/** 160 lockers: those whose key has an even number of vowels open. No word, number or category of a row tells that. */
export function lockersCsv(): string {
  const source = random(9);
  const rows = Array.from({ length: 160 }, () => {
    const key = Array.from({ length: 7 }, () => "aeioubcdfg"[source.below(10)]).join("");
    const even = key.replace(/[^aeiou]/g, "").length % 2 === 0;
    return `${key} ${["north", "south"][source.below(2)]},${even ? "opens" : "stays shut"}`;
  });
  return ["note,door", ...rows].map((line) => `${line}\n`).join("");
}

export const config = `import { defineConfig } from "kiln";
export default defineConfig({
  name: "lockers",
  task: "Tell which lockers open.",
  data: { file: "lockers.csv" },
  target: { column: "door" },
  columns: { note: { kind: "text", meaning: "Key and hall.", send: "values" } },
  author: { model: "test-model", rounds: 0, candidates: 2, normalizers: 0 },
  forest: { trees: 30, maxDepth: 5 },
  // The note alone decides here, and is known in time: that is what \`mostTold\` is for.
  keep: { repeats: 2, trees: 30, mostTold: 1 },
});
`;

const evenSource = `/** Whether the key has an even number of vowels. */
export function even_vowels(row: Row): boolean {
  const vowels = (row.note ?? "").slice(0, 7).match(/[aeiou]/g) ?? [];
  return vowels.length % 2 === 0;
}
`;
const hallSource = `/** Whether the hall is the north one. */
export function north_hall(row: Row): boolean {
  return /\\bnorth\\b/.test(row.note ?? "");
}
`;

function candidate(name: string, source: string, cases: readonly (readonly [note: string | null, expected: boolean])[]): unknown {
  return {
    kind: "feature",
    name,
    column: null,
    rationale: `Says ${name}.`,
    source,
    cases: cases.map(([note, expected], i) => ({
      name: `case ${i}`,
      input: note === null ? [] : [{ property: "note", value: note }],
      expected,
    })),
  };
}

/** What a model answers to "is the number of vowels even?": one feature that knows it, and one that knows nothing. */
export const reply = JSON.stringify({
  candidates: [
    candidate("even_vowels", evenSource, [
      [null, true],
      ["a", false],
      ["ae bcf north", true],
      ["bcd", true],
      ["e bcdf north", false],
      ["uuubbb south", false],
      ["bcdfgga", false],
      ["bcdfggba", true],
    ]),
    candidate("north_hall", hallSource, [
      [null, false],
      ["north", true],
      ["a north b", true],
      ["northern", false],
      ["south", false],
    ]),
  ],
});
