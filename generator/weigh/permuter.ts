import type { Random } from "../random.ts";

/** Where each row's answer stands under the current permutation: at first where it is. `shuffle` rewrites `image` in place. */
interface Permuter {
  readonly image: Int32Array;
  readonly shuffle: () => void;
}

/**
 * Permutes rows by whole groups: the rows, laid out group by group, are laid out again with the groups in random order.
 * So answers that stood side by side in a group still do, whatever the sizes.
 */
export function permuter(groups: readonly (readonly number[])[], source: Random): Permuter {
  const places = Int32Array.from(groups.flat());
  const image = Int32Array.from(places.keys());
  const order = Int32Array.from(groups.keys());
  const shuffle = (): void => {
    for (let i = order.length - 1; i > 0; i--) {
      const j = source.below(i + 1);
      const held = order[i]!;
      order[i] = order[j]!;
      order[j] = held;
    }
    let place = 0;
    for (const g of order) for (const row of groups[g]!) image[row] = places[place++]!;
  };
  return { image, shuffle };
}
