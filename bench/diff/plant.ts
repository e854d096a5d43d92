import { canonicalText } from "../../generator/sides.ts";

/** One planted change of one step. */
export interface Planted {
  readonly kind: string;
  readonly path: string;
  readonly text: string;
}

/** A kind of change: every place of a text where it can be made, as the changed text. */
type Plant = (text: string) => string[];

/** Each match of a pattern in the code (not in its comments) replaced alone. */
function everywhere(text: string, pattern: RegExp, to: (found: RegExpExecArray) => string | null): string[] {
  const code = text.indexOf("*/") + 2;
  return [...text.matchAll(pattern)].flatMap((found) => {
    const replaced = found.index < code ? null : to(found);
    return replaced === null ? [] : [text.slice(0, found.index) + replaced + text.slice(found.index + found[0].length)];
  });
}

const plants: readonly (readonly [kind: string, plant: Plant])[] = [
  [
    "a swapped label",
    (text) => {
      const labels = [...new Set([...text.matchAll(/return "([a-z_]+)"/g)].map((found) => found[1]!))];
      return everywhere(text, /return "([a-z_]+)"/g, ([, label]) => {
        const next = labels[(labels.indexOf(label!) + 1) % labels.length]!;
        return next === label ? null : `return "${next}"`;
      });
    },
  ],
  ["a lost negation", (text) => [...everywhere(text, /(?<=[(&| ])!(?=[A-Za-z])/g, () => ""), ...everywhere(text, /!== /g, () => "=== ")]],
  ["a widened expression", (text) => everywhere(text, /(?<=\/)\\b\((?=[a-z])/g, () => "\\b(the|")],
  [
    "a changed threshold",
    (text) => everywhere(text, /(?<=[<>=] ?=? ?|\+ |\* |, )\d+(?:\.\d+)?(?=[;),? ])/g, ([number]) => String(Number(number) + 1)),
  ],
];

/**
 * Planted changes, `count` of them: of each kind in turn, for as long as there are places; of a kind from step after step, beginning with
 * the middle one of its places. Text that says the same in another form is no change.
 */
export async function plantedChanges(files: ReadonlyMap<string, string>, count: number): Promise<Planted[]> {
  const steps = [...files].filter(([path]) => /^steps\/.*(?<!\.test)\.ts$/.test(path));
  const kinds = await Promise.all(plants.map(([kind, plant]) => placesOf(kind, plant, steps)));
  const turns = Array.from({ length: count }, (_, turn) => kinds.flatMap((places) => places[turn] ?? []));
  return turns.flat().slice(0, count);
}

async function placesOf(kind: string, plant: Plant, steps: readonly (readonly [path: string, text: string])[]): Promise<Planted[]> {
  const found: Planted[] = [];
  for (let turn = 0; turn < 4; turn++)
    for (const [path, text] of steps) {
      const places = plant(text);
      const changed = places[(Math.floor(places.length / 2) + turn * 3) % Math.max(1, places.length)];
      if (changed === undefined || found.some((one) => one.text === changed)) continue;
      if ((await canonicalText(changed)) !== (await canonicalText(text))) found.push({ kind, path, text: changed });
    }
  return found;
}

/** Steps of which the same model wrote a second for the same purpose: what a changed prompt and its new reply put in the place of the first. */
const relatives = [
  ["regression-signal", "tech-evidence"],
  ["charge-complaint", "money-mentions"],
  ["stranger-signal", "farewell-signal"],
  ["howto-strength", "downstream-victims"],
] as const;

/** The first step of each pair with the second's text under its own name. */
export function newReplies(files: ReadonlyMap<string, string>): Planted[] {
  return relatives.map(([one, other]) => {
    const path = `steps/${one}.ts`;
    const text = files.get(`steps/${other}.ts`)!.replaceAll(other.replaceAll("-", "_"), one.replaceAll("-", "_"));
    return { kind: "a new reply", path, text };
  });
}
