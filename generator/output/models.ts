import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { KilnError } from "../errors.ts";
import type { ForestText } from "../learning.ts";
import type { Learned, Reference } from "../learned.ts";
import { syncFolder, writeSynced } from "./atomic.ts";
import { forestShape, learnedShape, referenceShape } from "./learned-shape.ts";
import { parseJson } from "./parse-json.ts";
import { printJson } from "./print-json.ts";
import type { Shape } from "./shape.ts";
import type { Swap } from "./swap.ts";

/** What a learning run leaves behind, beside the replies. */
export interface Models {
  readonly learned: Learned;
  readonly forest: ForestText;
  readonly reference: Reference;
}

/** Files of a folder. */
type Name = "forest" | "learned" | "reference";

/**
 * Writes `forest.json`, `reference.json` and `learned.json` beside their places. `learned.json` carries the hashes of the others, so that
 * `readModels` sees when they are not of one run.
 */
export async function stageModels(folder: string, { learned, forest, reference }: Models): Promise<Swap[]> {
  await mkdir(folder, { recursive: true });
  const forestText = printJson(forest);
  const referenceText = printJson(reference);
  const hashes = { forestSha256: sha256(forestText), referenceSha256: sha256(referenceText) };
  const texts: readonly (readonly [Name, string])[] = [
    ["forest", forestText],
    ["reference", referenceText],
    ["learned", printJson({ ...learned, ...hashes })],
  ];
  for (const [name, text] of texts) await writeSynced(staged(folder, name), text);
  await syncFolder(folder);
  return texts.map(([name]) => ({ from: staged(folder, name), to: placed(folder, name) }));
}

/**
 * Models with their keys in the order in which they will be read, so that what is emitted from memory is what `check` emits from the disk,
 * whatever prints a record.
 */
export function asStored(models: Models): Models {
  return parseJson(printJson(models)) as Models;
}

/** Whether a run has left its models in a folder. */
export function hasModels(folder: string): boolean {
  return existsSync(placed(folder, "learned"));
}

/**
 * What an earlier run learned.
 *
 * @throws {KilnError} "check" when a file is missing, is no JSON, has another shape, or belongs to another forest.
 */
export async function readModels(folder: string): Promise<Models> {
  const forest = await readShaped(placed(folder, "forest"), forestShape);
  const learned = await readShaped(placed(folder, "learned"), learnedShape);
  const reference = await readShaped(placed(folder, "reference"), referenceShape);
  const { forestSha256, referenceSha256, ...rest } = learned.value as Learned &
    Readonly<Record<"forestSha256" | "referenceSha256", unknown>>;
  if (forestSha256 !== sha256(forest.text) || referenceSha256 !== sha256(reference.text)) {
    throw new KilnError("check", `${folder}: learned.json, forest.json and reference.json are not of one run; run \`kiln generate\` again`);
  }
  return { learned: rest, forest: forest.value as ForestText, reference: reference.value as Reference };
}

async function readShaped(path: string, shape: Shape): Promise<{ readonly text: string; readonly value: unknown }> {
  if (!existsSync(path)) throw new KilnError("check", `${path}: not found; run \`kiln generate\` first`);
  const text = await readFile(path, "utf8");
  const value = parseJson(text);
  const objection = value === undefined ? "found no JSON" : shape(value, "");
  if (objection !== null) throw new KilnError("check", `${path}: ${objection}`);
  return { text, value };
}

function placed(folder: string, name: Name): string {
  return join(folder, `${name}.json`);
}

function staged(folder: string, name: Name): string {
  return `${placed(folder, name)}.tmp`;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
