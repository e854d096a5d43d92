import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What a package-lock.json says of a package. */
type Locked = Readonly<Record<string, unknown>>;

/** What a command came to. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command with nothing of the environment but where programs, the home and npm's cache are: no key. */
export function runIn(folder: string, command: string, args: readonly string[]): Ended {
  const names = ["PATH", "HOME", "npm_config_cache"] as const;
  const env = Object.fromEntries(names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
  return spawnSync(command, args, { cwd: folder, encoding: "utf8", env });
}

/**
 * Packs Kiln and installs the tarball into an empty project, outside of this one, in a folder whose name has spaces and letters beyond ASCII.
 * The versions are those of this project's lock file, so that npm finds all in its cache and needs no network. Where the cache has been
 * emptied the tarball is unpacked, and what Kiln depends on is linked from this project.
 */
export function installKiln(): string {
  const folder = mkdtempSync(join(tmpdir(), "kiln in a größere Straße ñ "));
  const { stdout } = sound(runIn(root, "npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder]));
  const [packed] = JSON.parse(stdout) as readonly { readonly filename: string }[];
  const tarball = packed!.filename;
  const { lock, needed } = lockOf(tarball);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ ...lock.packages[""], private: true, type: "module" }));
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify(lock));
  const installed = runIn(folder, "npm", ["ci", "--offline", "--no-audit", "--no-fund", "--ignore-scripts"]);
  if (installed.stderr.includes("ENOTCACHED")) link(folder, tarball, needed);
  else sound(installed);
  return folder;
}

/** The command's output, if it ended well. */
export function sound(ended: Ended): Ended {
  if (ended.status !== 0) throw new Error(`ended with ${ended.status}: ${ended.stderr}${ended.stdout}`);
  return ended;
}

/** A lock file for a project that needs the tarball alone, and the packages that this then needs. */
function lockOf(tarball: string): {
  readonly lock: { readonly packages: Readonly<Record<string, Locked>> };
  readonly needed: readonly string[];
} {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as { packages: Record<string, Locked> };
  const { devDependencies: _, ...own } = packages[""]!;
  const needed = Object.entries(packages).filter(([path, { dev }]) => path !== "" && dev !== true);
  const user = { name: "user", dependencies: { kiln: `file:${tarball}` } };
  const kiln = { ...own, resolved: `file:${tarball}` };
  const lock = {
    name: "user",
    lockfileVersion: 3,
    requires: true,
    packages: { "": user, "node_modules/kiln": kiln, ...Object.fromEntries(needed) },
  };
  return { lock, needed: needed.map(([path]) => path) };
}

function link(folder: string, tarball: string, needed: readonly string[]): void {
  const home = join(folder, "node_modules/kiln");
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  mkdirSync(home);
  sound(runIn(folder, "tar", ["-xzf", tarball, "-C", home, "--strip-components=1"]));
  symlinkSync("../kiln/dist/cli.js", join(folder, "node_modules/.bin/kiln"));
  for (const path of needed.filter((one) => one.lastIndexOf("node_modules/") === 0)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(join(root, path), join(folder, path), "junction");
  }
}
