import type { Candidate, Gate, Issue, Program } from "../types.ts";
import { textChecks, treeChecks, typedChecks, type Listed } from "./checks/index.ts";
import { exportedFunction } from "./exported-function.ts";
import { addTypes, parse, type Checked, type World } from "./parse.ts";
import { rowReads } from "./row-reads.ts";
import { stepType } from "./step-type.ts";
import { asScript, withoutComments } from "./strip.ts";

export { openWorld, type World } from "./parse.ts";

/** What reading a candidate's text says of it. */
type Examination =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly gate: Gate; readonly issues: readonly [Issue, ...Issue[]] };

/** Reads a candidate without running it. A text that overflows the compiler's stack is refused for that: nobody could review it either. */
export async function examine(candidate: Candidate, world: World): Promise<Examination> {
  try {
    return read(candidate, world);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const issue = {
      rule: "tree-limits",
      line: 0,
      message: "expressions lie too deep in each other; name the parts by const, or keep them in a table",
    };
    return { ok: false, gate: "subset", issues: [issue] };
  }
}

/** Text first, then the tree, then types and meaning. The first stage with an objection decides. */
function read(candidate: Candidate, world: World): Examination {
  const text = ask(textChecks, candidate);
  if (text !== null) return text;
  const parsed = parse(candidate, world);
  const tree = ask(treeChecks, parsed);
  if (tree !== null) return tree;
  const checked = addTypes(parsed);
  return ask(typedChecks, checked) ?? { ok: true, program: programOf(checked) };
}

/** Every check of a stage speaks; the gate is that of the first issue. */
function ask<Subject>(checks: readonly Listed<Subject>[], subject: Subject): Examination | null {
  const found = checks.flatMap(([gate, check]) => check(subject).map((issue) => ({ gate, issue })));
  const [first, ...rest] = found.slice(0, mostIssues);
  return first === undefined ? null : { ok: false, gate: first.gate, issues: [first.issue, ...rest.map(({ issue }) => issue)] };
}

/** More would bury the first. */
const mostIssues = 12;

function programOf(checked: Checked): Program {
  const { candidate } = checked;
  const exported = exportedFunction(checked);
  const returns = exported === undefined ? undefined : stepType(checked, exported);
  if (returns === undefined || "rule" in returns) throw new Error(`${candidate.name} passed every check without an answer type`);
  const source = withoutComments(checked);
  return {
    kind: candidate.kind,
    name: candidate.name,
    column: candidate.column,
    source,
    js: asScript(source),
    returns,
    reads: rowReads(checked),
  };
}
