import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** The bundled command. */
export const cli = join(root, "dist/cli.js");

/** A project of its own in a folder with a blank and an umlaut, below the repository so that its Prettier settings hold. */
export async function openProject(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const home = join(root, ".kiln");
  await mkdir(home, { recursive: true });
  const folder = await mkdtemp(join(home, "project ü "));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the bundled command as a user would; the environment holds nothing of an endpoint unless it is given. */
export function kiln(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  input = "",
): Promise<Ended> {
  return startKiln(folder, args, environment, input).ended;
}

/** The same, while it runs. */
export function startKiln(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  input = "",
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn(process.execPath, [cli, ...args], { cwd: folder, env: { PATH: process.env["PATH"], ...environment } });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  child.stdin.end(input);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
  });
  return { child, ended };
}

/** An endpoint on loopback that gives each question the next of some texts, then the last again. */
export async function openEndpoint(
  answers: readonly string[],
): Promise<{ readonly url: string; readonly asked: () => number; readonly heard: () => string; readonly close: () => Promise<void> }> {
  let asked = 0;
  let heard = "";
  const server: Server = createServer((request, response) => {
    request.setEncoding("utf8").on("data", (text: string) => (heard += text));
    request.on("end", () => {
      const content = answers[Math.min(asked, answers.length - 1)];
      asked += 1;
      response.writeHead(200, { "content-type": "application/json" });
      response.end(
        JSON.stringify({
          id: "x",
          object: "chat.completion",
          created: 0,
          model: "test-model-1",
          choices: [{ index: 0, finish_reason: "stop", logprobs: null, message: { role: "assistant", content, refusal: null } }],
          usage: { prompt_tokens: 10, completion_tokens: 20, total_tokens: 30 },
        }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    asked: () => asked,
    heard: () => heard,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
