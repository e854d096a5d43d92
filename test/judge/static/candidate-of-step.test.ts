import { expect, test } from "vitest";
import { formatWith } from "../../../generator/emit/format.ts";
import { casesOfTest, sourceOfStep } from "../../../generator/judge/candidate-of-step.ts";
import { emitted } from "../../emit/emitted.ts";
import { pipelines } from "../../emit/pipelines.ts";

test.each([...pipelines.keys()])("sources and cases of the pipeline %s come back out of the emitted files", async (name) => {
  const models = pipelines.get(name)!;
  const files = new Map((await emitted(models)).map(({ path, text }) => [path, text]));
  for (const { candidate, outcome } of models.learned.candidates.filter((one) => one.outcome.kind === "kept")) {
    expect(outcome.kind).toBe("kept");
    const file = [...files.keys()].find(
      (path) => files.get(path)!.includes(`export function ${candidate.name}(`) && path.startsWith("steps/"),
    )!;
    expect(sourceOfStep(files.get(file)!)).toBe(await formatWith({})(file, candidate.source));
    const read = casesOfTest(file, files.get(file.replace(".ts", ".test.ts"))!);
    const set = candidate.cases.map(({ input, ...rest }) => ({
      ...rest,
      input:
        typeof input === "object" && input !== null ? Object.fromEntries(Object.entries(input).filter(([, cell]) => cell !== null)) : input,
    }));
    const known = (input: unknown): unknown =>
      typeof input === "object" && input !== null
        ? Object.fromEntries(Object.entries(input).filter(([property]) => models.learned.columns.some((one) => one.property === property)))
        : input;
    expect(read).toStrictEqual(set.map((one) => ({ ...one, input: known(one.input) })));
  }
});

test("a test that computes something is named by its line", () => {
  expect(() =>
    casesOfTest("steps/x.test.ts", `import { x } from "./x.ts";\ntest("a", () => {\n  expect(x(1 + 1)).toBe(2);\n});\n`),
  ).toThrow("steps/x.test.ts:2: found a test of another form");
});
