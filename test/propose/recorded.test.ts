import { expect, test } from "vitest";
import { requestHash } from "../../generator/propose/canonical.ts";
import type { Budget, Price } from "../../generator/author-schema.ts";
import { openLedger } from "../../generator/propose/ledger.ts";
import { recordedModel } from "../../generator/propose/recorded.ts";
import type { LanguageModel, ModelReply, ModelRequest, ReplyStore } from "../../generator/asking.ts";
const budget = { calls: 2, inputTokens: 5000, outputTokens: 99, money: null, minutes: 60 };
const ledger = (changes: Partial<Budget> = {}, price: Price | null = null) => openLedger({ ...budget, ...changes }, price, () => 0);

test("a recorded reply is replayed, with no live model and no budget", async () => {
  const store = shelf([reply(ask("a"))]);
  const heard: string[] = [];
  const model = recordedModel(store, null, ledger({ calls: 0, outputTokens: 0 }), ({ stage }, source) => heard.push(`${stage} ${source}`));
  expect(await model.complete(ask("a"))).toStrictEqual(reply(ask("a")));
  expect(heard).toStrictEqual(["steps 1 recorded"]);
});

test("a new answer is on the shelf before it is heard of, and is not asked for again", async () => {
  const store = shelf([]);
  const heard: string[] = [];
  const model = recordedModel(store, echo(40), ledger(), ({ request }, source) => heard.push(`${source} ${store.get(request) !== null}`));
  await model.complete(ask("a"));
  await model.complete(ask("a"));
  expect(heard).toStrictEqual(["new true", "recorded true"]);
});

test("a question without recorded answer and key says which stage asks, by which hash, how large", async () => {
  const model = recordedModel(shelf([]), null, ledger(), () => {});
  const hash = requestHash(ask("abc"));
  await expect(model.complete(ask("abc"))).rejects.toMatchObject({
    code: "reply-missing",
    message: `stage "steps 1" asks what no recorded reply answers: replies/${hash}.json is missing (a prompt of 3 characters); run \`kiln prompts\` to see it, or set OPENAI_API_KEY`,
  });
});

test("the budget of calls is a wall", async () => {
  const model = recordedModel(shelf([]), echo(1), ledger({ outputTokens: 1000 }), () => {});
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
  const model = recordedModel(shelf([]), echo(outputTokens), ledger(), () => {});
  await model.complete(ask("a"));
  await expect(model.complete(ask("b"))).rejects.toMatchObject({
    code: "budget",
    message: expect.stringContaining("up to 50 more asked for, the budget is 99"),
  });
});

test("the budget of input tokens, of money and of minutes are walls, too", async () => {
  const price = { input: 1000, output: 10_000 };
  await expect(asked({ inputTokens: 100 }, null)).rejects.toMatchObject({
    code: "budget",
    message: expect.stringContaining("0 input tokens used"),
  });
  await expect(asked({ money: 0.5 }, price)).rejects.toMatchObject({
    code: "budget",
    message: expect.stringMatching(/: 0\.0000 spent and up to 0\.7\d+ more to spend, the budget is 0\.5;/),
  });
  await expect(asked({ money: 0.8 }, price)).resolves.toMatchObject({ text: "{}" });
  await expect(asked({ minutes: 0 }, null)).rejects.toMatchObject({ code: "budget", message: expect.stringContaining("0 minutes") });
});

test("a reply under the wrong name is no answer", async () => {
  const store: ReplyStore = { ...shelf([]), get: () => reply(ask("b")) };
  await expect(recordedModel(store, null, ledger(), () => {}).complete(ask("a"))).rejects.toMatchObject({ code: "check" });
});

function asked(changes: Partial<Budget>, price: Price | null): Promise<unknown> {
  return recordedModel(shelf([]), echo(1), ledger(changes, price), () => {}).complete(ask("a"));
}

function ask(content: string): ModelRequest {
  return { stage: "steps 1", model: "m", messages: [{ role: "user", content }], schemaName: "s", schema: {}, maxOutputTokens: 50 };
}

function reply(request: ModelRequest, outputTokens: number | null = 1): ModelReply {
  const usage = outputTokens === null ? null : { inputTokens: 1, outputTokens };
  return { request: requestHash(request), stage: request.stage, requestedModel: "m", model: "m-1", text: "{}", finish: "stop", usage };
}

function echo(outputTokens: number | null): LanguageModel {
  return {
    complete: async (request, meter) => {
      meter.start();
      const answer = reply(request, outputTokens);
      meter.end(answer.usage);
      return answer;
    },
  };
}

function shelf(replies: readonly ModelReply[]): ReplyStore {
  const held = new Map(replies.map((one) => [one.request, one]));
  return {
    get: (hash) => held.get(hash) ?? null,
    reserve: async () => async () => {},
    put: async (one) => {
      held.set(one.request, one);
    },
  };
}
