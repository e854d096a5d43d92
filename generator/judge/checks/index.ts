import type { Candidate, Gate, Issue } from "../../types.ts";
import type { Checked, Parsed } from "../parse.ts";
import { allowedNames } from "./allowed-names.ts";
import { allowedOperators } from "./allowed-operators.ts";
import { allowedSyntax } from "./allowed-syntax.ts";
import { allowedTypes } from "./allowed-types.ts";
import { askedSignature } from "./asked-signature.ts";
import { boundedGrowth } from "./bounded-growth.ts";
import { finiteLoops } from "./finite-loops.ts";
import { knownGlobals } from "./known-globals.ts";
import { linearRegexes } from "./linear-regexes.ts";
import { literalLimits } from "./literal-limits.ts";
import { loopDepth } from "./loop-depth.ts";
import { memorisedRows } from "./memorised-rows.ts";
import { moduleLevel } from "./module-level.ts";
import { nearElements } from "./near-elements.ts";
import { oneExport } from "./one-export.ts";
import { ownData } from "./own-data.ts";
import { plainCalls } from "./plain-calls.ts";
import { plainComments } from "./plain-comments.ts";
import { plainDeclarations } from "./plain-declarations.ts";
import { plainFunctions } from "./plain-functions.ts";
import { readableSyntax } from "./readable-syntax.ts";
import { regexUse } from "./regex-use.ts";
import { safeAccess } from "./safe-access.ts";
import { stillLists } from "./still-lists.ts";
import { strictTypes } from "./strict-types.ts";
import { textLimits } from "./text-limits.ts";
import { visibleText } from "./visible-text.ts";

/** A check of some stage, and the gate at which its refusal is booked. */
export type Listed<Subject> = readonly [gate: Gate, check: (subject: Subject) => Issue[]];

/** On the text, before any parser sees it: size, depth and hidden characters could hurt the parser or the reader. */
export const textChecks: readonly Listed<Candidate>[] = [
  ["form", textLimits],
  ["form", visibleText],
];

/** On the tree, before the type checker sees it: recursive types could keep it busy for ever. */
export const treeChecks: readonly Listed<Parsed>[] = [
  ["form", readableSyntax],
  ["form", plainComments],
  ["subset", allowedSyntax],
  ["form", oneExport],
  ["subset", allowedOperators],
  ["subset", moduleLevel],
  ["subset", plainDeclarations],
  ["subset", allowedTypes],
  ["subset", allowedNames],
  ["subset", literalLimits],
];

/** With types. All of them speak, since the model gets one chance to repair. */
export const typedChecks: readonly Listed<Checked>[] = [
  ["types", strictTypes],
  ["types", askedSignature],
  ["subset", knownGlobals],
  ["subset", plainCalls],
  ["subset", plainFunctions],
  ["subset", ownData],
  ["subset", safeAccess],
  ["subset", finiteLoops],
  ["subset", stillLists],
  ["subset", boundedGrowth],
  ["subset", nearElements],
  ["subset", loopDepth],
  ["subset", regexUse],
  ["subset", memorisedRows],
  ["regex", linearRegexes],
];
