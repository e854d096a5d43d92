import type { Column, Flip, Program, Row, Sandbox } from "../types.ts";
import { sameValue } from "./same-value.ts";

/** A rewrite, how often it flips the answer, and masked rows on which it does. */
interface Flipping {
  readonly rewrite: string;
  readonly share: number;
  readonly rows: readonly Row[];
}

/** One cell of a row, and the row with it rewritten. */
interface Trial {
  readonly rewrite: string;
  readonly property: string;
  readonly row: Row;
  readonly rewritten: Row;
}

/** Rewrites that get an example, and rows of each that are tried. */
const most = 2;
const tried = 20;
/** Characters of a cell that an example shows, and of these before the first difference. */
const excerptLength = 90;
const lead = 30;

/**
 * For each of the rewrites that flip most, the shortest masked cell that flips the answer when it alone is rewritten; none where no cell does.
 *
 * @param rewriteCells The cells of a row as the rewrite of that name leaves them.
 */
export async function flipExamples(
  program: Program,
  flipping: readonly Flipping[],
  rewriteCells: (row: Row, rewrite: string, columns: readonly Column[]) => Readonly<Record<string, string>>,
  { sandbox, columns }: { readonly sandbox: Sandbox; readonly columns: readonly Column[] },
): Promise<Flip[]> {
  const worst = flipping
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, most);
  const read = columns.filter(({ property }) => property === program.column || program.reads.includes(property));
  const trials = worst.flatMap(({ rewrite, rows }) =>
    rows.slice(0, tried).flatMap((row) => trialsOf(row, rewrite, rewriteCells(row, rewrite, read))),
  );
  if (trials.length === 0) return [];
  const [result] = await sandbox.run([program], [...trials.map(({ row }) => row), ...trials.map(({ rewritten }) => rewritten)], "once");
  if (!result!.ok) return [];
  const { values } = result!;
  const found = trials.flatMap((trial, i): Flip[] => {
    const [was, is] = [values[i]!, values[trials.length + i]!];
    const { rewrite, property } = trial;
    const [before, after] = [textOf(trial.row, property), textOf(trial.rewritten, property)];
    return sameValue(was, is) ? [] : [{ rewrite, property, before, after, was, is }];
  });
  return worst.flatMap(({ rewrite }) =>
    found
      .filter((one) => one.rewrite === rewrite)
      .toSorted((a, b) => a.before.length - b.before.length)
      .slice(0, 1)
      .map(excerpt),
  );
}

function trialsOf(row: Row, rewrite: string, cells: Readonly<Record<string, string>>): Trial[] {
  return Object.entries(cells)
    .filter(([property, text]) => text !== row[property])
    .map(([property, text]) => ({ rewrite, property, row, rewritten: { ...row, [property]: text } }));
}

function textOf(row: Row, property: string): string {
  return String(row[property]);
}

/** Both texts from shortly before where they differ. */
function excerpt(flip: Flip): Flip {
  let same = 0;
  while (same < flip.before.length && flip.before[same] === flip.after[same]) same++;
  const from = Math.max(0, same - lead);
  const cut = (text: string): string =>
    `${from > 0 ? "…" : ""}${text.slice(from, from + excerptLength)}${text.length > from + excerptLength ? "…" : ""}`;
  return { ...flip, before: cut(flip.before), after: cut(flip.after) };
}
