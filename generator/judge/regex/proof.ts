import { charactersOf, type Characters } from "./characters.ts";
import { positionsOf, type Positions, type RegexStep } from "./positions.ts";
import type { RegexNode } from "./tree.ts";

/** States that a proof may visit; beyond, the pattern counts as not proven here. */
const budget = 200_000;

/**
 * Whether a pattern is proven to take linear time: no text leads from a loop back to itself in two ways (exponential), and none leads from one loop both
 * back to itself and on to another that also accepts it (polynomial). The search before a match is a loop, too.
 * A. Weber, H. Seidl, "On the degree of ambiguity of finite automata" (1991), on all paths, whether or not they end in a match: so a yes is a proof,
 * a no is not.
 */
export function isProvenLinear(tree: RegexNode, source: string, flags: string): boolean {
  const positions = positionsOf(tree, flags);
  if (positions === null) return false;
  const search: Search = { positions, characters: charactersOf(source, flags), left: budget };
  const loops = [...new Set(positions.loops)].filter((loop) => loop !== null);
  return (
    loops.every((loop) => loop === 0 || !splits(search, loop)) &&
    loops.every((one) => loops.every((other) => other === 0 || !passes(search, one, other)))
  );
}

interface Search {
  readonly positions: Positions;
  readonly characters: Characters;
  left: number;
}

/** The last character's kind (word, other, line end), and where the heads stand. */
interface State {
  readonly heads: readonly number[];
  readonly last: number;
  readonly apart: boolean;
}

function members({ positions }: Search, loop: number): number[] {
  return positions.loops.flatMap((one, at) => (one === loop ? [at] : []));
}

/** Two different walks in a loop from a position back to it, on one text. */
function splits(search: Search, loop: number): boolean {
  const own = members(search, loop);
  const inside = new Set(own);
  if (own.some((at) => search.positions.steps[at]?.some(({ to, ways }) => inside.has(to) && ways > 1))) return true;
  return own.some((at) => reaches(search, [at, at], [at, at], [inside, inside], true));
}

/** A text on which the first loop comes back, the second comes back, and the first leads on to the second. */
function passes(search: Search, one: number, other: number): boolean {
  const [first, second] = [members(search, one), members(search, other)];
  const [inFirst, inSecond] = [new Set(first), new Set(second)];
  return first.some((a) => second.some((b) => a !== b && reaches(search, [a, a, b], [a, b, b], [inFirst, null, inSecond], false)));
}

/** Whether heads that read the same text can go from one set of places to another; the text before and after must end alike, since it repeats. */
function reaches(
  search: Search,
  from: readonly number[],
  to: readonly number[],
  inside: readonly (ReadonlySet<number> | null)[],
  apart: boolean,
): boolean {
  return [0, 1, 2].some((last) => {
    const seen = new Set<string>();
    const open: State[] = [{ heads: from, last, apart: false }];
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      search.left -= 1;
      if (search.left < 0) return true;
      for (const next of nextStates(search, state, inside)) {
        if (next.last === last && (!apart || next.apart) && next.heads.every((at, index) => at === to[index])) return true;
        const key = `${next.heads.join(",")},${next.last},${next.apart}`;
        if (!seen.has(key)) {
          seen.add(key);
          open.push(next);
        }
      }
    }
    return false;
  });
}

/** One character further with every head. `apart` remembers that two heads once stood at different places. */
function nextStates(
  { positions, characters }: Search,
  { heads, last, apart }: State,
  inside: readonly (ReadonlySet<number> | null)[],
): State[] {
  const choices = heads.map((at, index) => (positions.steps[at] ?? []).filter(({ to }) => inside[index]?.has(to) ?? true));
  const found: State[] = [];
  const go = (index: number, chosen: readonly RegexStep[], sets: readonly (bigint | null)[]): void => {
    const steps = choices[index];
    if (steps === undefined) {
      const places = chosen.map(({ to }) => to);
      for (const kind of [0, 1, 2]) {
        const bit = 1 << (2 * last + (kind === 0 ? 1 : 0));
        if (sets[kind] !== 0n && chosen.every(({ neighbours }) => (neighbours & bit) !== 0))
          found.push({ heads: places, last: kind, apart: apart || places[0] !== places[1] });
      }
      return;
    }
    for (const step of steps) {
      const atom = positions.atoms[step.to];
      const own = atom === null || atom === undefined ? null : characters.of(atom);
      const common = sets.map((set, kind) => (own === null ? set : set === null ? (own[kind] ?? 0n) : set & (own[kind] ?? 0n)));
      if (common.some((set) => set !== 0n)) go(index + 1, [...chosen, step], common);
    }
  };
  go(0, [], [null, null, null]);
  return found;
}
