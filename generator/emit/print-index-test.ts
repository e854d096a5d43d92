import type { GoldenRow } from "../learned.ts";
import { keyLiteral, literal } from "./literal.ts";
import type { Plan } from "./plan.ts";
import { printRow } from "./print-row.ts";

const ontoOneLine = 12;

/** `index.test.ts`: real rows, masked, and the exact answers that were learned for them. */
export function printIndexTest({ learned, ext, fields }: Plan): string {
  const { task, golden } = learned;
  const asked = task.kind === "class" ? ["predict", "predictProba"] : ["predict"];
  const tests = golden.map((row, i) => {
    const answers = task.kind === "class" ? ofClasses(row, task.classes) : [`expect(predict(row)).toBe(${literal(row.output[0]!)});`];
    return `test("real row ${String(i + 1)}, masked, gets the answer that was learned for it", () => {
  const row = ${printRow(row.row, fields)};
  expect(parseRow(row)).toStrictEqual(row);
  ${featuresOf(row)}
  ${answers.join("\n  ")}
});`;
  });
  const rows = golden.map((row) => `, ${printRow(row.row, fields)}`).join("");
  return `
import { expect, test } from "vitest";
import { emptyRow, explain, features, parseRow, ${asked.join(", ")} } from "./index.${ext}";

${tests.join("\n\n")}

test("explanations sum to their answers, bit for bit", () => {
  for (const row of [emptyRow${rows}]) {
    const { baseline, contributions, ...answer } = explain(row);
    expect(contributions.reduce((total, one) => total + one.effect, baseline)).toBe(answer.${task.kind === "class" ? "probability" : "value"});
  }
});
`;
}

/** What every column must hold. Many columns fill lines: one number a line is what nobody reads. */
function featuresOf({ features }: GoldenRow): string {
  const seen = "expect(Object.values(features(row))).toStrictEqual";
  if (features.length <= ontoOneLine) return `${seen}(${literal(features)});`;
  const lines: string[] = [];
  for (let from = 0; from < features.length; from += ontoOneLine)
    lines.push(`    ${literal(features.slice(from, from + ontoOneLine)).slice(1, -1)},`);
  return `// prettier-ignore\n  ${seen}([\n${lines.join("\n")}\n  ]);`;
}

function ofClasses({ output }: GoldenRow, classes: readonly string[]): string[] {
  const best = output.reduce((most, share, k) => (share > output[most]! ? k : most), 0);
  const shares = classes.map((label, k) => `${keyLiteral(label)}: ${literal(output[k]!)}`);
  return [
    `expect(predictProba(row)).toStrictEqual({ ${shares.join(", ")} });`,
    `expect(predict(row)).toStrictEqual({ label: ${literal(classes[best]!)}, probability: ${literal(output[best]!)} });`,
  ];
}
