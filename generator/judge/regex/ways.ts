import { charactersOf, meet, type Characters } from "./characters.ts";
import type { RegexNode } from "./tree.ts";

/** Beyond every limit. */
const countless = 1e12;

/**
 * In how many ways the counted repeats of a pattern can share a text: the product of their ranges along a path, the largest among alternatives,
 * to the power of the count around them. A repeat whose end is plain to see, because what follows matches none of its characters, adds no way.
 * This bounds the cost of a pattern at one start, where automata call every bounded repeat constant.
 */
export function countWays(tree: RegexNode, source: string, flags: string): number {
  return waysOf(tree, charactersOf(source, flags));
}

function waysOf(node: RegexNode, characters: Characters): number {
  switch (node.kind) {
    case "look":
      return waysOf(node.body, characters);
    case "choice":
      return Math.max(...node.options.map((option) => waysOf(option, characters)));
    case "repeat":
      return times(rangeOf(node), power(Math.max(waysOf(node.body, characters), alike(node.body, characters)), node.most));
    case "sequence":
      return node.parts.reduce((product, part, index) => times(product, inSequence(part, node.parts.slice(index + 1), characters)), 1);
    default:
      return 1;
  }
}

function inSequence(part: RegexNode, rest: readonly RegexNode[], characters: Characters): number {
  if (part.kind !== "repeat") return waysOf(part, characters);
  const own = waysOf(part, characters);
  return part.body.kind === "character" && isEnded(part.body.text, rest, characters) ? own / rangeOf(part) : own;
}

function rangeOf({ least, most }: RegexNode & { kind: "repeat" }): number {
  return most === Infinity ? 1 : most - least + 1;
}

/** Whether what must come next, assertions aside, cannot be one more of the repeated characters. */
function isEnded(atom: string, rest: readonly RegexNode[], characters: Characters): boolean {
  for (const next of rest) {
    if (next.kind === "boundary" || next.kind === "look") continue;
    const firsts = firstsOf(next);
    return firsts !== null && firsts.every((first) => !meet(characters, atom, first));
  }
  return false;
}

/** The characters that a part can begin with; null when it may be empty or cannot be told. */
function firstsOf(node: RegexNode): readonly string[] | null {
  switch (node.kind) {
    case "character":
      return [node.text];
    case "repeat":
      return node.least === 0 ? null : firstsOf(node.body);
    case "choice": {
      const firsts = node.options.map(firstsOf);
      return firsts.some((one) => one === null) ? null : firsts.flatMap((one) => one ?? []);
    }
    case "sequence":
      return node.parts[0] === undefined ? null : firstsOf(node.parts[0]);
    default:
      return null;
  }
}

/** How many alternatives of a repeated group may match the same text, judged by their first characters. */
function alike(node: RegexNode, characters: Characters): number {
  if (node.kind === "sequence" && node.parts.length === 1 && node.parts[0] !== undefined) return alike(node.parts[0], characters);
  if (node.kind !== "choice") return 1;
  const firsts = node.options.map(firstsOf);
  const overlaps = firsts.map(
    (one, index) =>
      firsts.filter(
        (other, at) => at < index && (one === null || other === null || one.some((a) => other.some((b) => meet(characters, a, b)))),
      ).length,
  );
  return 1 + Math.max(...overlaps);
}

function times(a: number, b: number): number {
  return Math.min(countless, a * b);
}

/** By multiplication; open repeats are the business of the proof. */
function power(base: number, exponent: number): number {
  if (base === 1 || exponent === Infinity) return base;
  let product = base;
  for (let i = 1; i < exponent; i++) product = times(product, base);
  return product;
}
