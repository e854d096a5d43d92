import { spawnSync } from "node:child_process";
import { chmod, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runStep, scripts, text } from "./action-steps.ts";

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

const hasJq = spawnSync("jq", ["--version"]).status === 0;
if (!hasJq) process.stderr.write("NOT TESTED: the comment of the action; jq is missing (apt-get install jq)\n");

/** A comment as GitHub lists it. */
function one(id: number, type: string, body: string): unknown {
  return { id, user: { type }, body };
}

describe.skipIf(!hasJq)("the comment (skipped without jq)", () => {
  const mark = "<!-- kiln-diff:plain -->";
  const body = `${mark}\n\n### Kiln: "quoted" $(id) \`id\`\n`;

  /** Runs the step with a `gh` that answers a list of comments, or refuses, and writes down what it is asked. */
  async function comment(
    pages: string,
    refuses = "",
  ): Promise<{ readonly code: number | null; readonly out: string; readonly asked: string[] }> {
    const folder = await mkdtemp(join(tmpdir(), "kiln-action-"));
    const log = join(folder, "asked");
    await writeFile(join(folder, "pages"), pages);
    await writeFile(join(folder, "diff.md"), body);
    const gh = `#!/bin/bash\necho "$@" >> "${log}"\ncase "$*" in *${refuses || "NEVER"}*) echo "HTTP 403" >&2; exit 1;; esac\n`;
    await writeFile(join(folder, "gh"), `${gh}if [[ "$*" == *--input* ]]; then cat >> "${log}"; else cat "${folder}/pages"; fi\n`);
    await chmod(join(folder, "gh"), 0o755);
    const environment = { GH_TOKEN: "t", FILE: join(folder, "diff.md"), REPOSITORY: "o/r", NUMBER: "7" };
    const { code, out } = runStep(4, folder, { ...environment, PATH: `${folder}:${process.env["PATH"]}` });
    return { code, out, asked: (await readFile(log, "utf8")).trim().split("\n") };
  }
  const posted = JSON.stringify({ body }, null, 2).split("\n");

  test("is made where there is none of its own, whoever else begins one alike", async () => {
    const pages = JSON.stringify([one(1, "User", `${mark} mine`), one(2, "Bot", "other")]);
    const { code, out, asked } = await comment(pages);
    expect([code, out]).toStrictEqual([0, ""]);
    expect(asked).toStrictEqual([
      "api --paginate repos/o/r/issues/7/comments",
      "api --method POST repos/o/r/issues/7/comments --input -",
      ...posted,
    ]);
  });

  test("is replaced where it stands, on whatever page", async () => {
    const pages =
      JSON.stringify([one(1, "Bot", "other")]) + JSON.stringify([one(3, "Bot", `${mark}\nold`), one(4, "Bot", `${mark}\nolder`)]);
    expect((await comment(pages)).asked[1]).toBe("api --method PATCH repos/o/r/issues/comments/3 --input -");
  });

  test.each(["POST", "paginate"])("that may not be made (%s) is a notice, not a failure", async (refuses) => {
    const { code, out } = await comment("[]", refuses);
    expect([code, out]).toStrictEqual([0, expect.stringMatching(/^::notice title=Kiln::This run may not comment/)]);
  });
});
