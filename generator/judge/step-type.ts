import { ts } from "ts-morph";
import type { Issue, StepKind, StepType } from "../types.ts";
import { issueAt, type Checked } from "./parse.ts";

const F = ts.TypeFlags;
const confidences: ReadonlySet<string> = new Set(["high", "medium", "low"]);

/** The declared answer of the exported function, through aliases and interfaces; an issue when it is not what the kind asks for. */
export function stepType(checked: Checked, exported: ts.FunctionDeclaration): StepType | Issue {
  const { checker, candidate } = checked;
  const signature = checker.getSignatureFromDeclaration(exported);
  const type = signature === undefined ? undefined : lower(checker, checker.getReturnTypeOfSignature(signature));
  if (type !== undefined && fits(checked, type)) return candidate.kind === "normalizer" ? { kind: "text" } : type;
  const found = exported.type?.getText(checked.file) ?? "nothing";
  return issueAt(
    checked,
    exported.type ?? exported,
    "answer-type",
    `answers ${found}; a ${candidate.kind} answers ${wanted[candidate.kind]}`,
  );
}

const wanted: Readonly<Record<StepKind, string>> = {
  normalizer: "`string | null`",
  classifier: '`{ label: "one" | "two" | "unknown"; confidence: "high" | "medium" | "low" }`, the labels a closed union with "unknown"',
  feature: '`number`, `boolean` or a closed union of texts (`"a" | "b"`), each with `| null` where it abstains',
};

/** A file that brings its own Row is judged for itself: there a text of any sort is an answer, too. */
function fits({ candidate, world }: Checked, { kind }: StepType): boolean {
  if (candidate.kind === "classifier") return kind === "class";
  if (candidate.kind === "normalizer") return kind === "text" || kind === "union";
  return kind !== "class" && (kind !== "text" || world.rowDeclaration === "");
}

function lower(checker: ts.TypeChecker, type: ts.Type): StepType | undefined {
  const parts = type.isUnion() ? type.types : [type];
  const nullable = parts.some(({ flags }) => (flags & F.Null) !== 0);
  const values = parts.filter(({ flags }) => (flags & F.Null) === 0);
  const all = (flag: ts.TypeFlags): boolean => values.length > 0 && values.every(({ flags }) => (flags & flag) !== 0);
  if (all(F.BooleanLike)) return { kind: "boolean", nullable };
  if (all(F.NumberLike)) return { kind: "number", nullable };
  if (all(F.StringLiteral)) return { kind: "union", members: texts(values), nullable };
  if (all(F.String)) return { kind: "text" };
  const [only, ...rest] = values;
  return only === undefined || rest.length > 0 || nullable ? undefined : lowerClass(checker, only);
}

function lowerClass(checker: ts.TypeChecker, type: ts.Type): StepType | undefined {
  if ((type.flags & F.Object) === 0) return undefined;
  const properties = new Map(checker.getPropertiesOfType(type).map((symbol) => [symbol.name, symbol]));
  const label = properties.get("label");
  const confidence = properties.get("confidence");
  if (properties.size !== 2 || label === undefined || confidence === undefined) return undefined;
  const labels = members(checker, label);
  const levels = members(checker, confidence);
  if (!labels.includes("unknown") || labels.length < 2 || levels.length === 0 || !levels.every((level) => confidences.has(level)))
    return undefined;
  return { kind: "class", labels: labels.filter((one) => one !== "unknown") };
}

/** The texts of a closed union that a required property holds; none when it is anything else. */
function members(checker: ts.TypeChecker, property: ts.Symbol): string[] {
  if ((property.flags & ts.SymbolFlags.Optional) !== 0) return [];
  const type = checker.getTypeOfSymbol(property);
  const parts = type.isUnion() ? type.types : [type];
  return parts.every((part) => part.isStringLiteral()) ? texts(parts) : [];
}

/** Sorted by code unit: the compiler's own order depends on what it met before. */
function texts(types: readonly ts.Type[]): string[] {
  return types.flatMap((type) => (type.isStringLiteral() ? [type.value] : [])).toSorted((a, b) => (a < b ? -1 : 1));
}
