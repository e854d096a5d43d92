import pLimit from "p-limit";
import type { Candidate, Column, Gate, Issue, Proof, Row, Sandbox, Verdict } from "../types.ts";
import { checkCases } from "./cases.ts";
import { examine, type World } from "./examine.ts";
import { checkMutants } from "./mutants.ts";
import { checkProperties } from "./properties.ts";
import { checkRewrites } from "./rewrites.ts";

/** What candidates are judged with. */
interface Bench {
  /** The opened compiler project of the row type. */
  readonly world: World;
  /** The columns that rows have. */
  readonly columns: readonly Column[];
  readonly sandbox: Sandbox;
  /** Training rows, a few hundred: for rewrites, idempotence, and mutants that no case notices. */
  readonly rows: readonly Row[];
  /** The same rows, masked, or none: what of them may be shown. */
  readonly shown: readonly Row[];
  /** Whether shown rows may join the tests of a step. */
  readonly dataTests: boolean;
  /** Least share of code mutants that the candidate's own cases must notice. */
  readonly mutationBar: number;
  /** Largest share of rows whose answer may flip under one rewrite; 1 refuses nothing. */
  readonly flipLimit: number;
}

/** Candidates under way at once: while one is parsed here others run there, in as many sandboxes as there are. */
const atOnce = 4;

/** Tries candidates, each on its own; the verdicts stand in the candidates' order. */
export function judge(candidates: readonly Candidate[], bench: Bench): Promise<Verdict[]> {
  const limit = pLimit(atOnce);
  return Promise.all(candidates.map((candidate) => limit(() => judgeOne(candidate, bench))));
}

/** Cheapest gate first; the first that objects decides, with all that it has to say. */
async function judgeOne(candidate: Candidate, bench: Bench): Promise<Verdict> {
  const refuse = (gate: Gate, [first, ...rest]: readonly [Issue, ...Issue[]]): Verdict => ({
    kind: "refused",
    candidate,
    gate,
    issues: [first, ...rest],
  });
  const examined = await examine(candidate, bench.world);
  if (!examined.ok) return refuse(examined.gate, examined.issues);
  const { program } = examined;

  const failing = await checkCases(candidate.cases, program, bench);
  if (isSome(failing)) return refuse("tests", failing);

  const properties = await checkProperties(program, bench);
  if (isSome(properties)) return refuse("properties", properties);

  const mutants = await checkMutants(candidate.cases, program, { ...bench, dataRows: bench.dataTests ? bench.shown : [] });
  if (isSome(mutants.issues)) return refuse("mutants", mutants.issues);

  const rewrites = await checkRewrites(program, bench);
  if (isSome(rewrites.issues)) return refuse("properties", rewrites.issues);

  const proof: Proof = {
    cases: candidate.cases.length,
    mutants: mutants.code,
    dataTests: mutants.dataTests,
    survivors: mutants.survivors,
    flips: rewrites.flips,
    flipExamples: rewrites.flipExamples,
  };
  return { kind: "passed", candidate, program, proof };
}

function isSome(issues: readonly Issue[]): issues is readonly [Issue, ...Issue[]] {
  return issues.length > 0;
}
