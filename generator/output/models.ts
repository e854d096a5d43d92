import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { KilnError } from "../errors.ts";
import type { ForestText } from "../learning.ts";
import type { Learned, Reference } from "../learned.ts";
import { renameSynced, writeSynced } from "./atomic.ts";
import { forestShape, learnedShape, referenceShape } from "./learned-shape.ts";
import { parseJson } from "./parse-json.ts";
import { printJson } from "./print-json.ts";
import type { Shape } from "./shape.ts";

/** What a learning run leaves behind, beside the replies. */
export interface Models {
  readonly learned: Learned;
  readonly forest: ForestText;
  readonly reference: Reference;
}

/** Files of a folder; `learned` carries the hashes of the others, and is the last to be placed. */
type Name = "forest" | "learned" | "reference";

/**
 * Writes `forest.json`, `reference.json` and `learned.json` as one: a reader finds the old files, the new ones, or (in the instant between
 * renames) some that do not fit, which `readModels` refuses and `recoverModels` completes. The replies beside them are not touched.
 *
 * `learned.json` carries the hashes of the others. All are first staged and synced; the rename of the forest is the moment of truth.
 */
export async function writeModels(folder: string, { learned, forest, reference }: Models): Promise<void> {
  await mkdir(folder, { recursive: true });
  const forestText = printJson(forest);
  const referenceText = printJson(reference);
  const hashes = { forestSha256: sha256(forestText), referenceSha256: sha256(referenceText) };
  await writeSynced(staged(folder, "forest"), forestText);
  await writeSynced(staged(folder, "reference"), referenceText);
  await writeSynced(staged(folder, "learned"), printJson({ ...learned, ...hashes }));
  await renameSynced(staged(folder, "forest"), placed(folder, "forest"));
  await renameSynced(staged(folder, "reference"), placed(folder, "reference"));
  await renameSynced(staged(folder, "learned"), placed(folder, "learned"));
}

/** Whether a run has left its models in a folder. */
export function hasModels(folder: string): boolean {
  return existsSync(placed(folder, "learned"));
}

/** Completes or undoes what a killed `writeModels` left. */
export async function recoverModels(folder: string): Promise<void> {
  if (existsSync(staged(folder, "learned")) && existsSync(placed(folder, "forest"))) {
    const learned = parseJson(await readFile(staged(folder, "learned"), "utf8"));
    const forest = await readFile(placed(folder, "forest"), "utf8");
    if (!existsSync(staged(folder, "forest")) && forestHashOf(learned) === sha256(forest)) {
      if (existsSync(staged(folder, "reference"))) await renameSynced(staged(folder, "reference"), placed(folder, "reference"));
      await renameSynced(staged(folder, "learned"), placed(folder, "learned"));
    }
  }
  for (const name of ["learned", "reference", "forest"] as const) await rm(staged(folder, name), { force: true });
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

function forestHashOf(learned: unknown): unknown {
  return typeof learned === "object" && learned !== null && "forestSha256" in learned ? learned.forestSha256 : null;
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
