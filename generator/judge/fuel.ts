import { ts } from "ts-morph";
import { nativeCosts } from "./native-costs.ts";

/**
 * The script with its turns counted, so that a call ends after `steps` of them: the same number on every machine, unlike a time
 * limit. A turn is a round of a loop; with `calls`, a call of a function too (callbacks are loops in disguise), and a part of what
 * built-ins go through.
 */
export function fueled(js: string, name: string, steps: number, calls: boolean): { readonly js: string; readonly end: number } {
  const file = ts.createSourceFile("step.js", js, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const inserts: { readonly at: number; readonly text: string }[] = [];
  const wrap = (node: ts.Node, before: string, after: string): void => {
    inserts.push({ at: node.getStart(file), text: before }, { at: node.end, text: after });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionDeclaration(node) && node.body !== undefined) {
      if (node.name?.text === name) inserts.push({ at: node.body.getStart(file) + 1, text: "kilnFill();" });
      else if (calls) inserts.push({ at: node.body.getStart(file) + 1, text: "kilnStep();" });
    } else if (calls && ts.isArrowFunction(node)) {
      if (ts.isBlock(node.body)) inserts.push({ at: node.body.getStart(file) + 1, text: "kilnStep();" });
      else wrap(node.body, "(kilnStep(),", ")");
    } else if (ts.isIterationStatement(node, false)) {
      if (ts.isBlock(node.statement)) inserts.push({ at: node.statement.getStart(file) + 1, text: "kilnStep();" });
      else wrap(node.statement, "{kilnStep();", "}");
    }
    const gone = calls ? goneThrough(node) : undefined;
    if (gone !== undefined) wrap(gone, "kilnAll(", ")");
    ts.forEachChild(node, visit);
  };
  visit(file);
  const ordered = inserts.map(({ at, text }, k) => ({ at, text, k })).toSorted((a, b) => a.at - b.at || b.k - a.k);
  let own = "";
  let last = 0;
  for (const { at, text } of ordered) {
    own += js.slice(last, at) + text;
    last = at;
  }
  own += js.slice(last);
  const pay = `if ((kilnFuel += turns) > ${steps}) throw new Error("out of fuel");`;
  // A var, because constants of the module may already call what stands before it.
  const meter = `var kilnFuel = 0; function kilnFill() { kilnFuel = 0; } function kilnPay(turns) { ${pay} } function kilnStep() { kilnPay(1); }`;
  return { js: `${own}\n${meter}${calls ? nativeCosts : ""}`, end: own.length };
}

/** The text or collection that a spread, a new Set or Map, or a regular expression's own method goes through. */
function goneThrough(node: ts.Node): ts.Expression | undefined {
  if (ts.isSpreadElement(node)) return node.expression;
  if (ts.isNewExpression(node)) return node.arguments?.[0];
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  return /^(?:test|exec)$/.test(node.expression.name.text) ? node.arguments[0] : undefined;
}

/** Text of a script whose loops are counted, without what was added. */
export function unfueled(text: string): string {
  return text.replaceAll("kilnFill();", "").replaceAll("kilnStep();", "");
}
