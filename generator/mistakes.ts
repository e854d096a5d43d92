import type { Confusion } from "./asking.ts";
import { show } from "./data/show.ts";
import type { Dataset } from "./types.ts";

const confusionsShown = 6;
const wrongShown = 3;
const rightShown = 2;

/** One way of being wrong: candidates for the rows that are shown, in order of preference. */
interface Case {
  readonly title: string;
  readonly wrong: readonly number[];
  readonly right: readonly number[];
}

/**
 * Where out-of-fold answers (n × outputs, row-major) are wrong: for classes the largest confusions, for a number the rows that are guessed
 * far too low and far too high. Of a group of copies at most one row is shown, and none twice.
 */
export function mistakes(dataset: Dataset, answers: Float64Array): Confusion[] {
  const { task } = dataset;
  const cases = task.kind === "class" ? confused(dataset, task.classes, answers) : astray(dataset, answers);
  const said = (i: number): string =>
    task.kind === "class" ? task.classes[likeliest(answers, i, task.classes.length)]! : answers[i]!.toPrecision(4);
  const seen = new Set<number>();
  const pick = (rows: readonly number[], count: number): number[] => {
    const picked: number[] = [];
    for (const i of rows) {
      if (picked.length === count) break;
      if (seen.has(dataset.groups[i]!)) continue;
      seen.add(dataset.groups[i]!);
      picked.push(i);
    }
    return picked;
  };
  return cases.map(({ title, wrong, right }) => {
    const bad = pick(wrong, wrongShown);
    const good = pick(right, rightShown);
    return {
      title,
      wrong: show(dataset, bad, bad.map(said)),
      right: show(
        dataset,
        good,
        good.map(() => null),
      ),
    };
  });
}

function confused(dataset: Dataset, classes: readonly string[], answers: Float64Array): Case[] {
  const k = classes.length;
  const rows = [...dataset.rows.keys()];
  const said = rows.map((i) => likeliest(answers, i, k));
  const pairs = new Map<number, number[]>();
  for (const i of rows) {
    const truth = dataset.target[i]!;
    if (said[i] === truth) continue;
    const pair = truth * k + said[i]!;
    const members = pairs.get(pair);
    if (members === undefined) pairs.set(pair, [i]);
    else members.push(i);
  }
  const lead = (i: number, a: number, b: number): number => answers[i * k + a]! - answers[i * k + b]!;
  const nearlyWrong = (own: number, other: number): number[] =>
    rows.filter((i) => dataset.target[i] === own && said[i] === own).toSorted((i, j) => lead(i, own, other) - lead(j, own, other) || i - j);
  return [...pairs]
    .toSorted(([a, m], [b, n]) => n.length - m.length || a - b)
    .slice(0, confusionsShown)
    .map(([pair, wrong]) => {
      const truth = Math.floor(pair / k);
      const guess = pair % k;
      return {
        title: `${wrong.length} × ${classes[truth]} taken for ${classes[guess]}`,
        wrong,
        right: inTurn(nearlyWrong(truth, guess), nearlyWrong(guess, truth)),
      };
    });
}

function inTurn(some: readonly number[], others: readonly number[]): number[] {
  return Array.from({ length: Math.max(some.length, others.length) }, (_, at) => [
    ...some.slice(at, at + 1),
    ...others.slice(at, at + 1),
  ]).flat();
}

/** The quarter of the rows that are guessed worst, by which side they are on; for contrast the rows that are guessed best. */
function astray({ target }: Dataset, answers: Float64Array): Case[] {
  const short = (i: number): number => target[i]! - answers[i]!;
  const order = [...target.keys()].toSorted((a, b) => Math.abs(short(b)) - Math.abs(short(a)) || a - b);
  const worst = order.slice(0, Math.ceil(order.length / 4));
  const sides = [
    { name: "too low", rows: worst.filter((i) => short(i) > 0) },
    { name: "too high", rows: worst.filter((i) => short(i) < 0) },
  ];
  return sides.map(({ name, rows }) => ({
    title: `${rows.length} of the ${worst.length} worst guesses are ${name}`,
    wrong: rows,
    right: order.toReversed(),
  }));
}

function likeliest(answers: Float64Array, i: number, k: number): number {
  const shares = answers.subarray(i * k, i * k + k);
  return shares.indexOf(Math.max(...shares));
}
