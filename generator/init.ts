import { basename, relative, resolve, sep } from "node:path";
import { proposeColumns, type Proposal } from "./data/survey/propose-columns.ts";
import { readSurvey } from "./data/survey/read-survey.ts";
import { KilnError } from "./errors.ts";
import { writeFirstFiles } from "./output/first-files.ts";
import { labelOf, type Place } from "./place.ts";
import { printConfig } from "./print-config.ts";

/** A question with the answer that Enter gives; null where there is nobody to ask: then that answer counts. */
export type Ask = ((question: string, proposal: string) => Promise<string>) | null;

/**
 * Looks at rows, proposes a config, and writes it with what else a project needs. Nothing leaves the machine.
 *
 * @param folder Of the project.
 * @param wished The target, if the user has named it.
 * @returns Lines for the user.
 * @throws {KilnError} "data" when rows cannot be read, "usage" when no target can be proposed or a config exists.
 */
export async function init(folder: string, configFile: string, place: Place, wished: string | null, ask: Ask): Promise<string[]> {
  const survey = await readSurvey(place);
  const target = await targetOf(wished, proposeColumns(survey, wished).target, survey.names, labelOf(place), ask);
  const proposal = proposeColumns(survey, target);
  const name = slug(await answer(ask, "Name of the pipeline?", slug(place.kind === "postgres" ? target : basename(place.at))));
  const leaks = await answer(ask, "Columns that are only known after the fact?", proposal.leaks.join(", "));
  const settled = withLeaks(proposal, leaks, survey.names, target);
  if (settled.columns.every(({ kind }) => kind === "id"))
    throw new KilnError("data", `${labelOf(place)} has no column beside "${target}" that could tell it; expected at least one`);
  const file = place.kind === "postgres" ? place.at : relative(folder, place.at).split(sep).join("/");
  const written = await writeFirstFiles(folder, configFile, printConfig(name, file, survey.place, target, settled));
  const kinds = settled.columns.map((column) => `${column.name} ${column.kind}`).join(", ");
  return [
    `target  ${target}, ${settled.targetKind === "class" ? "a class" : "a number"}`,
    `inputs  ${kinds}`,
    ...(settled.leaks.length > 0 ? [`leaks   ${settled.leaks.join(", ")}: they say the target by themselves`] : []),
    ...(settled.nulls.length > 0 ? [`missing ${settled.nulls.join(", ")} besides the empty cell`] : []),
    `wrote   ${written.join(", ")}`,
    "next    read the config, then `npx kiln generate`: the baseline needs no key",
  ];
}

async function targetOf(
  wished: string | null,
  proposed: string | null,
  names: readonly string[],
  label: string,
  ask: Ask,
): Promise<string> {
  const target = wished ?? (await answer(ask, `Which column is to be predicted? (${names.slice(0, 30).join(", ")})`, proposed ?? ""));
  if (names.includes(target)) return target;
  const found = target === "" ? "no column looks like a target" : `has no column "${target}"`;
  throw new KilnError("usage", `${label}: ${found}; expected one of ${names.slice(0, 30).join(", ")} by --target`);
}

function withLeaks(proposal: Proposal, answered: string, names: readonly string[], target: string): Proposal {
  const leaks = answered
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== target && names.includes(name));
  const freed = proposal.leaks.filter((name) => !leaks.includes(name)).map((name) => ({ name, kind: "category" as const }));
  return { ...proposal, leaks, columns: [...proposal.columns, ...freed].filter(({ name }) => name !== "" && !leaks.includes(name)) };
}

function answer(ask: Ask, question: string, proposal: string): Promise<string> {
  return ask === null ? Promise.resolve(proposal) : ask(question, proposal);
}

/** A name for folders: lower-case letters, digits and dashes. */
function slug(text: string): string {
  const plain = text
    .replace(/(?:\.(?:csv|tsv|jsonl|ndjson|parquet|sqlite3?|db|gz))+$/i, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
  return plain === "" ? "pipeline" : plain;
}

/** The folder that a config file lies in, and its name there. */
export function splitConfigPath(config: string): { readonly folder: string; readonly file: string } {
  const path = resolve(config);
  return { folder: resolve(path, ".."), file: basename(path) };
}
