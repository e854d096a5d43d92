import type { ForestText } from "../../generator/learning.ts";

type Field = readonly [number: number, value: number | string | Uint8Array];

/** Protocol buffers: varints, and byte strings with their length before them. */
function message(...fields: readonly Field[]): Uint8Array {
  return Buffer.concat(
    fields.map(([number, value]) => {
      if (typeof value === "number") return Buffer.concat([varint(number << 3), varint(value)]);
      const bytes = typeof value === "string" ? Buffer.from(value) : value;
      return Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes]);
    }),
  );
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Buffer.from([...bytes, rest]);
}

const ints = (name: string, values: readonly number[]): Field => [
  5,
  Buffer.concat([message([1, name]), ...values.map((value) => message([8, value])), message([20, 7])]),
];
const strings = (name: string, values: readonly string[]): Field => [
  5,
  Buffer.concat([message([1, name]), ...values.map((value) => message([9, value])), message([20, 8])]),
];
const text = (name: string, value: string): Field => [5, message([1, name], [4, value], [20, 3])];
const floats = (name: string, values: readonly number[]): Field => {
  const packed = values.map((value) => Buffer.concat([varint((7 << 3) | 5), new Uint8Array(Float32Array.of(value).buffer)]));
  return [5, Buffer.concat([message([1, name]), ...packed, message([20, 6])])];
};

const tensor = (name: string, type: number, width: number): Uint8Array =>
  message([1, name], [2, message([1, message([1, type], [2, message([1, message([2, "n"])], [1, message([1, width])])])])]);

/** A forest of two classes without missing directions as an ONNX model (ai.onnx.ml TreeEnsembleClassifier): "x" to "label" and "probabilities". */
export function toOnnx({ columns, trees, pseudo }: ForestText): Uint8Array {
  const treeIds: number[] = [];
  const nodeIds: number[] = [];
  const modes: string[] = [];
  const features: number[] = [];
  const values: number[] = [];
  const yes: number[] = [];
  const no: number[] = [];
  const leafTrees: number[] = [];
  const leafNodes: number[] = [];
  const classes: number[] = [];
  const weights: number[] = [];
  trees.forEach((tree, t) => {
    const tokens = tree.split(" ");
    let at = 0;
    const visit = (): number => {
      const node = at++;
      const token = tokens[node]!;
      const here = treeIds.length;
      treeIds.push(t);
      nodeIds.push(node);
      const [column, below] = token.split("<");
      const isLeaf = below === undefined;
      modes.push(isLeaf ? "LEAF" : "BRANCH_LT");
      features.push(isLeaf ? 0 : Number(column));
      values.push(isLeaf ? 0 : Number(below));
      yes.push(0);
      no.push(0);
      if (isLeaf) {
        const counts = [...pseudo];
        for (const part of token.slice(1).split(",")) counts[Number(part.split("*")[0])]! += Number(part.split("*")[1] ?? 1);
        counts.forEach((count, k) => {
          leafTrees.push(t);
          leafNodes.push(node);
          classes.push(k);
          weights.push(count / (counts[0]! + counts[1]!) / trees.length);
        });
      } else {
        yes[here] = visit();
        no[here] = visit();
      }
      return node;
    };
    visit();
  });
  const node = message(
    [1, "x"],
    [2, "label"],
    [2, "probabilities"],
    [4, "TreeEnsembleClassifier"],
    [7, "ai.onnx.ml"],
    ints("nodes_treeids", treeIds),
    ints("nodes_nodeids", nodeIds),
    strings("nodes_modes", modes),
    ints("nodes_featureids", features),
    floats("nodes_values", values),
    ints("nodes_truenodeids", yes),
    ints("nodes_falsenodeids", no),
    ints("class_treeids", leafTrees),
    ints("class_nodeids", leafNodes),
    ints("class_ids", classes),
    floats("class_weights", weights),
    ints("classlabels_int64s", [0, 1]),
    text("post_transform", "NONE"),
  );
  const graph = message([1, node], [2, "forest"], [11, tensor("x", 1, columns.length)], [12, tensor("probabilities", 1, 2)]);
  return message([1, 8], [7, graph], [8, message([1, "ai.onnx.ml"], [2, 3])], [8, message([1, ""], [2, 17])]);
}
