/** Disjoint sets of indices as an array of parents; an index that is its own parent is a root. The root of a set is its lowest index. */

/** The root of the set that an index belongs to; shortens the way for the next question. */
export function rootOf(parents: Int32Array, i: number): number {
  let root = i;
  while (parents[root] !== root) root = parents[root]!;
  for (let at = i; at !== root;) {
    const next = parents[at]!;
    parents[at] = root;
    at = next;
  }
  return root;
}

/** Makes one set of two. */
export function join(parents: Int32Array, i: number, j: number): void {
  const a = rootOf(parents, i);
  const b = rootOf(parents, j);
  if (a < b) parents[b] = a;
  else parents[a] = b;
}
