import type { RegexNode } from "./tree.ts";

/**
 * Which neighbours a step between two characters allows, one bit for each pair of last kind (word, other, line end) and next kind (no word, word).
 * Bit = 2 × last + next.
 */
type Neighbours = number;

const anyNeighbours: Neighbours = 0b111111;
/** A word character on exactly one side. */
const atBoundary: Neighbours = 0b101001;
const afterLine: Neighbours = 0b110000;

/** A step from one position to another. `ways` counts how many paths through the pattern make it. */
export interface RegexStep {
  readonly to: number;
  neighbours: Neighbours;
  ways: number;
}

/** The pattern as an automaton whose states are its characters (Glushkov); state 0 is the search before a match, and matches every character. */
export interface Positions {
  /** Source of the atom at each position; null for state 0. */
  readonly atoms: readonly (string | null)[];
  /** The outermost open repeat around each position: 0 for the search, null for none. */
  readonly loops: readonly (number | null)[];
  readonly steps: readonly (readonly RegexStep[])[];
}

interface End {
  readonly at: number;
  readonly neighbours: Neighbours;
}

/** What a part can begin and end with, and under which neighbours it can be empty (0: never). */
interface Part {
  readonly first: readonly End[];
  readonly last: readonly End[];
  readonly empty: Neighbours;
}

interface Draft {
  readonly atoms: (string | null)[];
  readonly loops: (number | null)[];
  readonly steps: RegexStep[][];
  nextLoop: number;
  readonly lines: boolean;
}

/**
 * Builds the automaton; null when the pattern holds what it cannot say: back-references, open repeats inside assertions.
 * Assertions but boundaries and anchors are taken to hold, and counted repeats to go on for ever: both can only add paths.
 */
export function positionsOf(tree: RegexNode, flags: string): Positions | null {
  if (isBeyond(tree)) return null;
  const draft: Draft = { atoms: [null], loops: [0], steps: [[]], nextLoop: 1, lines: flags.includes("m") };
  const { first } = build(draft, tree, null);
  link(draft, [{ at: 0, neighbours: anyNeighbours }], [{ at: 0, neighbours: anyNeighbours }, ...first]);
  return draft;
}

function isBeyond(node: RegexNode): boolean {
  switch (node.kind) {
    case "reference":
      return true;
    case "look":
      return isOpen(node.body) || isBeyond(node.body);
    case "sequence":
      return node.parts.some(isBeyond);
    case "choice":
      return node.options.some(isBeyond);
    case "repeat":
      return isBeyond(node.body);
    default:
      return false;
  }
}

/** Whether an open repeat is inside. */
function isOpen(node: RegexNode): boolean {
  switch (node.kind) {
    case "repeat":
      return node.most === Infinity || isOpen(node.body);
    case "look":
      return isOpen(node.body);
    case "sequence":
      return node.parts.some(isOpen);
    case "choice":
      return node.options.some(isOpen);
    default:
      return false;
  }
}

function build(draft: Draft, node: RegexNode, loop: number | null): Part {
  switch (node.kind) {
    case "character": {
      const at = draft.atoms.length;
      draft.atoms.push(node.text);
      draft.loops.push(loop);
      draft.steps.push([]);
      const end = { at, neighbours: anyNeighbours };
      return { first: [end], last: [end], empty: 0 };
    }
    case "boundary":
      return { first: [], last: [], empty: node.inverted ? anyNeighbours & ~atBoundary : atBoundary };
    case "start":
      return { first: [], last: [], empty: draft.lines ? afterLine : 0 };
    case "look":
    case "reference":
    case "end":
      return { first: [], last: [], empty: anyNeighbours };
    case "choice":
      return node.options
        .map((option) => build(draft, option, loop))
        .reduce((a, b) => ({ first: [...a.first, ...b.first], last: [...a.last, ...b.last], empty: a.empty | b.empty }));
    case "sequence":
      return node.parts.reduce((before: Part, part) => follow(draft, before, build(draft, part, loop)), {
        first: [],
        last: [],
        empty: anyNeighbours,
      });
    case "repeat":
      return repeat(draft, node, loop);
  }
}

function follow(draft: Draft, a: Part, b: Part): Part {
  link(draft, a.last, b.first);
  return {
    first: [...a.first, ...narrowed(b.first, a.empty)],
    last: [...b.last, ...narrowed(a.last, b.empty)],
    empty: a.empty & b.empty,
  };
}

/** A counted repeat around an open one shares a text among its rounds as an open one would. */
function repeat(draft: Draft, { body, least, most }: RegexNode & { kind: "repeat" }, loop: number | null): Part {
  const open = most === Infinity || (most > 1 && isOpen(body));
  const own = loop ?? (open ? draft.nextLoop++ : null);
  const part = build(draft, body, own);
  if (most > 1) link(draft, part.last, part.first);
  return least === 0 ? { ...part, empty: anyNeighbours } : part;
}

function narrowed(ends: readonly End[], empty: Neighbours): End[] {
  return ends.flatMap(({ at, neighbours }) => ((neighbours & empty) === 0 ? [] : [{ at, neighbours: neighbours & empty }]));
}

function link(draft: Draft, from: readonly End[], to: readonly End[]): void {
  for (const a of from) {
    for (const b of to) {
      const neighbours = a.neighbours & b.neighbours;
      const steps = draft.steps[a.at];
      if (neighbours === 0 || steps === undefined) continue;
      const known = steps.find((step) => step.to === b.at);
      if (known === undefined) steps.push({ to: b.at, neighbours, ways: 1 });
      else {
        known.neighbours |= neighbours;
        known.ways += 1;
      }
    }
  }
}
