import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const text = readFileSync(new URL("../action.yml", import.meta.url), "utf8");

/** The shell of every step, in order. */
const scripts = [...text.matchAll(/^ {6}run: (?:\|\n((?: {8}.*\n|\n)+)|(.*)\n)/gm)].map(([, block, line]) => block ?? line ?? "");

test("every step of the action is a script that bash can read", () => {
  expect(scripts.length).toBe(5);
  for (const script of scripts) expect(spawnSync("bash", ["-n"], { input: script, encoding: "utf8" }).stderr).toBe("");
});

test("nothing from a pull request is put into a script: it comes in by the environment", () => {
  expect(scripts.filter((script) => script.includes("${{"))).toStrictEqual([]);
});

test("the action checks, then types, then tests, then compares, and needs no key", () => {
  const names = [...text.matchAll(/^ {4}- name: (.*)$/gm)].map(([, name]) => name);
  expect(names).toStrictEqual(["generated/ is what models/ say", "Types", "Tests", "What behaves differently", "Comment"]);
  expect(text).not.toMatch(/api[_-]?key|secrets\./i);
});
