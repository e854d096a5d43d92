import type { ForestText } from "../learning.ts";

/** A node of a tree in prefix order; its children stand further on in the list. */
type ParsedNode =
  | {
      readonly kind: "question";
      readonly token: string;
      readonly column: number;
      /** Yes is "below this"; −MAX_VALUE where only missing means yes. */
      readonly below: number;
      readonly missingYes: boolean;
      yes: number;
      no: number;
    }
  | { readonly kind: "leaf"; readonly token: string; readonly answer: readonly number[] };

/** A line of the grammar of walk.ts as a list of nodes, the root first. */
export function parseTree(tree: string, { outputs, pseudo }: Pick<ForestText, "outputs" | "pseudo">): ParsedNode[] {
  const nodes: ParsedNode[] = [];
  /** Questions whose tree for no is still to come. */
  const open: Extract<ParsedNode, { kind: "question" }>[] = [];
  for (const token of tree.split(" ")) {
    const before = nodes.at(-1);
    if (before?.kind === "leaf") open.pop()!.no = nodes.length;
    else if (before !== undefined) before.yes = nodes.length;
    if (token.startsWith(":"))
      nodes.push({ kind: "leaf", token, answer: outputs === 1 ? [Number(token.slice(1))] : sharesOf(token.slice(1), pseudo) });
    else {
      const sign = token.search(/[<~]/);
      const below = sign === token.length - 1 ? -Number.MAX_VALUE : Number(token.slice(sign + 1));
      const question = {
        kind: "question" as const,
        token,
        column: Number(token.slice(0, sign)),
        below,
        missingYes: token.charAt(sign) === "~",
        yes: 0,
        no: 0,
      };
      nodes.push(question);
      open.push(question);
    }
  }
  return nodes;
}

function sharesOf(text: string, pseudo: readonly number[]): number[] {
  const counts = [...pseudo];
  for (const part of text.split(",")) {
    const [label = "", times = "1"] = part.split("*");
    counts[Number(label)]! += Number(times);
  }
  const sum = counts.reduce((total, count) => total + count, 0);
  return counts.map((count) => count / sum);
}
