import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { changeOf } from "../changes.ts";
import { answerOf, flowOfChange, partsOfChange, spread } from "../copies.ts";
import { drivenLoops, openFlow, openPartsFlow, type Flow } from "../flow.ts";
import { originsOf } from "../origins.ts";
import { excerpt, issueAt, type Checked } from "../parse.ts";
import { contains, declarationOf, methodCall, within } from "../scope.ts";

/** In a loop a text or list grows by pieces, never by a copy of itself, nor once for each of its own pieces: after sixty doublings nothing would hold it. */
export function boundedGrowth(checked: Checked): Issue[] {
  return checked.nodes.flatMap((node) => {
    if (ts.isForOfStatement(node) || ts.isForStatement(node)) return inLoop(checked, node);
    return ts.isArrowFunction(node) ? inReduce(checked, node) : [];
  });
}

function inLoop(checked: Checked, loop: ts.ForOfStatement | ts.ForStatement): Issue[] {
  const table = ts.isForOfStatement(loop) && originsOf(checked, loop.expression) !== null;
  const changes = inside(checked, loop).flatMap((node) => {
    const change = changeOf(node);
    const declaration = change !== undefined && ts.isIdentifier(change.target) ? declarationOf(checked, change.target) : undefined;
    return change === undefined || declaration === undefined || contains(loop, declaration) ? [] : [{ change, declaration }];
  });
  const flows = new Map<ts.Declaration, Flow>();
  return changes.flatMap(({ change, declaration }) => {
    const flow = flows.get(declaration) ?? spread(openFlow(checked, table, [[declaration, 1]]), loop, new Set([declaration]));
    flows.set(declaration, flow);
    if (flowOfChange(flow, change, loop) <= 1) return [];
    if (change.kind !== "assignment" && drivenLoops(flow, change.node, loop) === 0) {
      const parts = spread(openPartsFlow(checked, table, declaration), loop, new Set([declaration]));
      if (partsOfChange(parts, change) <= 1) return [];
    }
    return [
      issueAt(
        checked,
        change.node,
        "bounded-growth",
        `\`${excerpt(checked, change.node)}\` can make the value several times as large in each round; add one new piece a round, and do replacements before or after the loop`,
      ),
    ];
  });
}

function inside(checked: Checked, loop: ts.Node): readonly ts.Node[] {
  return within(checked, loop).slice(1);
}

/** The first parameter of a reduce callback is what earlier rounds answered. */
function inReduce(checked: Checked, arrow: ts.ArrowFunction): Issue[] {
  const [sum] = arrow.parameters;
  const call = methodCall(arrow.parent);
  if (call?.name !== "reduce" || sum === undefined) return [];
  const flow = spread(openFlow(checked, originsOf(checked, call.receiver) !== null, [[sum, 1]]), arrow, new Set([sum]));
  if (answerOf(flow, arrow, [1]) <= 1) return [];
  return [
    issueAt(
      checked,
      arrow,
      "bounded-growth",
      `the callback of reduce uses \`${excerpt(checked, sum)}\` more than once; add one new piece a round`,
    ),
  ];
}
