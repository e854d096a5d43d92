import { mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { KilnError } from "../../generator/errors.ts";
import { openReplies } from "../../generator/output/replies.ts";
import type { ModelReply } from "../../generator/asking.ts";
const reply: ModelReply = {
  request: "ab".repeat(32),
  stage: "steps 1",
  requestedModel: "some-model",
  model: "some-model-2026",
  text: '{"candidates": []}\n\ud800',
  finish: "stop",
  usage: { inputTokens: 10, outputTokens: 2 },
};

const folder = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), "kiln-replies-")), "replies");

test("a reply that was put is found again by another store, whole", async () => {
  const path = await folder();
  await openReplies(path).put(reply);
  expect(openReplies(path).get(reply.request)).toStrictEqual(reply);
  expect(await readdir(path)).toStrictEqual([`${reply.request}.json`]);
});

test("an unknown request has no reply, even before the folder exists", async () => {
  expect(openReplies(await folder()).get("00".repeat(32))).toBeNull();
});

test.each(["", "{", "[]", '{"request": "x"}'])("a file that holds %j is an error that names it", async (text) => {
  const path = await folder();
  await openReplies(path).put(reply);
  await writeFile(join(path, "broken.json"), text);
  const get = (): unknown => openReplies(path).get("broken");
  expect(get).toThrow(KilnError);
  expect(get).toThrow(join(path, "broken.json"));
});
