import { KilnError } from "../errors.ts";
import type { History, ModelRequest, Profile, ShownRow } from "../asking.ts";
import type { Candidate, Issue } from "../types.ts";
import { dataBlock } from "./data-block.ts";
import { describeProfile, describeTask, printRows, printRowType } from "./describe-data.ts";
import { describeConfusions, describeKept, describeRefusal, describeRefused } from "./describe-history.ts";
import { fill } from "./fill.ts";
import { replyJsonSchema, replySchemaName } from "./reply-schema.ts";

/** What every prompt of a run is made of. */
interface PromptContext {
  readonly model: string;
  readonly maxOutputTokens: number;
  /** Text of each template by file name: system.md and those of the stages. */
  readonly templates: ReadonlyMap<string, string>;
  /** The page on what candidate code may use. */
  readonly subset: string;
  readonly profile: Profile;
  readonly examples: readonly ShownRow[];
  /** Candidates asked for. */
  readonly count: number;
}

/** Asks for normalizers; null when the rows have no text or category column of which a model may see anything. */
export function normalizerRequest(context: PromptContext): ModelRequest | null {
  const columns = context.profile.columns.filter(({ kind, send }) => (kind === "text" || kind === "category") && send !== "never");
  if (columns.length === 0) return null;
  const slots = new Map([...dataSlots(context), ["columns", columns.map(({ property }) => `\`${property}\``).join(", ")]]);
  return request(context, "normalizers", "normalizers.md", slots);
}

/** Asks for classifiers and features, told what earlier rounds taught. */
export function stepsRequest(context: PromptContext, round: number, history: History): ModelRequest {
  const slots = new Map([
    ...dataSlots(context),
    ["kept", dataBlock(describeKept(history.kept))],
    ["refused", dataBlock(describeRefused(history.refused))],
    ["confusions", dataBlock(describeConfusions(history.confusions))],
  ]);
  return request(context, `steps ${round}`, "steps.md", slots);
}

/** Asks for candidates that put one idea of a person's to the test, beside the steps that are kept. */
export function tryRequest(context: PromptContext, idea: string, kept: History["kept"]): ModelRequest {
  const slots = new Map([...dataSlots(context), ["kept", dataBlock(describeKept(kept))], ["idea", dataBlock(idea)]]);
  return request(context, "try", "try.md", slots);
}

/** Gives refused candidates their issues back, once. Round 0 is that of the normalizers. */
export function repairRequest(
  context: PromptContext,
  round: number,
  refused: readonly { readonly candidate: Candidate; readonly issues: readonly Issue[] }[],
): ModelRequest {
  const slots = new Map([
    ["task", describeTask(context.profile.task)],
    ["row", dataBlock(printRowType(context.profile.columns))],
    ["candidates", refused.map((one) => dataBlock(describeRefusal(one))).join("\n\n")],
    ["count", String(refused.length)],
  ]);
  return request(context, `repair of ${round === 0 ? "normalizers" : round}`, "repair.md", slots);
}

function dataSlots({ profile, examples, count }: PromptContext): Map<string, string> {
  return new Map([
    ["task", describeTask(profile.task)],
    ["row", dataBlock(printRowType(profile.columns))],
    ["profile", dataBlock(describeProfile(profile))],
    ["examples", dataBlock(printRows(examples))],
    ["count", String(count)],
  ]);
}

/** The rules first and the variable part last, so that an endpoint can keep the common beginning. */
function request(context: PromptContext, stage: string, file: string, slots: ReadonlyMap<string, string>): ModelRequest {
  return {
    stage,
    model: context.model,
    messages: [
      { role: "system", content: fill("system.md", template(context, "system.md"), new Map([["subset", context.subset]])) },
      { role: "user", content: fill(file, template(context, file), slots) },
    ],
    schemaName: replySchemaName,
    schema: replyJsonSchema(),
    maxOutputTokens: context.maxOutputTokens,
  };
}

function template({ templates }: PromptContext, file: string): string {
  const text = templates.get(file);
  if (text === undefined) throw new KilnError("config", `prompts/${file}: the template is missing`);
  return text;
}
