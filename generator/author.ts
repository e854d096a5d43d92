import type { Config } from "./config.ts";
import { readAsset } from "./data/assets.ts";
import { profile } from "./data/profile.ts";
import { exampleRows } from "./data/show.ts";
import { describeSubset } from "./judge/subset/describe-subset.ts";
import type { Ports } from "./ports.ts";
import { type Asked, readReply } from "./propose/read-reply.ts";
import { openLedger } from "./propose/ledger.ts";
import { movingAlias } from "./propose/moving-alias.ts";
import { recordedModel } from "./propose/recorded.ts";
import { normalizerRequest, repairRequest, stepsRequest, tryRequest } from "./propose/request.ts";
import type { History, ModelReply, ModelRequest } from "./asking.ts";
import type { Candidate, Dataset, Issue } from "./types.ts";

/** Whoever writes candidates: asks the language model, reads what it answers, remembers what was asked. */
export interface Author {
  /** Round 0 asks for normalizers, later ones for classifiers and features. */
  propose(round: number, dataset: Dataset, history: History): Promise<Asked>;
  /** Gives refused candidates their issues back. */
  repair(
    round: number,
    dataset: Dataset,
    refused: readonly { readonly candidate: Candidate; readonly issues: readonly Issue[] }[],
  ): Promise<Asked>;
  /** Asks for candidates that put one idea of a person's to the test, beside the steps that are kept. */
  attempt(idea: string, dataset: Dataset, kept: History["kept"]): Promise<Asked>;
  /** Replies used so far, in order. */
  readonly replies: readonly ModelReply[];
  /** Text of each prompt template that learning uses, by file name. */
  readonly templates: ReadonlyMap<string, string>;
}

const templateFiles = ["system.md", "normalizers.md", "steps.md", "repair.md"];

/** The template of `try`, which no run of `generate` uses. */
const tryFile = "try.md";

/** Candidates asked for to one idea: its plainest reading and a broad score. */
const readings = 2;

/** Opens the author that a config names, over its recorded replies and the live endpoint, if there is one. */
export function openAuthor({ author, seed }: Config, ports: Ports): Author {
  const replies: ModelReply[] = [];
  const ledger = openLedger(author.budget, author.price, () => performance.now());
  const model = recordedModel(ports.store, ports.live, ledger, (reply, source) => {
    replies.push(reply);
    if (source === "new") tellOf(reply, author.maxOutputTokens, ports);
  });
  const templates = new Map(templateFiles.map((file) => [file, readAsset(`prompts/${file}`)]));
  const subset = describeSubset();
  const contextOf = (dataset: Dataset, count: number) => ({
    model: author.model,
    maxOutputTokens: author.maxOutputTokens,
    templates,
    subset,
    profile: profile(dataset),
    examples: exampleRows(dataset, author.examples, seed),
    count,
  });
  const ask = async (request: ModelRequest, round: number, repaired: boolean, { columns }: Dataset): Promise<Asked> => {
    ports.onRequest(request);
    return readReply(await model.complete(request), round, repaired, columns);
  };
  return {
    replies,
    templates,
    async propose(round, dataset, history) {
      const request =
        round === 0
          ? normalizerRequest(contextOf(dataset, author.normalizers))
          : stepsRequest(contextOf(dataset, author.candidates), round, history);
      return request === null ? { candidates: [], issues: [] } : ask(request, round, false, dataset);
    },
    repair(round, dataset, refused) {
      return ask(repairRequest(contextOf(dataset, refused.length), round, refused), round, true, dataset);
    },
    attempt(idea, dataset, kept) {
      const context = contextOf(dataset, readings);
      const withTry = new Map([...templates, [tryFile, readAsset(`prompts/${tryFile}`)]]);
      return ask(tryRequest({ ...context, templates: withTry }, idea, kept), 1, false, dataset);
    },
  };
}

/** What a buyer should know of a new reply: that the model may be another one tomorrow, that the answer is cut. */
function tellOf({ stage, requestedModel, model, finish }: ModelReply, limit: number, { onStage }: Ports): void {
  const moves = movingAlias(requestedModel, model);
  if (moves !== null) onStage({ stage: "model", text: moves, done: true });
  if (finish === "length")
    onStage({ stage: "model", text: `"${stage}" was cut off at ${limit} tokens; raise \`author.maxOutputTokens\``, done: true });
}
