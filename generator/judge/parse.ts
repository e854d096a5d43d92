import { Project, ts } from "ts-morph";
import type { Candidate, Column, Issue } from "../types.ts";
import { pureLib } from "./pure-lib.ts";

/** What a candidate may know of the data. */
export interface World {
  /** The `Row` interface that stands before the candidate's text, on one line; "" when the text declares its own. */
  readonly rowDeclaration: string;
  /** Whole texts of training rows: none may stand in a candidate as a literal. */
  readonly rowTexts: ReadonlySet<string>;
}

/** A candidate's syntax tree. */
export interface Parsed {
  readonly candidate: Candidate;
  readonly world: World;
  readonly file: ts.SourceFile;
  /** Where the candidate's own text starts in `file`. */
  readonly start: number;
  /** The candidate's own nodes in order of their start, parents first; the prepended interface is left out. */
  readonly nodes: readonly ts.Node[];
  /** Index of each node in `nodes`. */
  readonly order: ReadonlyMap<ts.Node, number>;
}

/** The same with types. */
export interface Checked extends Parsed {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
}

const compilerOptions: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  types: [],
  noLib: true,
  noEmit: true,
};

const path = "/candidate.ts";
let shared: Project | undefined;

/** One project for all candidates: the library is parsed once, and a candidate costs tens of milliseconds. */
function project(): Project {
  if (shared === undefined) {
    shared = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true, compilerOptions });
    shared.createSourceFile("/pure-lib.d.ts", pureLib);
  }
  return shared;
}

/** The world of a table: every column that steps may read, under its property. */
export function openWorld(columns: readonly Column[], rowTexts: ReadonlySet<string> = new Set()): World {
  const properties = columns
    .filter(({ kind }) => kind !== "id")
    .map(({ property, kind }) => `readonly ${property}: ${kind === "number" ? "number" : "string"} | null;`);
  return { rowDeclaration: `interface Row { ${properties.join(" ")} } `, rowTexts };
}

/** Reads the text into a tree; nothing is resolved or checked yet. */
export function parse(candidate: Candidate, world: World): Parsed {
  const file = project().createSourceFile(path, world.rowDeclaration + candidate.source, { overwrite: true }).compilerNode;
  const start = world.rowDeclaration.length;
  const nodes = ownNodes(file, start);
  return { candidate, world, file, start, nodes, order: new Map(nodes.map((node, index) => [node, index])) };
}

/** Adds types. Only for trees whose syntax has been checked: a recursive type could keep the compiler busy for ever. */
export function addTypes(parsed: Parsed): Checked {
  const program = project().getProgram().compilerObject;
  return { ...parsed, program, checker: program.getTypeChecker() };
}

/** What the compiler could not read. */
export function syntaxErrors({ file }: Parsed): readonly ts.Diagnostic[] {
  return project().getProgram().compilerObject.getSyntacticDiagnostics(file);
}

/** By a stack of its own, not by recursion: the tree may be as deep as its text allows. */
function ownNodes(file: ts.SourceFile, start: number): ts.Node[] {
  const found: ts.Node[] = [];
  const stack: ts.Node[] = [file];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    found.push(node);
    const children: ts.Node[] = [];
    ts.forEachChild(node, (child) => void children.push(child));
    for (const child of children.toReversed()) if (child.end > start) stack.push(child);
  }
  return found;
}

/** 1-based line of the candidate's own text. The prepended interface is one line without an end, so lines agree. */
export function lineOf({ file }: Parsed, position: number): number {
  return file.getLineAndCharacterOfPosition(position).line + 1;
}

/** An issue at a node. */
export function issueAt(parsed: Parsed, node: ts.Node, rule: string, message: string): Issue {
  return { rule, line: lineOf(parsed, node.getStart(parsed.file)), message };
}

/** The node's text on one line, cut to 60 characters. */
export function excerpt({ file }: Parsed, node: ts.Node): string {
  const text = node.getText(file).replace(/\s+/g, " ");
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
