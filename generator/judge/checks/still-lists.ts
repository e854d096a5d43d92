import { ts } from "ts-morph";
import type { Issue } from "../../types.ts";
import { changeOf } from "../changes.ts";
import { isInPlace } from "../in-place.ts";
import { excerpt, issueAt, type Checked } from "../parse.ts";
import { bare, declarationOf, enclosingFunction, methodCall, within } from "../scope.ts";
import { isAlwaysFresh, isFresh, isHeldElsewhere } from "../ownership.ts";
import { originsOf } from "../origins.ts";
import { hasTrait } from "../subset/library.ts";

/** What a loop walks over does not change while it walks, not even through another name: such a loop might never end. */
export function stillLists(checked: Checked): Issue[] {
  return checked.nodes.flatMap((node) => {
    const walked = ts.isForOfStatement(node)
      ? [node.expression]
      : ts.isForStatement(node) && node.condition !== undefined
        ? measured(checked, node.condition)
        : [];
    if (!ts.isForOfStatement(node) && !ts.isForStatement(node)) return [];
    const changed = changedIn(checked, [
      node.statement,
      ...(ts.isForStatement(node) && node.condition !== undefined ? [node.condition] : []),
    ]);
    if (changed.length === 0 || walked.every((source) => isStill(checked, source, changed))) return [];
    const names = changed.map(({ text }) => `\`${text}\``).join(", ");
    return [
      issueAt(
        checked,
        node,
        "still-lists",
        `a loop over \`${walked.map((one) => excerpt(checked, one)).join(", ")}\` changes ${names} while it runs; collect into a list that nothing else holds, and loop over another`,
      ),
    ];
  });
}

/** The lists whose length or size a condition asks for. */
function measured(checked: Checked, condition: ts.Expression): ts.Expression[] {
  return within(checked, condition).flatMap((node) =>
    ts.isPropertyAccessExpression(node) && hasTrait(node.name.text, "position") ? [node.expression] : [],
  );
}

/** Arrays, sets and maps that the parts change, once each. */
function changedIn(checked: Checked, parts: readonly ts.Node[]): ts.Identifier[] {
  const found = new Map<ts.Declaration, ts.Identifier>();
  for (const node of parts.flatMap((part) => within(checked, part))) {
    const change = changeOf(node);
    if (change === undefined || change.kind === "assignment" || isInPlace(checked, change) || !ts.isIdentifier(change.target)) continue;
    const declaration = declarationOf(checked, change.target);
    if (declaration !== undefined && !found.has(declaration)) found.set(declaration, change.target);
  }
  return [...found.values()];
}

/** A text, or a new list, or something that no changed list can be, since no other name holds them. */
function isStill(checked: Checked, expression: ts.Expression, changed: readonly ts.Identifier[]): boolean {
  const source = bare(expression);
  if ((checked.checker.getTypeAtLocation(source).flags & ts.TypeFlags.StringLike) !== 0) return true;
  const call = methodCall(source);
  if (call !== undefined && hasTrait(call.name, "live") && !(ts.isIdentifier(call.receiver) && call.receiver.text === "Object"))
    return isStill(checked, call.receiver, changed);
  if (call?.name === "matchAll" || isFresh(source)) return true;
  if (originsOf(checked, source)?.every((origin) => enclosingFunction(origin) === undefined) === true) return true;
  const own = ts.isIdentifier(source) ? declarationOf(checked, source) : undefined;
  const isNew = own !== undefined && isAlwaysFresh(checked, own);
  if (isNew && !isHeldElsewhere(checked, own)) return changed.every((name) => declarationOf(checked, name) !== own);
  const walked = new Set(within(checked, source).flatMap((node) => (ts.isIdentifier(node) ? [declarationOf(checked, node)] : [])));
  return changed.every((name) => {
    const declaration = declarationOf(checked, name);
    if (declaration === undefined || walked.has(declaration)) return false;
    return isAlwaysFresh(checked, declaration) && (isNew || !isHeldElsewhere(checked, declaration));
  });
}
