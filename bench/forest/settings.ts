/** How all forests of these benches grow, unless something else is said. */
export const plain = {
  maxDepth: 100,
  minLeaf: 1,
  columnShare: 0.33,
  criterion: "gini",
  cuts: "best",
  classWeights: null,
  seed: 1,
} as const;
