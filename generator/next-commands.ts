import type { Config } from "./config.ts";
import { editedFiles } from "./output/edited-files.ts";
import { readFolder } from "./output/read-folder.ts";

/** The flag that a proposed command needs to mean the same config; "" where that is the one that is found without. */
export function configFlagFor(file: string, found: string): string {
  if (file === found) return "";
  return ` --config ${/^[\w./-]+$/.test(file) ? file : JSON.stringify(file)}`;
}

/** The step that a file of an emitted folder belongs to, by its file name; null for the other files. */
export function stepOfFile(path: string): string | null {
  return /^steps\/(.+?)(?:\.test)?\.ts$/.exec(path)?.[1] ?? null;
}

/** What to do about steps that were edited by hand, one line a way; none where no step was. */
export async function editedSteps({ generated, name }: Pick<Config, "generated" | "name">, flag: string): Promise<string[]> {
  const edited = [...(editedFiles(await readFolder(generated)) ?? [])].flatMap((path) => stepOfFile(path) ?? []);
  const steps = [...new Set(edited)].toSorted((a, b) => (a < b ? -1 : 1));
  if (steps.length === 0) return [];
  return [
    "",
    `to keep the edit: \`kiln accept ${steps.join(" ")}${flag} --reason "…"\`; its tests: \`npx vitest run generated/${name}/steps\``,
  ];
}
