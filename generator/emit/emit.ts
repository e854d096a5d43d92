import type { Artifact, Learned, Reference } from "../learned.ts";
import type { ForestText } from "../learning.ts";
import { bundle } from "./bundle.ts";
import type { Format } from "./format.ts";
import { plan } from "./plan.ts";
import { printCalibration } from "./print-calibration.ts";
import { printEncoders } from "./print-encoders.ts";
import { printForest } from "./print-forest.ts";
import { indexNames, printIndex } from "./print-index.ts";
import { printIndexTest } from "./print-index-test.ts";
import { printInput } from "./print-input.ts";
import { printLexicon } from "./print-lexicon.ts";
import { printManifest } from "./print-manifest.ts";
import { printReview } from "./print-review.ts";
import { printRidge } from "./print-ridge.ts";
import { printSources } from "./print-sources.ts";
import { printStep, printStepTest } from "./print-step.ts";

/** Everything that decides what is emitted. */
interface EmitInput {
  readonly learned: Learned;
  readonly forest: ForestText;
  readonly reference: Reference;
  /** Name and version of Kiln, for the manifest. */
  readonly tool: string;
  /** Files that are emitted as they are: what every pipeline needs at run time. */
  readonly shipped: readonly Artifact[];
  readonly format: Format;
  /** Whether `bundle.mjs` is wanted too: all of it in one file. */
  readonly bundled: boolean;
}

/** The files of `generated/<pipeline>/`, a pure function of what was learned; sorted by path, the manifest last. */
export async function emit({ learned, forest, reference, tool, shipped, format, bundled }: EmitInput): Promise<Artifact[]> {
  const planned = plan(learned, forest, indexNames);
  const drafts: Artifact[] = [
    { path: "calibration.ts", text: printCalibration(planned) },
    { path: "encoders.ts", text: printEncoders(planned) },
    { path: "forest.ts", text: printForest(planned) },
    { path: "index.test.ts", text: printIndexTest(planned) },
    { path: "index.ts", text: printIndex(planned) },
    { path: "input.ts", text: printInput(planned) },
    { path: "lexicon.ts", text: printLexicon(planned) },
    { path: "ridge.ts", text: printRidge(planned) },
    ...[...planned.normalizers, ...planned.steps].flatMap((step) => [
      { path: `steps/${step.file}.ts`, text: printStep(step, planned) },
      { path: `steps/${step.file}.test.ts`, text: printStepTest(step, planned) },
    ]),
  ];
  const wanted = drafts.filter(({ text }) => text !== "");
  const printed = await Promise.all(wanted.map(async ({ path, text }) => ({ path, text: await format(path, text) })));
  const copied = shipped.map(({ path, text }) => ({ path, text: withEnding(text, planned.ext) }));
  const places = printSources(planned, reference, new Map([...printed, ...copied].map(({ path, text }) => [path, text])));
  const sources = [...printed, { path: "sources.ts", text: await format("sources.ts", places) }, ...copied];
  const rest = [{ path: "REVIEW.md", text: printReview(planned, reference) }, ...(bundled ? [await bundle(sources)] : [])];
  const files = [...sources, ...rest].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return [...files, { path: "manifest.json", text: printManifest(learned, tool, files) }];
}

/** The text of a file that ships as it is, except that its imports end as those of the folder do. */
function withEnding(text: string, ext: "ts" | "js"): string {
  return text.replace(/ from "(\.\/[\w-]+)\.ts";/g, ` from "$1.${ext}";`);
}
