import { describe, expect, test } from "vitest";
import { readReply } from "../../generator/propose/read-reply.ts";
import type { ModelReply } from "../../generator/asking.ts";
const properties = [
  { property: "plan", kind: "category" },
  { property: "body", kind: "text" },
  { property: "days", kind: "number" },
] as const;

const tier = {
  kind: "normalizer",
  name: "plan_tier",
  column: "plan",
  rationale: "Spellings\n of one plan.",
  source: "export function plan_tier(value: string | null): string | null {\r\n  return value;\r\n}",
  cases: [
    { name: "keeps pro", input: "pro", expected: "pro" },
    { name: "keeps nothing", input: null, expected: null },
  ],
};
const mood = {
  kind: "classifier",
  name: "mood",
  column: null,
  rationale: "Who is cross.",
  source: "export function mood(row: Row) {}",
  cases: [{ name: "hears shouting", input: [{ property: "body", value: "WHAT" }], expected: { label: "cross", confidence: "high" } }],
};
const age = { ...mood, kind: "feature", name: "age", cases: [{ name: "counts", input: [{ property: "days", value: "7" }], expected: 7 }] };

describe("a good reply", () => {
  test("becomes candidates with complete rows and one form of text", () => {
    const origin = { round: 2, repaired: true, reply: "hash", model: "m-1" };
    expect(readReply(reply(JSON.stringify({ candidates: [tier, mood, age] })), 2, true, properties)).toStrictEqual({
      candidates: [
        { ...tier, rationale: "Spellings of one plan.", source: `${tier.source.replaceAll("\r", "")}\n`, origin },
        {
          ...mood,
          source: `${mood.source}\n`,
          cases: [
            { name: "hears shouting", input: { plan: null, body: "WHAT", days: null }, expected: { label: "cross", confidence: "high" } },
          ],
          origin,
        },
        { ...age, source: `${age.source}\n`, cases: [{ name: "counts", input: { plan: null, body: null, days: 7 }, expected: 7 }], origin },
      ],
      issues: [],
    });
  });

  test.each([
    ["after a preamble and before a farewell", (json: string) => `Sure! Here {are} the functions:\n\n${json}\n\nHope this helps :-}`],
    ["in a code fence", (json: string) => `\`\`\`json\n${json}\n\`\`\``],
    ["after thinking aloud", (json: string) => `<think>row { body } is "key</think>\n${json}`],
    ["as a bare list", (json: string) => `The list: ${json.slice('{"candidates":'.length, -1)}`],
    ["with commas before brackets", (json: string) => json.replaceAll("}]", "},]")],
    ["with line breaks in its strings", (json: string) => json.replaceAll("\\n", "\n")],
  ])("is read %s", (_, wrap) => {
    const { candidates, issues } = readReply(reply(wrap(JSON.stringify({ candidates: [tier, mood, age] }))), 1, false, properties);
    expect(candidates.map(({ name, cases }) => [name, cases.length])).toStrictEqual([
      ["plan_tier", 2],
      ["mood", 1],
      ["age", 1],
    ]);
    expect(issues).toStrictEqual([]);
  });

  test("may have backslashes written once", () => {
    const source = "const A = /\\bx\\d+\\s\\u{61}/u;";
    const text = JSON.stringify({ candidates: [{ ...mood, source }] }).replaceAll("\\\\", "\\");
    expect(readReply(reply(text), 1, false, properties).candidates[0]?.source).toBe(`${source}\n`);
  });

  test("may put its code into a fence and its rows into objects", () => {
    const cases = [{ name: "", input: { body: "x", days: "", plan: 3 }, expected: false }];
    const { candidates } = readReply(
      reply(JSON.stringify({ candidates: [{ ...mood, source: "```ts\nlet a = 1;\n```", cases }] })),
      1,
      false,
      properties,
    );
    expect(candidates.map(({ source, cases: [one] }) => ({ source, one }))).toStrictEqual([
      { source: "let a = 1;\n", one: { name: "case 1", input: { plan: "3", body: "x", days: null }, expected: false } },
    ]);
  });
});

describe("a broken candidate", () => {
  test("costs only itself where it breaks the JSON", () => {
    const text = JSON.stringify({ candidates: [tier, mood, age] }).replace('"Who is cross."', '"Who is "cross"."');
    expect(outcome(text)).toStrictEqual([["plan_tier", "age"], ["candidate 2: is cut off or not JSON"]]);
  });

  test("does not make a candidate of a row that it holds", () => {
    const cases = [{ name: "x", input: { kind: "feature", source: "x", name: "inner" }, expected: 1 }];
    const { candidates } = readReply(reply(JSON.stringify({ candidates: [{ ...age, cases }, tier] }).slice(0, -9)), 1, false, properties);
    expect(candidates.map(({ name }) => name)).toStrictEqual(["age"]);
  });

  test("costs only itself where the answer is cut off", () => {
    const text = JSON.stringify({ candidates: [tier, mood, age] });
    expect(outcome(text.slice(0, -60))).toStrictEqual([["plan_tier", "mood"], ["candidate 3: is cut off or not JSON"]]);
  });

  test.each([
    ["without source", { ...mood, source: undefined }, "candidate 2: source: Invalid input: expected string, received undefined"],
    [
      "of another kind",
      { ...mood, kind: "regex" },
      'candidate 2: kind: Invalid option: expected one of "normalizer"|"classifier"|"feature"',
    ],
    ["that is a number", 7, "candidate 2: Invalid input: expected object, received number"],
    [
      "with a path for a name",
      { ...mood, name: "../x" },
      'candidate 2 (../x): the name "../x" is no identifier in snake_case of 3 to 48 characters',
    ],
    [
      "with a name that Windows keeps",
      { ...mood, name: "nul" },
      'candidate 2 (nul): the name "nul" is no identifier in snake_case of 3 to 48 characters',
    ],
    [
      "with the name of an earlier one",
      { ...mood, name: "plan_Tier" },
      "candidate 2 (plan_Tier): has the name of an earlier candidate of this reply",
    ],
    [
      "that normalizes nothing",
      { ...tier, name: "other", column: null },
      'candidate 2 (other): a normalizer rewrites one text column of the row, found ""',
    ],
    [
      "that normalizes numbers",
      { ...tier, name: "other", column: "days" },
      'candidate 2 (other): a normalizer rewrites one text column of the row, found "days"',
    ],
  ])("%s is left out with its reason", (_, broken, message) => {
    expect(outcome(JSON.stringify({ candidates: [tier, broken, age] }))).toStrictEqual([["plan_tier", "age"], [message]]);
  });

  test.each([
    ["sets what the row does not have", { input: { team: "billing" }, expected: 1 }, 'the row has no property "team"'],
    ["sets a number to a word", { input: { days: "long" }, expected: 1 }, 'days is a number, found "long"'],
    ["has no expectation", { input: [] }, "`expected` is no text, number, true, false, null or { label, confidence }"],
    [
      "expects what no step answers",
      { input: [], expected: { label: "x", confidence: "sure" } },
      "`expected` is no text, number, true, false, null or { label, confidence }",
    ],
    ["has text for a row", { input: "hello", expected: 1 }, "`input` is no list of { property, value }"],
  ])("loses the case that %s", (_, broken, message) => {
    const { candidates, issues } = readReply(
      reply(JSON.stringify({ candidates: [{ ...age, cases: [...age.cases, { name: "odd", ...broken }] }] })),
      1,
      false,
      properties,
    );
    expect(candidates.map(({ cases }) => cases.length)).toStrictEqual([1]);
    expect(issues).toStrictEqual([{ where: "candidate 1 (age)", message: `case 2 (odd): ${message}` }]);
  });

  test("may spell a normalizer's cell as a row", () => {
    const cases = [{ name: "row", input: [{ property: "plan", value: "Pro" }], expected: "pro" }];
    const { candidates } = readReply(reply(JSON.stringify({ candidates: [{ ...tier, cases }] })), 1, false, properties);
    expect(candidates[0]?.cases).toStrictEqual([{ name: "row", input: "Pro", expected: "pro" }]);
  });
});

test.each(["", "I cannot help with that.", "{", "null", "[]", '{"candidates": 3}', '{"candidates": []}', '"kind":', "\ud800{{{", "[[[["])(
  "garbage is an issue, not an error: %j",
  (text) => {
    const { candidates, issues } = readReply(reply(text), 1, false, properties);
    expect(candidates).toStrictEqual([]);
    expect(issues).toStrictEqual([{ where: "reply", message: `holds no candidate; it starts with ${JSON.stringify(text)}` }]);
  },
);

function outcome(text: string): [string[], string[]] {
  const { candidates, issues } = readReply(reply(text), 1, false, properties);
  return [candidates.map(({ name }) => name), issues.map(({ where, message }) => `${where}: ${message}`)];
}

function reply(text: string): ModelReply {
  return { request: "hash", stage: "steps 1", requestedModel: "m", model: "m-1", text, finish: "stop", usage: null };
}
