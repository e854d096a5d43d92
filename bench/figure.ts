/** One line of a bench's table. */
export interface Figure {
  readonly figure: string;
  readonly unit: string;
  readonly ours: number;
  readonly peer: number | null;
  readonly peerName: string | null;
  /** Peer divided by ours where less is better, else ours divided by peer; null without a peer. */
  readonly ratio: number | null;
  readonly goal: string;
  readonly met: boolean | null;
}

/** Middle value; of an even number the lower middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}

/** Milliseconds of each of some runs. */
export async function timed(runs: number, work: () => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}

/** Some work and how many rows it answers. */
export interface Work {
  readonly rows: number;
  readonly run: () => unknown;
}

/** Median microseconds a row of each work. The works take turns, so that what disturbs the machine disturbs all; the first turn warms up and is not counted. */
export async function takingTurns(turns: number, works: readonly Work[]): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let turn = 0; turn <= turns; turn++) {
    for (const [k, { rows, run }] of works.entries()) {
      const start = performance.now();
      await run();
      if (turn > 0) times[k]!.push(((performance.now() - start) * 1000) / rows);
    }
  }
  return times.map(median);
}

/** A figure of which less is better. */
export function lessIsBetter(
  figure: string,
  unit: string,
  ours: number,
  peer: { readonly name: string; readonly value: number },
  goal: { readonly times: number; readonly text?: string } | null,
): Figure {
  const ratio = peer.value / ours;
  const met = goal === null ? null : ratio >= goal.times;
  return {
    figure,
    unit,
    ours,
    peer: peer.value,
    peerName: peer.name,
    ratio,
    goal: goal === null ? "" : (goal.text ?? `${goal.times}×`),
    met,
  };
}
