import { random } from "../../generator/random.ts";

/** 90 fruits: the word "pip" and the weight tell apples from pears, with exceptions. */
export function fruitCsv(): string {
  const source = random(3);
  const rows = Array.from({ length: 90 }, (_, i) => {
    const apple = source.below(2) === 0;
    const odd = source.below(8) === 0;
    const note = apple === odd ? `long neck, grew on wall ${i}` : `round with pip ${i} inside`;
    const weight = source.below(10) === 0 ? "" : String((apple ? 120 : 170) + source.below(60));
    return `${i},${weight},"${note}, ${["sweet", "sour", "soft", "hard"][source.below(4)]} and ${["red", "green", "brown"][source.below(3)]}",${apple ? "apple" : "pear"}`;
  });
  return ["key,weight,note,fruit", ...rows].map((line) => `${line}\n`).join("");
}

export const fruitConfig = `import { defineConfig } from "kiln";
export default defineConfig({
  name: "fruit",
  task: "Tell apples from pears.",
  data: { file: "fruit.csv" },
  target: { column: "fruit" },
  columns: {
    key: { kind: "id", meaning: "Number." },
    weight: { kind: "number", meaning: "Grams.", send: "values" },
    note: { kind: "text", meaning: "What the picker wrote.", send: "values" },
  },
  author: { model: "test-model", rounds: 1, candidates: 2, normalizers: 0 },
  forest: { trees: 20, maxDepth: 5 },
  keep: { repeats: 2 },
});
`;
