import type { ForestText } from "../learning.ts";
import { parseTree } from "./parse-tree.ts";
import { floats, message } from "./proto.ts";

/** Kinds of attributes and elements, as onnx.proto numbers them. */
const kinds = { int: 2, string: 3, floats: 6, ints: 7, strings: 8 } as const;
const elements = { float: 1, int64: 7 } as const;

/** Nodes and leaves of all trees in parallel lists, as TreeEnsembleRegressor wants them. */
interface Lists {
  readonly treeIds: number[];
  readonly nodeIds: number[];
  readonly modes: string[];
  readonly features: number[];
  readonly values: number[];
  readonly yes: number[];
  readonly no: number[];
  readonly missingYes: number[];
  readonly leafTrees: number[];
  readonly leafNodes: number[];
  readonly outputs: number[];
  readonly weights: number[];
}

/**
 * A forest as an ONNX model (opset 17, ai.onnx.ml 3): from "x", n × columns, NaN is missing, to "probabilities", n × classes, and "label",
 * the number of the likeliest class; of a forest for a number to "value", n × 1.
 *
 * Missing directions are kept. ONNX trees are of single precision: thresholds are rounded up, so that every row of single-precision numbers goes
 * the same way; shares may differ in the seventh digit.
 */
export function toOnnx(forest: ForestText): Uint8Array {
  const { columns, outputs } = forest;
  const isClass = outputs > 1;
  const answer = isClass ? "probabilities" : "value";
  const argMax = message([1, answer], [2, "label"], [4, "ArgMax"], [5, int("axis", 1)], [5, int("keepdims", 0)]);
  const graph = message(
    [1, ensemble(listsOf(forest), outputs, answer)],
    ...(isClass ? ([[1, argMax]] as const) : []),
    [2, "forest"],
    [11, tensor("x", elements.float, columns.length)],
    [12, tensor(answer, elements.float, outputs)],
    ...(isClass ? ([[12, tensor("label", elements.int64, null)]] as const) : []),
  );
  return message([1, 8], [2, "kiln"], [7, graph], [8, message([1, ""], [2, 17])], [8, message([1, "ai.onnx.ml"], [2, 3])]);
}

function ensemble(lists: Lists, outputs: number, answer: string): Uint8Array {
  return message(
    [1, "x"],
    [2, answer],
    [4, "TreeEnsembleRegressor"],
    [7, "ai.onnx.ml"],
    [5, ints("nodes_treeids", lists.treeIds)],
    [5, ints("nodes_nodeids", lists.nodeIds)],
    [5, strings("nodes_modes", lists.modes)],
    [5, ints("nodes_featureids", lists.features)],
    [5, numbers("nodes_values", lists.values)],
    [5, ints("nodes_truenodeids", lists.yes)],
    [5, ints("nodes_falsenodeids", lists.no)],
    [5, ints("nodes_missing_value_tracks_true", lists.missingYes)],
    [5, ints("target_treeids", lists.leafTrees)],
    [5, ints("target_nodeids", lists.leafNodes)],
    [5, ints("target_ids", lists.outputs)],
    [5, numbers("target_weights", lists.weights)],
    [5, int("n_targets", outputs)],
    [5, text("aggregate_function", "AVERAGE")],
    [5, text("post_transform", "NONE")],
  );
}

function listsOf(forest: ForestText): Lists {
  const lists: Lists = {
    treeIds: [],
    nodeIds: [],
    modes: [],
    features: [],
    values: [],
    yes: [],
    no: [],
    missingYes: [],
    leafTrees: [],
    leafNodes: [],
    outputs: [],
    weights: [],
  };
  forest.trees.forEach((tree, t) => addTree(parseTree(tree, forest), t, lists));
  return lists;
}

function addTree(nodes: ReturnType<typeof parseTree>, t: number, lists: Lists): void {
  nodes.forEach((node, i) => {
    const isLeaf = node.kind === "leaf";
    lists.treeIds.push(t);
    lists.nodeIds.push(i);
    lists.modes.push(isLeaf ? "LEAF" : "BRANCH_LT");
    lists.features.push(isLeaf ? 0 : node.column);
    lists.values.push(isLeaf ? 0 : roundedUp(node.below));
    lists.yes.push(isLeaf ? 0 : node.yes);
    lists.no.push(isLeaf ? 0 : node.no);
    lists.missingYes.push(isLeaf ? 0 : Number(node.missingYes));
    if (!isLeaf) return;
    node.answer.forEach((share, k) => {
      lists.leafTrees.push(t);
      lists.leafNodes.push(i);
      lists.outputs.push(k);
      lists.weights.push(share);
    });
  });
}

/** The least number of single precision that is not below the value. */
function roundedUp(value: number): number {
  const near = Math.fround(value);
  if (near >= value) return near;
  const bits = new DataView(new ArrayBuffer(4));
  bits.setFloat32(0, near);
  bits.setInt32(0, bits.getInt32(0) + (near < 0 ? -1 : 1));
  return bits.getFloat32(0);
}

function tensor(name: string, element: number, width: number | null): Uint8Array {
  const dimensions = [message([1, message([2, "n"])]), ...(width === null ? [] : [message([1, message([1, width])])])];
  return message([1, name], [2, message([1, message([1, element], [2, Buffer.concat(dimensions)])])]);
}

function int(name: string, value: number): Uint8Array {
  return message([1, name], [3, value], [20, kinds.int]);
}

function text(name: string, value: string): Uint8Array {
  return message([1, name], [4, value], [20, kinds.string]);
}

function ints(name: string, values: readonly number[]): Uint8Array {
  return Buffer.concat([message([1, name]), ...values.map((value) => message([8, value])), message([20, kinds.ints])]);
}

function strings(name: string, values: readonly string[]): Uint8Array {
  return Buffer.concat([message([1, name]), ...values.map((value) => message([9, value])), message([20, kinds.strings])]);
}

function numbers(name: string, values: readonly number[]): Uint8Array {
  return Buffer.concat([message([1, name]), floats(7, values), message([20, kinds.floats])]);
}
