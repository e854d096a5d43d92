import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { attackFile } from "./attacks/attack.ts";
import { form } from "./attacks/form.ts";
import { growth } from "./attacks/growth.ts";
import { loops } from "./attacks/loops.ts";
import { reach } from "./attacks/reach.ts";
import { state } from "./attacks/state.ts";
import { candidateOfFile } from "../../../generator/judge/candidate-of-file.ts";
import { examine } from "../../../generator/judge/examine.ts";
import { candidate, shown, world } from "./verdict.ts";

const alone = { rowDeclaration: "", rowTexts: new Set<string>() };

function filesIn(folder: URL): [string, string][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .toSorted()
    .map((file) => [file, readFileSync(new URL(file, folder), "utf8")]);
}

const shared = new URL("../../../../shared/", import.meta.url);

/** What the first line of an adversarial file asks of reading alone; null where either answer is right. */
function wanted(text: string): "refused" | "accepted" | "regex" | null {
  const must = /^\/\/ MUST: (.*)/.exec(text)?.[1] ?? "";
  if (/accept or reject|reject statically or accept/.test(must)) return null;
  if (must.startsWith("accept")) return "accepted";
  return must.includes("ReDoS") ? "regex" : "refused";
}

test("every shared attack ends as its first line says", async () => {
  for (const [file, text] of filesIn(new URL("adversarial/", shared))) {
    const verdict = await examine(candidateOfFile(file, text), alone);
    const want = wanted(text);
    const got = verdict.ok ? "accepted" : want === "regex" ? verdict.gate : "refused";
    expect(`${file} ${want ?? got}`, shown(verdict)).toBe(`${file} ${got}`);
  }
});

test.each(Object.entries({ reach, state, loops, growth, form }))("every attack by %s is refused for what it is", async (_, attacks) => {
  for (const [aim, text, rule] of attacks) {
    const verdict = await examine(candidateOfFile("attack.ts", attackFile(text)), alone);
    const rules = verdict.ok ? [] : verdict.issues.map((issue) => issue.rule);
    expect(`${aim}: ${rules.includes(rule) ? rule : ""}`, shown(verdict)).toBe(`${aim}: ${rule}`);
  }
});

test("every function that a model really wrote is accepted", async () => {
  for (const [file, text] of filesIn(new URL("candidates/", shared))) {
    const verdict = await examine(candidateOfFile(file, text), alone);
    expect(`${file} ${verdict.ok}`, shown(verdict)).toBe(`${file} true`);
  }
});

test("functions in the ways that models write are accepted", async () => {
  for (const [file, text] of filesIn(new URL("good/", import.meta.url))) {
    const source = text.replace(/^import type .*\n\n/, "");
    const { kind } = candidateOfFile(file, source);
    const verdict = await examine(candidate(kind, file.slice(0, -3), source), world);
    expect(`${file} ${verdict.ok}`, shown(verdict)).toBe(`${file} true`);
  }
});
