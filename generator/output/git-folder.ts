import { execFile } from "node:child_process";
import { dirname, relative, sep } from "node:path";
import { promisify } from "node:util";
import { KilnError } from "../errors.ts";

const run = promisify(execFile);

/** A folder as a commit holds it. */
export interface CommittedFolder {
  /** Hash of the commit, 12 digits. */
  readonly commit: string;
  /** Text of each file by its path from the folder; empty where the commit has no such folder. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Reads a folder of the repository around it as it stood in a commit, without touching the working tree.
 *
 * @param ref A commit, branch or tag; null for the merge base of HEAD with the main branch.
 * @throws {KilnError} "usage" when there is no repository or no such commit.
 */
export async function readGitFolder(folder: string, ref: string | null): Promise<CommittedFolder> {
  const at = dirname(dirname(folder));
  const top = (
    await git(at, ["rev-parse", "--show-toplevel"]).catch(() => {
      throw new KilnError("usage", `${at} is in no git repository; expected one to compare with`);
    })
  ).trim();
  const commit = ref === null ? await mergeBase(at) : await commitOf(at, ref);
  if (commit === null) throw new KilnError("usage", `${ref ?? "HEAD"}: no such commit in ${top}; expected a branch, a tag or a hash`);
  const path = relative(top, folder).split(sep).join("/");
  const names = (await git(top, ["ls-tree", "-r", "-z", "--name-only", commit, "--", path])).split("\0").filter((name) => name !== "");
  const files = new Map<string, string>();
  for (const name of names) files.set(name.slice(path.length + 1), await git(top, ["show", `${commit}:${name}`]));
  return { commit: commit.slice(0, 12), files };
}

async function mergeBase(at: string): Promise<string | null> {
  for (const main of ["origin/HEAD", "origin/main", "main", "origin/master", "master"]) {
    if ((await commitOf(at, main)) === null) continue;
    const base = await git(at, ["merge-base", "HEAD", main]).catch(() => "");
    if (base !== "") return base.trim();
  }
  return commitOf(at, "HEAD");
}

function commitOf(at: string, ref: string): Promise<string | null> {
  return git(at, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]).then(
    (hash) => hash.trim(),
    () => null,
  );
}

async function git(at: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run("git", ["-C", at, ...args], { maxBuffer: 200_000_000, encoding: "utf8" });
  return stdout;
}
