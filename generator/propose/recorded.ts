import { KilnError } from "../errors.ts";
import type { LanguageModel, ModelReply, ModelRequest, ReplyStore } from "../asking.ts";
import { requestHash } from "./canonical.ts";

/** What one run may spend on new answers. Replies from disk cost nothing. */
interface Budget {
  readonly calls: number;
  readonly outputTokens: number;
}

/**
 * A model that answers from the store, and asks the live one only what was never asked. A new answer is on disk before it is returned.
 *
 * @param live Null without a key: a question without a recorded answer then stops the run.
 * @param budget A hard cap: a question that could overrun it is not asked.
 * @param note Hears of every answer in order of use.
 */
export function recordedModel(
  store: ReplyStore,
  live: LanguageModel | null,
  budget: Budget,
  note: (reply: ModelReply, source: "recorded" | "new") => void,
): LanguageModel {
  let calls = 0;
  let outputTokens = 0;
  return {
    async complete(request) {
      const hash = requestHash(request);
      const recorded = store.get(hash);
      if (recorded !== null) {
        if (recorded.request !== hash)
          throw new KilnError("check", `replies/${hash}.json: answers the request ${recorded.request}; expected ${hash}`);
        note(recorded, "recorded");
        return recorded;
      }
      if (live === null) throw missing(request, hash);
      if (calls + 1 > budget.calls) throw spent(request, `${calls} calls made, the budget is ${budget.calls}`);
      if (outputTokens + request.maxOutputTokens > budget.outputTokens) {
        throw spent(
          request,
          `${outputTokens} output tokens used and up to ${request.maxOutputTokens} more asked for, the budget is ${budget.outputTokens}`,
        );
      }
      calls += 1;
      const reply = await live.complete(request);
      outputTokens += reply.usage?.outputTokens ?? request.maxOutputTokens;
      await store.put(reply);
      note(reply, "new");
      return reply;
    },
  };
}

function missing({ stage, messages }: ModelRequest, hash: string): KilnError {
  const size = messages.reduce((sum, { content }) => sum + content.length, 0);
  return new KilnError(
    "reply-missing",
    `stage "${stage}" asks what no recorded reply answers: replies/${hash}.json is missing (a prompt of ${size} characters); run \`kiln prompts\` to see it, or set OPENAI_API_KEY`,
  );
}

function spent({ stage }: ModelRequest, what: string): KilnError {
  return new KilnError(
    "budget",
    `stage "${stage}" was not asked: ${what}; every answer so far is recorded, so a larger budget goes on from here`,
  );
}
