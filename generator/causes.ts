import { editedFiles } from "./output/edited-files.ts";

/** What a manifest says that may explain a change. Read from any version, so nothing of it is believed to be there. */
interface Manifest {
  readonly tool?: unknown;
  readonly data?: { readonly sha256?: unknown };
  readonly config?: { readonly sha256?: unknown };
  readonly prompts?: readonly { readonly file?: unknown; readonly sha256?: unknown }[];
  readonly replies?: readonly { readonly request?: unknown; readonly stage?: unknown; readonly model?: unknown }[];
}

/** Why the folders differ, as far as their manifests say: data, config, prompts, models, replies, Kiln itself, and edits by hand. */
export function causesOf(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const [old, now] = [manifestOf(before), manifestOf(after)];
  const edited = [...(editedFiles(after) ?? [])].filter((path) => before.get(path) !== after.get(path));
  return [
    ...changed("the data", old.data?.sha256, now.data?.sha256),
    ...changed("the config", old.config?.sha256, now.config?.sha256),
    ...promptChanges(old, now),
    ...changedSet("the model", modelsOf(old), modelsOf(now)),
    ...replyChanges(old, now),
    ...changed("Kiln", old.tool, now.tool),
    ...edited.map((path) => `${path} was edited by hand`),
  ];
}

function manifestOf(files: ReadonlyMap<string, string>): Manifest {
  try {
    const value: unknown = JSON.parse(files.get("manifest.json") ?? "{}");
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

function changed(what: string, before: unknown, after: unknown): string[] {
  if (before === after) return [];
  return [`${what} changed: ${shortHash(before)} → ${shortHash(after)}`];
}

function promptChanges(before: Manifest, after: Manifest): string[] {
  const old = new Map((before.prompts ?? []).map(({ file, sha256 }) => [String(file), sha256]));
  const now = new Map((after.prompts ?? []).map(({ file, sha256 }) => [String(file), sha256]));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((file) => changed(`the prompt ${file}`, old.get(file), now.get(file)));
}

function modelsOf({ replies = [] }: Manifest): string[] {
  return [...new Set(replies.map(({ model }) => String(model)))].toSorted((a, b) => (a < b ? -1 : 1));
}

function changedSet(what: string, before: readonly string[], after: readonly string[]): string[] {
  const [old, now] = [before.join(", "), after.join(", ")];
  return old === now ? [] : [`${what} changed: ${old || "none"} → ${now || "none"}`];
}

function replyChanges({ replies: before = [] }: Manifest, { replies: after = [] }: Manifest): string[] {
  const known = new Set(before.map(({ request }) => request));
  const fresh = after.filter(({ request }) => !known.has(request)).map(({ stage }) => String(stage));
  return fresh.length === 0 ? [] : [`new replies of the model for ${fresh.join(", ")}`];
}

function shortHash(value: unknown): string {
  const text = value === undefined ? "none" : String(value);
  return /^[0-9a-f]{64}$/.test(text) ? text.slice(0, 12) : text;
}
