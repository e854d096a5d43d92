import { LLMock } from "@copilotkit/aimock";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fruitConfig, fruitCsv } from "../command/fruit.ts";
import { kiln, openProject } from "../command/project.ts";
import { goodFirst } from "./fault-server.ts";

test("a run against an independent OpenAI-compatible mock server, as it comes from npm", async () => {
  const project = await openProject({ "kiln.config.ts": fruitConfig, "fruit.csv": fruitCsv() });
  const mock = new LLMock({ port: 0 });
  mock.onMessage(/./, { content: goodFirst });
  await mock.start();
  try {
    const environment = { OPENAI_API_KEY: "mock-key-0123456789", OPENAI_BASE_URL: `${mock.url}/v1` };
    const first = await kiln(project.folder, ["generate"], environment);
    expect([first.code, first.out]).toStrictEqual([0, expect.stringMatching(/has_pip +feature/)]);
    expect(mock.getRequests().map(({ path }) => path)).toStrictEqual(["/v1/chat/completions", "/v1/chat/completions"]);
    const learned = await readFile(join(project.folder, "models/fruit/learned.json"), "utf8");
    const again = await kiln(project.folder, ["generate"], {});
    expect([again.code, await readFile(join(project.folder, "models/fruit/learned.json"), "utf8")]).toStrictEqual([0, learned]);
  } finally {
    await Promise.all([mock.stop(), project.remove()]);
  }
});
