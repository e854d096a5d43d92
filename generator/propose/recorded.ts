import { KilnError } from "../errors.ts";
import type { LanguageModel, ModelReply, ModelRequest, ReplyStore } from "../asking.ts";
import { requestHash } from "./canonical.ts";
import type { Ledger } from "./ledger.ts";
import { tokensOf } from "./tokens.ts";

/** A token of code is 3 to 4 bytes, and JSON escapes some of them. */
const bytesPerToken = 6;

/**
 * A model that answers from the store, and asks the live one only what was never asked. A new answer is on disk before it is returned.
 *
 * @param live Null without a key: a question without a recorded answer then stops the run.
 * @param ledger A hard cap: a question that could overrun it is not asked.
 * @param note Hears of every answer in order of use.
 */
export function recordedModel(
  store: ReplyStore,
  live: LanguageModel | null,
  ledger: Ledger,
  note: (reply: ModelReply, source: "recorded" | "new") => void,
): { complete(request: ModelRequest): Promise<ModelReply> } {
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
      const meter = ledger.meterOf(request, (await tokensOf(request)).high);
      const release = await store.reserve(hash, bytesPerToken * request.maxOutputTokens);
      const asked = live.complete(request, meter).finally(() => meter.close());
      const reply = await asked.then(
        // It is paid for, so a disk that fails once gets a second chance.
        (answer) =>
          store
            .put(answer)
            .catch(() => store.put(answer))
            .then(() => answer),
        (error: unknown) =>
          release().then(() => {
            throw error;
          }),
      );
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
