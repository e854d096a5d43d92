import { isThere } from "./output/is-there.ts";
import { resolve } from "node:path";
import { labelOf } from "./place.ts";
import type { Config } from "./config.ts";
import { KilnError } from "./errors.ts";
import { loadConfig } from "./load-config.ts";
import { oneLine } from "./one-line.ts";
import { duckdbSpec, pgSpec, sqliteSpec } from "./optional-library.ts";
import { readFolder } from "./output/read-folder.ts";
import type { Sandbox } from "./types.ts";

/** What the machine is like, from the one place that may look at it. */
export interface Surroundings {
  readonly node: string;
  /** Whether a key is set; never the key. */
  readonly key: boolean;
  readonly baseURL: string;
  /** Asks the endpoint for its models; null unless that was wished. Resolves to the HTTP status. */
  readonly reach: (() => Promise<number>) | null;
}

/** One line of the examination. A note is fine as it is. */
interface Finding {
  readonly sign: "ok" | "note" | "bad";
  readonly text: string;
}

/** Looks at everything that a run of Kiln rests on, and says in one line each what is wrong. */
export async function doctor(configFile: string, around: Surroundings, sandbox: Sandbox): Promise<Finding[]> {
  return [
    nodeFinding(around.node),
    await sandboxFinding(sandbox),
    keyFinding(around),
    ...(around.reach === null ? [] : [await reachFinding(around.baseURL, around.reach)]),
    await libraryFinding("Parquet", duckdbSpec, () => import("@duckdb/node-api")),
    await libraryFinding("SQLite", sqliteSpec, () => import("node-sqlite3-wasm")),
    await libraryFinding("PostgreSQL", pgSpec, () => import("pg")),
    ...(await configFindings(configFile)),
  ];
}

function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  const fine = major > 20 || (major === 20 && minor >= 19);
  return { sign: fine ? "ok" : "bad", text: fine ? `Node ${version}` : `Node ${version}; expected 20.19 or later` };
}

async function sandboxFinding(sandbox: Sandbox): Promise<Finding> {
  const js = "function probe() { return true; }";
  const program = {
    kind: "feature",
    name: "probe",
    column: null,
    source: js,
    js,
    returns: { kind: "boolean", nullable: false },
    reads: [],
  } as const;
  try {
    const [result] = await sandbox.run([program], [{}], "once");
    if (result?.ok) return { sign: "ok", text: "the sandbox starts and answers" };
    return { sign: "bad", text: `the sandbox refuses a plain function: ${result?.ok === false ? result.issues[0].message : "no answer"}` };
  } catch (error) {
    return { sign: "bad", text: `the sandbox does not start: ${oneLine(error)}` };
  }
}

function keyFinding({ key, baseURL }: Surroundings): Finding {
  return key
    ? { sign: "ok", text: `OPENAI_API_KEY is set; new questions go to ${baseURL}` }
    : { sign: "note", text: "OPENAI_API_KEY is not set: recorded replies and the baseline need none" };
}

async function reachFinding(baseURL: string, reach: () => Promise<number>): Promise<Finding> {
  try {
    const status = await reach();
    if (status < 400) return { sign: "ok", text: `${baseURL} answers` };
    const why = status === 401 || status === 403 ? "it does not take the key" : "expected 200";
    return { sign: "bad", text: `${baseURL} answers with ${status}; ${why}` };
  } catch (error) {
    return { sign: "bad", text: `${baseURL} cannot be reached (${oneLine(error)})` };
  }
}

async function libraryFinding(what: string, spec: string, load: () => Promise<unknown>): Promise<Finding> {
  try {
    await load();
    return { sign: "ok", text: `${what}: ${spec.replace(/(?<=.)@[^@]+$/, "")} is installed` };
  } catch {
    return { sign: "note", text: `${what} cannot be read; npm install --save-dev ${spec} if you need it` };
  }
}

async function configFindings(configFile: string): Promise<Finding[]> {
  const config = await loadConfig(configFile).catch((error: unknown) => {
    if (error instanceof KilnError) return error.message;
    throw error;
  });
  if (typeof config === "string") return [{ sign: "bad", text: config }];
  return [{ sign: "ok", text: `${configFile}: pipeline ${config.name}` }, dataFinding(config), ...(await lineEndFindings(config))];
}

function dataFinding({ data: { place } }: Config): Finding {
  const there = place.kind === "postgres" || isThere(place.at);
  return { sign: there ? "ok" : "bad", text: there ? `rows: ${labelOf(place)}` : `${place.at}: found no file; expected the rows` };
}

async function lineEndFindings({ generated, models }: Config): Promise<Finding[]> {
  const files = [...(await readFolder(generated)), ...(await readFolder(models))];
  const carried = files.find(([, text]) => text.includes("\r\n"))?.[0];
  const line: Finding =
    carried === undefined
      ? { sign: "ok", text: "line ends of models/ and generated/ are LF" }
      : {
          sign: "bad",
          text: `${carried} has CRLF line ends; expected LF: keep the .gitattributes of \`kiln init\`, then \`git add --renormalize .\``,
        };
  const attributes = isThere(resolve(generated, "../../.gitattributes"));
  return attributes ? [line] : [line, { sign: "note", text: "no .gitattributes beside generated/; git may change line ends there" }];
}
