import { goldenRows } from "./data/golden-rows.ts";
import { pickRows } from "./data/show.ts";
import { openWorld } from "./judge/examine.ts";
import { judge } from "./judge/judge.ts";
import type { Passed, Refused, RoundInput } from "./round.ts";
import type { Candidate, Dataset } from "./types.ts";

/** Training rows that candidates are judged on: enough for rewrites and mutants, few enough to be quick. */
const judgedRows = 300;

/**
 * Puts candidates through every gate before lift, then over all training rows.
 *
 * @param earlier Candidates of this round that have passed already; their names and those of kept steps are taken.
 */
export async function judged(
  candidates: readonly Candidate[],
  earlier: readonly Passed[],
  { state: { dataset, steps }, config: { keep, seed }, ports: { sandbox } }: Pick<RoundInput, "state" | "config" | "ports">,
): Promise<{ readonly passed: readonly Passed[]; readonly refused: readonly Refused[] }> {
  const taken = new Set([...steps, ...earlier].map(({ candidate }) => candidate.name));
  const verdicts = await judge(
    candidates.filter(({ name }) => !taken.has(name)),
    {
      world: openWorld(dataset.columns, textsOf(dataset)),
      columns: dataset.columns,
      sandbox,
      rows: pickRows(dataset, judgedRows, seed).map((i) => dataset.rows[i]!),
      shown: goldenRows(dataset, judgedRows, seed),
      dataTests: keep.dataTests,
      mutationBar: keep.mutationScore,
      flipLimit: keep.maxFlips,
    },
  );
  const clean = verdicts.filter((verdict) => verdict.kind === "passed");
  const runs = await sandbox.run(
    clean.map(({ program }) => program),
    dataset.rows,
  );
  const refused: Refused[] = verdicts.filter((verdict) => verdict.kind === "refused");
  for (const candidate of candidates.filter(({ name }) => taken.has(name)))
    refused.push({ candidate, gate: "form", issues: [nameTaken(candidate)] });
  const passed: Passed[] = [];
  clean.forEach(({ candidate, program, proof }, k) => {
    const run = runs[k]!;
    if (run.ok) passed.push({ candidate, program, proof, values: run.values });
    else refused.push({ candidate, gate: "properties", issues: run.issues });
  });
  return { passed, refused };
}

/** Shorter texts are words that many rows share. */
const longText = 30;

/** Whole long texts of the rows: a candidate that holds one has learned a row by heart. */
function textsOf({ columns, rows }: Dataset): ReadonlySet<string> {
  const properties = columns.filter(({ kind }) => kind === "text").map(({ property }) => property);
  const cells = rows.flatMap((row) => properties.map((property) => row[property]));
  return new Set(cells.flatMap((cell) => (typeof cell === "string" && cell.length >= longText ? [cell] : [])));
}

function nameTaken({ name }: Candidate): Refused["issues"][0] {
  return { rule: "fresh-name", line: 0, message: `a kept step is called ${name} already; give this idea a name of its own` };
}
