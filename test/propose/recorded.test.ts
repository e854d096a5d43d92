import { expect, test } from "vitest";
import { requestHash } from "../../generator/propose/canonical.ts";
import { recordedModel } from "../../generator/propose/recorded.ts";
import type { LanguageModel, ModelReply, ModelRequest, ReplyStore } from "../../generator/asking.ts";
const budget = { calls: 2, outputTokens: 99 };

test("a recorded reply is replayed, with no live model and no budget", async () => {
  const store = shelf([reply(ask("a"))]);
  const heard: string[] = [];
  const model = recordedModel(store, null, { calls: 0, outputTokens: 0 }, ({ stage }, source) => heard.push(`${stage} ${source}`));
  expect(await model.complete(ask("a"))).toStrictEqual(reply(ask("a")));
  expect(heard).toStrictEqual(["steps 1 recorded"]);
});

test("a new answer is on the shelf before it is heard of, and is not asked for again", async () => {
  const store = shelf([]);
  const heard: string[] = [];
  const model = recordedModel(store, echo(40), budget, ({ request }, source) => heard.push(`${source} ${store.get(request) !== null}`));
  await model.complete(ask("a"));
  await model.complete(ask("a"));
  expect(heard).toStrictEqual(["new true", "recorded true"]);
});

test("a question without recorded answer and key says which stage asks, by which hash, how large", async () => {
  const model = recordedModel(shelf([]), null, budget, () => {});
  const hash = requestHash(ask("abc"));
  await expect(model.complete(ask("abc"))).rejects.toMatchObject({
    code: "reply-missing",
    message: `stage "steps 1" asks what no recorded reply answers: replies/${hash}.json is missing (a prompt of 3 characters); run \`kiln prompts\` to see it, or set OPENAI_API_KEY`,
  });
});

test("the budget of calls is a wall", async () => {
  const model = recordedModel(shelf([]), echo(1), { calls: 2, outputTokens: 1000 }, () => {});
  await model.complete(ask("a"));
  await model.complete(ask("b"));
  await expect(model.complete(ask("c"))).rejects.toMatchObject({
    code: "budget",
    message:
      'stage "steps 1" was not asked: 2 calls made, the budget is 2; every answer so far is recorded, so a larger budget goes on from here',
  });
});

test.each([
  ["told", 60],
  ["untold and so taken as all that was allowed", null],
])("a question that could overrun the budget of tokens is not asked, usage %s", async (_, outputTokens) => {
  const model = recordedModel(shelf([]), echo(outputTokens), budget, () => {});
  await model.complete(ask("a"));
  await expect(model.complete(ask("b"))).rejects.toMatchObject({
    code: "budget",
    message: expect.stringContaining("up to 50 more asked for, the budget is 99"),
  });
});

test("a reply under the wrong name is no answer", async () => {
  const store: ReplyStore = { get: () => reply(ask("b")), put: async () => {} };
  await expect(recordedModel(store, null, budget, () => {}).complete(ask("a"))).rejects.toMatchObject({ code: "check" });
});

function ask(content: string): ModelRequest {
  return { stage: "steps 1", model: "m", messages: [{ role: "user", content }], schemaName: "s", schema: {}, maxOutputTokens: 50 };
}

function reply(request: ModelRequest, outputTokens: number | null = 1): ModelReply {
  const usage = outputTokens === null ? null : { inputTokens: 1, outputTokens };
  return { request: requestHash(request), stage: request.stage, requestedModel: "m", model: "m-1", text: "{}", finish: "stop", usage };
}

function echo(outputTokens: number | null): LanguageModel {
  return { complete: async (request) => reply(request, outputTokens) };
}

function shelf(replies: readonly ModelReply[]): ReplyStore {
  const held = new Map(replies.map((one) => [one.request, one]));
  return {
    get: (hash) => held.get(hash) ?? null,
    put: async (one) => {
      held.set(one.request, one);
    },
  };
}
