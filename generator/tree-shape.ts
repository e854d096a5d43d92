/** Leaves of a tree, and most questions on a way to one. The tree is in the prefix text of walk.ts. */
export function treeShape(tree: string): { readonly leaves: number; readonly depth: number } {
  let leaves = 0;
  let depth = 0;
  /** Depths of the nodes that are still to come, next one last. */
  const open = [0];
  for (const token of tree.split(" ")) {
    const at = open.pop() ?? 0;
    if (token.startsWith(":")) leaves += 1;
    else open.push(at + 1, at + 1);
    depth = Math.max(depth, at);
  }
  return { leaves, depth };
}
