import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import type { Figure } from "../figure.ts";
import { folder } from "./emitted.ts";

/** Trains and asks odd forests on other versions of Node, and compares every bit with what this one says. */
export function engines(): Figure[] {
  const file = join(folder, "odd.mjs");
  const entry = fileURLToPath(new URL("odd.ts", import.meta.url));
  buildSync({ entryPoints: [entry], bundle: true, platform: "node", format: "esm", outfile: file });
  const here = run(process.execPath, file);
  return ["node22", "node24"].flatMap((name): Figure[] => {
    const binary = fileURLToPath(new URL(`../node_modules/${name}/bin/node`, import.meta.url));
    if (!existsSync(binary)) return [];
    const there = run(binary, file);
    const version = execFileSync(binary, ["--version"], { encoding: "utf8" }).trim();
    const figure = `texts and answers of 300 odd forests that differ between Node ${process.version} and ${version}`;
    const ours = here.filter((hash, i) => hash !== there[i]).length;
    return [{ figure, unit: "forests", ours, peer: null, peerName: null, ratio: null, goal: "0", met: ours === 0 && here.length === 300 }];
  });
}

function run(node: string, file: string): string[] {
  return JSON.parse(execFileSync(node, [file], { encoding: "utf8", maxBuffer: 1e8 })) as string[];
}
