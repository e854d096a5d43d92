import { mkdtemp, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { KilnError } from "../../generator/errors.ts";
import { openReplies, recoverReplies } from "../../generator/output/replies.ts";
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

test("what a killed run wrote of an answer is kept when it is whole, and cleared away when not", async () => {
  const path = await folder();
  const store = openReplies(path);
  await store.put(reply);
  const text = await readFile(join(path, `${reply.request}.json`), "utf8");
  const other = "cd".repeat(32);
  await writeFile(join(path, `${other}.json.tmp`), `${text.replace(reply.request, other)}\0\0\0`);
  await writeFile(join(path, `${"ef".repeat(32)}.json.tmp`), text.slice(0, 50));
  await store.reserve("01".repeat(32), 1000);
  await recoverReplies(path);
  expect(await readdir(path)).toStrictEqual([`${reply.request}.json`, `${other}.json`].toSorted());
  expect(store.get(other)).toStrictEqual({ ...reply, request: other });
});

test("room that was reserved can be given back", async () => {
  const path = await folder();
  const release = await openReplies(path).reserve(reply.request, 1000);
  expect((await stat(join(path, `${reply.request}.json.tmp`))).size).toBe(1000);
  await release();
  expect(await readdir(path)).toStrictEqual([]);
});

test("an answer is written into the room that was kept for it", async () => {
  const path = await folder();
  const store = openReplies(path);
  await store.reserve(reply.request, 10_000);
  await store.put(reply);
  expect(openReplies(path).get(reply.request)).toStrictEqual(reply);
  expect(await readdir(path)).toStrictEqual([`${reply.request}.json`]);
});
