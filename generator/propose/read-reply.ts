import { z } from "zod";
import type { ModelReply } from "../asking.ts";
import type { Candidate, Column, Origin } from "../types.ts";
import { objectsStartingWith, parseLoose } from "./loose-json.ts";
import { readCase } from "./read-case.ts";

/** What of a reply could not be used, for the report. */
interface ReplyIssue {
  readonly where: string;
  readonly message: string;
}

const wrapped = z.object({ candidates: z.array(z.unknown()) });

const looseCandidate = z.object({
  kind: z.enum(["normalizer", "classifier", "feature"]),
  name: z.string(),
  column: z.string().nullish(),
  rationale: z.string().default(""),
  source: z.string().min(1),
  cases: z.array(z.unknown()).default([]),
});

/** An identifier that is a file name everywhere: Windows keeps con, nul and their like for itself. */
const usableName = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z][A-Za-z0-9_]{2,47}$/;

/** What a reply gave. */
export interface Asked {
  readonly candidates: readonly Candidate[];
  readonly issues: readonly ReplyIssue[];
}

/**
 * The candidates of a reply, as far as it has any. Talk around the JSON, code fences and broken candidates cost only themselves;
 * garbage gives no candidate and an issue. Never throws.
 *
 * @param properties Inputs of a row, in order: what cases may set, and of which kind.
 */
export function readReply(
  reply: ModelReply,
  round: number,
  repaired: boolean,
  properties: readonly Pick<Column, "property" | "kind">[],
): Asked {
  const origin: Origin = { round, repaired, reply: reply.request, model: reply.model };
  const candidates: Candidate[] = [];
  const issues: ReplyIssue[] = [];
  const items = itemsOf(reply.text);
  if (items.length === 0)
    issues.push({ where: "reply", message: `holds no candidate; it starts with ${JSON.stringify(reply.text.slice(0, 80))}` });
  for (const [i, item] of items.entries()) {
    const read = readCandidate(item, properties, origin);
    const where = `candidate ${i + 1}${read.name === "" ? "" : ` (${read.name})`}`;
    const twice = candidates.some(({ name }) => name.toLowerCase() === read.name.toLowerCase());
    const messages = twice ? ["has the name of an earlier candidate of this reply"] : read.issues;
    issues.push(...messages.map((message) => ({ where, message })));
    if (read.candidate !== null && !twice) candidates.push(read.candidate);
  }
  return { candidates, issues };
}

function itemsOf(text: string): readonly unknown[] {
  const value = parseLoose(text);
  const reply = wrapped.safeParse(value);
  if (reply.success) return reply.data.candidates;
  if (Array.isArray(value) && value.length > 0) return value;
  return objectsStartingWith("kind", text);
}

function readCandidate(
  item: unknown,
  properties: readonly Pick<Column, "property" | "kind">[],
  origin: Origin,
): { readonly name: string; readonly candidate: Candidate | null; readonly issues: readonly string[] } {
  if (item === null) return { name: "", candidate: null, issues: ["is cut off or not JSON"] };
  const parsed = looseCandidate.safeParse(item);
  if (!parsed.success)
    return { name: "", candidate: null, issues: parsed.error.issues.map((issue) => [...issue.path, issue.message].join(": ")) };
  const { kind, name, rationale, source } = parsed.data;
  const refuse = (issue: string) => ({ name, candidate: null, issues: [issue] });
  if (!usableName.test(name)) return refuse(`the name ${JSON.stringify(name)} is no identifier in snake_case of 3 to 48 characters`);
  const column = kind === "normalizer" ? (parsed.data.column ?? "") : null;
  const known = properties.find(({ property }) => property === column);
  if (column !== null && (known === undefined || known.kind === "number")) {
    return refuse(`a normalizer rewrites one text column of the row, found ${JSON.stringify(column)}`);
  }
  const cases = parsed.data.cases.map((value, i) => readCase(value, i, column, properties));
  return {
    name,
    candidate: {
      kind,
      name,
      column,
      rationale: rationale.replace(/\s+/g, " ").trim(),
      source: cleanSource(source),
      cases: cases.flatMap((one) => (one.ok ? [one.value] : [])),
      origin,
    },
    issues: cases.flatMap((one) => (one.ok ? [] : [one.issue])),
  };
}

/** Without the fence that some models put around code. A backspace was the `\b` of a regex, escaped once too little for JSON. */
function cleanSource(source: string): string {
  const text = source.replaceAll("\r\n", "\n").replaceAll("\b", "\\b").trim();
  const fenced = /^```\w*\n([\s\S]*)\n```$/.exec(text);
  return `${(fenced?.[1] ?? text).trim()}\n`;
}
