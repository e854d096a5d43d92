import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { normalizerRequest, repairRequest, stepsRequest, tryRequest } from "../../generator/propose/request.ts";
import type { ModelRequest } from "../../generator/asking.ts";
import { noHistory, refusedCandidate, smallExamples, smallProfile, someHistory } from "./small-profile.ts";

const folder = new URL("../../prompts/", import.meta.url);
const templates = new Map(
  ["system.md", "normalizers.md", "steps.md", "repair.md", "try.md"].map((file) => [file, readFileSync(new URL(file, folder), "utf8")]),
);
const context = {
  model: "m",
  maxOutputTokens: 900,
  templates,
  subset: "Only pure code.",
  profile: smallProfile,
  examples: smallExamples,
  count: 3,
};
const issues = [
  { rule: "regex", line: 3, message: "backtracks without bound" },
  { rule: "tests-present", line: 0, message: "has 1 case; at least 5 are expected" },
];
const repair = repairRequest(context, 0, [{ candidate: refusedCandidate, issues }]);

function userText(request: ModelRequest | null): string {
  return request?.messages[1]?.content ?? "";
}

describe("the prompt", () => {
  test.each([
    ["normalizers", normalizerRequest(context)],
    ["steps", stepsRequest(context, 2, someHistory)],
    ["repair", repair],
    ["try", tryRequest(context, "does the writer sound angry?", someHistory.kept)],
  ])("of %s reads as its golden file", async (name, request) => {
    await expect(userText(request)).toMatchFileSnapshot(`golden/${name}.md`);
  });

  test("begins with the rules, the page on the language filled in", () => {
    const rules = templates.get("system.md")!.replace("{{subset}}", "Only pure code.");
    for (const request of [normalizerRequest(context), stepsRequest(context, 1, noHistory), repair]) {
      expect(request?.messages[0]).toStrictEqual({ role: "system", content: rules });
    }
  });

  test("begins alike in every round, up to what was tried", () => {
    const [first, second] = [stepsRequest(context, 1, noHistory), stepsRequest(context, 2, someHistory)].map(userText) as [string, string];
    expect(second.startsWith(first.slice(0, first.indexOf("# What has been tried")))).toBe(true);
    expect(first).not.toBe(second);
  });

  test("asks by a schema that strict structured output takes", async () => {
    const { schema, schemaName, stage, maxOutputTokens, model } = repair;
    expect({ schemaName, stage, maxOutputTokens, model }).toStrictEqual({
      schemaName: "candidates",
      stage: "repair of normalizers",
      maxOutputTokens: 900,
      model: "m",
    });
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot("golden/reply-schema.json");
    expect(looseObjects(schema)).toStrictEqual([]);
  });

  test("for normalizers is not asked where no text may be seen", () => {
    const columns = smallProfile.columns.filter(({ property }) => ["days", "sent", "name"].includes(property));
    expect(normalizerRequest({ ...context, profile: { ...smallProfile, columns } })).toBeNull();
  });

  test("of a number target speaks of a number", () => {
    const task = { kind: "number", column: "price", sentence: "Guess the price." } as const;
    const { messages } = stepsRequest({ ...context, profile: { ...smallProfile, task } }, 1, noHistory);
    expect(messages[1]?.content).toContain('Guess the price.\n\nPredicted is the column "price": a number. No function ever sees it.');
  });

  test("cannot be made without its template", () => {
    expect(() => stepsRequest({ ...context, templates: new Map() }, 1, noHistory)).toThrow(
      expect.objectContaining({ code: "config", message: "prompts/system.md: the template is missing" }),
    );
  });
});

/** Objects of a JSON Schema that leave a property optional or a door open. */
function looseObjects(schema: unknown): unknown[] {
  if (typeof schema !== "object" || schema === null) return [];
  const node = new Map<string, unknown>(Object.entries(schema));
  const properties = node.get("properties");
  const loose =
    node.get("type") === "object" &&
    (node.get("additionalProperties") !== false || JSON.stringify(Object.keys(properties ?? {})) !== JSON.stringify(node.get("required")));
  return [...(loose ? [schema] : []), ...[...node.values()].flatMap(looseObjects)];
}
