import { comment, docComment } from "./comment.ts";
import { count, percent } from "./figures.ts";
import { literal, templateText } from "./literal.ts";
import type { Plan } from "./plan.ts";
import { treeShape } from "../tree-shape.ts";

/** `forest.ts`: a page about the forest that a person can read, then the trees, one a line. */
export function printForest(plan: Plan): string {
  const { ext, forest } = plan;
  return `
import type { ForestText } from "./walk.${ext}";

${docComment(about(plan))}
const trees = \`
${templateText(forest.trees)}
\`;

/** What the trees ask about: column 0, 1, 2 and so on. */
export const columns = ${literal(forest.columns)} as const;

export const forest: ForestText = { columns, outputs: ${String(forest.outputs)}, pseudo: ${literal(forest.pseudo)}, trees: trees.trim().split("\\n") };
`;
}

function about({ learned, forest, steps }: Plan): string[] {
  const shapes = forest.trees.map(treeShape);
  const leaves = shapes.reduce((sum, shape) => sum + shape.leaves, 0);
  const depth = shapes.reduce((most, shape) => Math.max(most, shape.depth), 0);
  const size = forest.trees.reduce((sum, tree) => sum + tree.length + 1, 0);
  const importance = learned.importance.map(({ name, value }) => [name, Math.max(0, value)] as const);
  const byStep = steps.map(({ name, span }) => [name, sumOf(importance.filter(([column]) => span.columns.includes(column)))] as const);
  return [
    `${count(forest.trees.length, "tree")} over ${count(forest.columns.length, "column")}, at most ${count(depth, "question")} deep, ${count(leaves, "leaf", "leaves")}, ${(size / 1024).toFixed(1)} KB; learned from ${count(learned.split.trainRows, "row")}. One tree a line, in the grammar of walk.ts.`,
    ...shares("The columns that matter most, by share of importance:", importance, sumOf(importance)),
    ...shares("Of that, by step:", byStep, sumOf(importance)),
  ];
}

/** A paragraph of the largest shares; none where there is nothing to share. */
function shares(title: string, parts: readonly (readonly [name: string, value: number])[], total: number): string[] {
  const largest = parts.filter(([, value]) => value > 0).toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const lines = largest.slice(0, 15).map(([name, value]) => `- ${percent(value / total)} ${comment(name)}`);
  return lines.length === 0 ? [] : [[title, ...lines].join("\n")];
}

function sumOf(parts: readonly (readonly [name: string, value: number])[]): number {
  return parts.reduce((sum, [, value]) => sum + value, 0);
}
