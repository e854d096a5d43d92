import { scanForest, type Tokens } from "./walk-scan.ts";
import type { ForestTables } from "./walk-trees.ts";
import type { ForestText } from "./walk.ts";

/** Most levels that are stored by level: more would mostly be empty, and would not fit into the processor's nearer memory. */
const mostLevels = 8;

/** What a node's 32 bits can name: the column, and how far off the children are. */
const mostColumns = 4096;
const mostNodes = 1048576;

/**
 * Reads a forest's text into tables.
 *
 * @throws {RangeError} When there are more than 4,096 columns, or a million nodes in a tree.
 */
export function readForest(text: ForestText): ForestTables {
  const tokens = scanForest(text);
  const { ends: last, lows, answers } = tokens;
  const trees = last.length;
  const depths = depthsOf(tokens);
  const deepest = depths.reduce((most, depth) => Math.max(most, depth), 0);
  const levels = Math.min(deepest, mostLevels);
  const isDeep = deepest > levels;
  const stride = 10 * Math.ceil(trees / 10);
  const top = stride * ((1 << levels) - 1);
  const nodes = isDeep ? (last[trees - 1] ?? 0) + 1 : 0;
  if (text.columns.length + lows.length > mostColumns || nodes > mostNodes * trees)
    throw new RangeError("the forest has too many columns or nodes");
  const deeper = new Int32Array(stride / 10);
  depths.forEach((depth, t) => (deeper[Math.floor(t / 10)] = Math.max(deeper[Math.floor(t / 10)]!, depth - levels)));
  const tables: ForestTables = {
    columns: text.columns.length,
    outputs: text.outputs,
    trees,
    lows,
    stride,
    levels,
    asked: new Uint16Array(top),
    below: new Float64Array(top).fill(Number.NEGATIVE_INFINITY),
    ends: new Int32Array(stride << levels),
    deeper,
    isDeep,
    links: new Int32Array(nodes),
    bounds: new Float64Array(nodes).fill(Number.NEGATIVE_INFINITY),
    places: new Int32Array(nodes),
    answers,
  };
  /** Trees that only fill up say 0, which is the last answer. */
  const nothing = answers.length - text.outputs;
  if (isDeep) tables.places[0] = nothing;
  tables.ends.fill(isDeep ? 0 : nothing, trees << levels);
  place(tokens, tables, deepest);
  return tables;
}

/** Most questions on a way through each tree. */
function depthsOf({ columns, ends }: Tokens): Int32Array {
  /** Depths of the trees for no that are still to come. */
  const waiting: number[] = [];
  let at = 0;
  return ends.map((end) => {
    let depth = 0;
    let deepest = 0;
    for (; at < end; at++) {
      if (columns[at]! < 0) depth = waiting.pop() ?? 0;
      else waiting.push(++depth);
      if (depth > deepest) deepest = depth;
    }
    return deepest;
  });
}

/** Puts every token where the walk looks for it. */
function place({ columns, values, ends: last }: Tokens, tables: ForestTables, deepest: number): void {
  const { stride, levels, asked, below, ends, isDeep, links, bounds, places } = tables;
  /** Tokens to come, the next one last: their levels, and their numbers in the level; below the top, their nodes. */
  const openLevels = new Int32Array(deepest + 2);
  const openPlaces = new Int32Array(deepest + 2);
  /** The next free node; 0 is the leaf of the trees that only fill up. */
  let free = 1;
  let at = 0;
  for (let t = 0; t < last.length; t++) {
    openLevels[0] = 0;
    openPlaces[0] = t;
    for (let open = 0; open >= 0; at++, open--) {
      const level = openLevels[open]!;
      const number = openPlaces[open]!;
      const column = columns[at]!;
      let node = number;
      if (level === levels || (level < levels && column < 0)) {
        if (isDeep) node = free++;
        const height = levels - level;
        if (height === 0) ends[number] = isDeep ? node : values[at]!;
        else ends.fill(isDeep ? node : values[at]!, number << height, (number + 1) << height);
      }
      if (column < 0) {
        if (isDeep) places[node] = values[at]!;
        continue;
      }
      openLevels[open] = level + 1;
      openLevels[open + 1] = level + 1;
      if (level < levels) {
        const from = stride * ((1 << level) - 1) + number;
        asked[from] = column;
        below[from] = values[at]!;
        openPlaces[open] = 2 * number;
        openPlaces[open + 1] = 2 * number + 1;
      } else {
        links[node] = ((free - node) << 12) | column;
        bounds[node] = values[at]!;
        openPlaces[open] = free++;
        openPlaces[open + 1] = free++;
      }
      open += 2;
    }
  }
}
