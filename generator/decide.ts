import { join } from "node:path";
import type { Config } from "./config.ts";
import { stepFiles } from "./emit/names.ts";
import type { Staying } from "./decided.ts";
import { KilnError } from "./errors.ts";
import { rebuild } from "./generate.ts";
import { candidateOfFile } from "./judge/candidate-of-file.ts";
import { casesOfTest, sourceOfStep } from "./judge/candidate-of-step.ts";
import type { Decision, Learned } from "./learned.ts";
import { readDecisions } from "./output/decisions.ts";
import { editedFiles } from "./output/edited-files.ts";
import { readModels } from "./output/models.ts";
import { readFolder } from "./output/read-folder.ts";
import type { Ports } from "./ports.ts";
import type { Candidate, CandidateRecord } from "./types.ts";

/** Who wrote an adopted text: git knows the name. */
const person = "a person";

/** Adopts edited steps: their texts are judged, weighed, recorded as a person's, and the pipeline is learned again with them. */
export async function acceptSteps(config: Config, names: readonly string[], reason: string, ports: Ports): Promise<Learned> {
  const { learned } = await readModels(config.models);
  const files = await readFolder(config.generated);
  const edited = new Set(editedFiles(files));
  const decisions: Decision[] = names.map((given) => {
    const base = baseOf(given, learned);
    const paths = [`steps/${base}.ts`, `steps/${base}.test.ts`];
    if (!paths.some((path) => edited.has(path)))
      throw new KilnError("usage", `${given}: steps/${base}.ts and its test are as they were emitted; there is nothing to accept`);
    const candidate = editedCandidate(base, files, learned, reason);
    paths.forEach((path) => edited.delete(path));
    return { kind: "adopted", step: candidate.name, reason, candidate };
  });
  refuseOthers(config, edited);
  return decide(config, decisions, ports);
}

/** Takes a step out of the pipeline, for good, and learns again without it. */
export async function rejectStep(config: Config, name: string, reason: string, ports: Ports): Promise<Learned> {
  const { learned } = await readModels(config.models);
  const { candidate } = recordOf(learned, name);
  const edited = new Set(editedFiles(await readFolder(config.generated)));
  const base = baseOf(name, learned);
  [`steps/${base}.ts`, `steps/${base}.test.ts`].forEach((path) => edited.delete(path));
  refuseOthers(config, edited);
  return decide(config, [{ kind: "rejected", step: candidate.name, reason }], ports);
}

/** Keeps a step as it is, whatever a later run proposes under its name or finds of its lift. */
export async function pinStep(config: Config, name: string, reason: string, ports: Ports): Promise<Learned> {
  const { learned } = await readModels(config.models);
  const { candidate } = recordOf(learned, name);
  refuseOthers(config, editedFiles(await readFolder(config.generated)) ?? new Set());
  return decide(config, [{ kind: "pinned", step: candidate.name, reason, candidate }], ports);
}

/** Takes candidates that were tried into the pipeline, for good, and learns again with them. */
export async function keepCandidates(config: Config, candidates: readonly Candidate[], reason: string, ports: Ports): Promise<Learned> {
  refuseOthers(config, editedFiles(await readFolder(config.generated)) ?? new Set());
  return decide(
    config,
    candidates.map((candidate) => ({ kind: "pinned", step: candidate.name, reason, candidate })),
    ports,
  );
}

/** Learns again with new decisions; they are on the disk only when that has worked. */
async function decide(config: Config, fresh: readonly Decision[], ports: Ports): Promise<Learned> {
  const named = new Set(fresh.map(({ step }) => step));
  const before = await readDecisions(config.models);
  const decisions = [...before.filter(({ step }) => !named.has(step)), ...fresh].toSorted((a, b) => (a.step < b.step ? -1 : 1));
  const bundled = (await readFolder(config.generated)).has("bundle.mjs");
  return rebuild(config, { ...ports, live: null }, bundled, decisions);
}

/** A rebuild replaces the folder, so other edits must not be in it. */
function refuseOthers({ generated }: Config, edited: ReadonlySet<string>): void {
  const [first, ...more] = edited;
  if (first === undefined) return;
  const others = more.length === 0 ? "" : ` and ${more.length} more files`;
  throw new KilnError("check", `${join(generated, first)}${others} edited too, which this would overwrite; accept or restore them first`);
}

/** File name of a step, without ending: given as the step's name, its file's, or a path to it. */
function baseOf(given: string, { steps }: Learned): string {
  const files = stepFiles(steps);
  const base = given.replace(/^.*[\\/]/, "").replace(/(?:\.test)?\.ts$/, "");
  return files[steps.indexOf(given)] ?? base;
}

function recordOf({ candidates, steps }: Learned, given: string): CandidateRecord {
  const name = steps.includes(given) ? given : steps[stepFiles(steps).indexOf(given.replace(/^.*[\\/]/, "").replace(/\.ts$/, ""))];
  const record = candidates.find(({ candidate, outcome }) => candidate.name === name && outcome.kind === "kept");
  if (record === undefined) throw new KilnError("usage", `${given}: no such step; there are ${steps.join(", ") || "none"}`);
  return record;
}

/**
 * The steps of a pipeline as its folder in generated/ now holds them: edited texts in place of the learned ones, then texts of a person's own;
 * a step whose file is gone is left out.
 */
export function stepsAsTheyStand(learned: Learned, files: ReadonlyMap<string, string>): Staying[] {
  const edited = editedFiles(files) ?? new Set();
  const isEdited = (base: string): boolean => edited.has(`steps/${base}.ts`) || edited.has(`steps/${base}.test.ts`);
  const bases = stepFiles(learned.steps);
  const known = learned.candidates.flatMap(({ candidate, outcome }) => (outcome.kind === "kept" ? [{ candidate, ...outcome }] : []));
  const committed = learned.steps.flatMap((name, i): Staying[] => {
    const base = bases[i]!;
    const step = known.find(({ candidate }) => candidate.name === name)!;
    if (!isEdited(base)) return [{ candidate: step.candidate, known: step }];
    return files.has(`steps/${base}.ts`) ? [{ candidate: editedCandidate(base, files, learned, ""), known: null }] : [];
  });
  const own = [...files.keys()]
    .flatMap((path) => /^steps\/(.+)(?<!\.test)\.ts$/.exec(path)?.[1] ?? [])
    .filter((base) => !bases.includes(base));
  return [...committed, ...own.map((base) => ({ candidate: editedCandidate(base, files, learned, ""), known: null }))];
}

/** The candidate that the files of a step now hold. A file that belongs to no step is a new one of a person's own. */
function editedCandidate(base: string, files: ReadonlyMap<string, string>, learned: Learned, reason: string): Candidate {
  const path = `steps/${base}.ts`;
  const text = files.get(path);
  if (text === undefined) throw new KilnError("usage", `${path}: not found; \`kiln reject\` takes a step out`);
  const testPath = `steps/${base}.test.ts`;
  const cases = casesOfTest(testPath, files.get(testPath) ?? "");
  const name = learned.steps[stepFiles(learned.steps).indexOf(base)];
  const source = sourceOfStep(text);
  if (name !== undefined) {
    const { candidate } = recordOf(learned, name);
    return { ...candidate, source, cases, origin: { ...candidate.origin, model: person } };
  }
  const read = candidateOfFile(path, source);
  if (read.kind === "normalizer") throw new KilnError("usage", `${path}: a normalizer of your own is not taken; edit one that is there`);
  return { ...read, cases, rationale: reason, origin: { round: 0, repaired: false, reply: "", model: person } };
}
