import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { kiln, openProject, type Ended } from "../command/project.ts";
import { says, withEndpoint } from "../propose/endpoint.ts";
import { keys, people } from "./people.ts";

const persons = people(500);
const planted = keys();
const apiKey = "sk-test-0123456789abcdefghij";

/** Every other person stands in a column that is never sent; all of them sign their message, some more than once. */
function csv(): string {
  const rows = persons.map(({ name, identifiers: [mail, phone, card, iban, id] }, i) => {
    const late = i % 2 === 0;
    const plea = late ? "My parcel is late" : "Please refund the broken lamp";
    const key = planted[i % planted.length]!.text;
    const bodies = [
      `Hi, my name is ${name}. ${plea}; reach me at ${mail} or ${phone}.`,
      `${plea}.\nCard ${card}, IBAN ${iban}, ID ${id}.\nRegards,\n${name}`,
      `Dear Mr. ${name}, ${plea.toLowerCase()}. We logged ${key} for ${mail}`,
      `${plea}. ${mail} wrote; ${phone}; ${key}`,
    ];
    const cells = [
      i % 2 === 0 ? name : "",
      bodies[i % 4]!,
      i % 3 === 0 ? `${name} <${mail}>` : `seen by desk ${i % 7}`,
      i % 11 === 0 ? name : "web",
      name,
      phone,
    ];
    return [...cells, late ? "late" : "refund"].map((cell) => `"${(cell ?? "").replaceAll('"', '""')}"`).join(",");
  });
  return ["customer,body,note,channel,signature,line,desk", ...rows].map((line) => `${line}\n`).join("");
}

const config = `import { defineConfig } from "kiln";
export default defineConfig({
  name: "mail",
  task: "Say which desk answers.",
  data: { file: "mail.csv" },
  target: { column: "desk" },
  columns: {
    customer: { kind: "text", meaning: "Who wrote.", send: "never" },
    body: { kind: "text", meaning: "The message.", send: "masked" },
    note: { kind: "text", meaning: "A note of the desk.", send: "values" },
    channel: { kind: "category", meaning: "How it came.", send: "values" },
    signature: { kind: "category", meaning: "Who signed.", send: "masked" },
    line: { kind: "text", meaning: "Phone.", send: "shape" },
  },
  author: { model: "m", rounds: 2, candidates: 3, normalizers: 2, examples: 200 },
  forest: { trees: 10, maxDepth: 4 },
  keep: { repeats: 1, folds: 3, trees: 10, dataTests: true, mutationScore: 0 },
});
`;

/** Candidates that would carry a row out in what they answer or throw. */
const leaky = JSON.stringify({
  candidates: [
    leak("normalizer", "shift_body", "body", "(value: string | null): string | null", "return value === null ? null : `${value}!`;"),
    leak("feature", "as_label", null, '(row: Row): "a" | "b"', 'return row.body as "a";'),
    leak("feature", "told", null, "(row: Row): number", 'throw new Error(row.body ?? "none");'),
    leak("feature", "long_body", null, "(row: Row): number", 'return (row.body ?? "").length;'),
  ],
});

function leak(kind: string, name: string, column: string | null, signature: string, body: string): unknown {
  const empty = kind === "normalizer" ? null : [];
  const full = kind === "normalizer" ? "a" : [{ property: "body", value: "a" }];
  const source = `/** Says something of the row. */\nexport function ${name}${signature} {\n  ${body}\n}\n`;
  const cases = [
    { name: "nothing", input: empty, expected: kind === "normalizer" ? null : name === "long_body" ? 0 : "a" },
    { name: "one", input: full, expected: kind === "normalizer" ? "a!" : name === "long_body" ? 1 : "a" },
  ];
  return { kind, name, column, rationale: "It tells.", source, cases };
}

let folder = "";
let remove = async (): Promise<void> => {};
let prompts = "";
let ended: Ended = { code: null, out: "", err: "" };
beforeAll(async () => {
  ({ folder, remove } = await openProject({ "kiln.config.ts": config, "mail.csv": csv() }));
  await withEndpoint([says(leaky)], async (url, seen) => {
    ended = await kiln(folder, ["generate", "--bundle"], { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: url });
    prompts = seen.map(({ body }) => JSON.stringify(body["messages"])).join("\n");
  });
}, 120_000);
afterAll(() => remove());

/** Which of the planted secrets stand in a text, however they are spaced. */
function foundIn(text: string): string[] {
  const close = squeezed(text);
  const secrets = [...persons.flatMap(({ name, identifiers }) => [name, ...identifiers]), ...planted.map(({ secret }) => secret), apiKey];
  return [...new Set(secrets)].filter((secret) => text.includes(secret) || close.includes(squeezed(secret)));
}

function squeezed(text: string): string {
  return text.replace(/[\s().-]+/g, "").toLowerCase();
}

async function textsUnder(path: string): Promise<string> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map((file) => readFile(file, "utf8")))).join("\n");
}

test("500 persons and 8 forms of keys: none in a prompt, a committed file or a log", async () => {
  expect([ended.code, ended.err.split("\n").length]).toStrictEqual([0, 2]);
  expect(prompts.match(/Refused candidates/g)).not.toBeNull();
  expect(prompts).toMatch(/<(?:name|email)-[a-z]{4}>/);
  expect(foundIn(prompts)).toStrictEqual([]);
  expect(foundIn(await textsUnder(join(folder, "models")))).toStrictEqual([]);
  expect(foundIn(await textsUnder(join(folder, "generated")))).toStrictEqual([]);
  expect(foundIn(ended.out + ended.err)).toStrictEqual([]);
});

test("`kiln prompts` shows what was sent, to the letter", async () => {
  const { out } = await kiln(folder, ["prompts"]);
  const sent = prompts.split("\n").flatMap((line) => (JSON.parse(line) as { readonly content: string }[]).map(({ content }) => content));
  expect(sent.length).toBeGreaterThan(4);
  expect(sent.filter((content) => !out.includes(content))).toStrictEqual([]);
});

const step = `import type { Row } from "../input.ts";

/** Whether a long message has a note. */
export function long_mail(row: Row): boolean {
  return (row.body ?? "").length > 80 && (row.note ?? "").length > 13 && /[A-Z]/.test(row.body ?? "");
}
`;
const stepTest = `import { expect, test } from "vitest";
import { emptyRow } from "../input.ts";
import { long_mail } from "./long-mail.ts";

test("nothing", () => expect(long_mail(emptyRow)).toBe(false));
test("short", () => expect(long_mail({ ...emptyRow, body: "a", note: "b" })).toBe(false));
test("long", () => expect(long_mail({ ...emptyRow, body: "${"Word ".repeat(40)}", note: "${"more ".repeat(9)}" })).toBe(true));
test("no note", () => expect(long_mail({ ...emptyRow, body: "${"word ".repeat(40)}" })).toBe(false));
test("no body", () => expect(long_mail({ ...emptyRow, note: "${"more ".repeat(9)}" })).toBe(false));
`;

test("rows that join a step's tests, and cells that show how it flips, are masked too", async () => {
  const steps = join(folder, "generated/mail/steps");
  await mkdir(steps, { recursive: true });
  await writeFile(join(steps, "long-mail.ts"), step);
  await writeFile(join(steps, "long-mail.test.ts"), stepTest);
  const accepted = await kiln(folder, ["accept", "long-mail", "--reason", "Long ones differ."]);
  expect([accepted.code, accepted.err]).toStrictEqual([0, ""]);
  const emitted = await readFile(join(steps, "long-mail.test.ts"), "utf8");
  expect(emitted.slice(emitted.indexOf("rows from the data"))).toMatch(/<(?:name|email|phone|card|iban)-[a-z]{4}>/);
  expect(await readFile(join(folder, "generated/mail/REVIEW.md"), "utf8")).toMatch(/Under "\w+", `(?:body|note)` from /);
  expect(foundIn(await textsUnder(join(folder, "models")))).toStrictEqual([]);
  expect(foundIn(await textsUnder(join(folder, "generated")))).toStrictEqual([]);
});
