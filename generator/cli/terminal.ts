import { createInterface as createQuestions } from "node:readline/promises";
import { createInterface } from "node:readline";
import type { StageNews } from "../ports.ts";

/** Asks on the terminal; Enter takes the proposal. */
export async function ask(question: string, proposal: string): Promise<string> {
  const terminal = createQuestions({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question}${proposal === "" ? "" : ` [${proposal}]`} `).finally(() => terminal.close());
  return answer.trim() === "" ? proposal : answer.trim();
}

/** Lines from the terminal, or of what is piped in. */
export async function* typed(prompt: string): AsyncGenerator<string> {
  const { stdin: input, stdout: output } = process;
  const lines = createInterface(output.isTTY ? { input, output, prompt } : { input });
  if (output.isTTY) lines.prompt();
  for await (const line of lines) {
    yield line;
    if (output.isTTY) lines.prompt();
  }
}

/** How far a run is, on the line under way; where there is no terminal, nothing. */
export function progress(share: number | null, text: string): void {
  if (!process.stderr.isTTY) return;
  const filled = share === null ? 0 : Math.floor(20 * share);
  const bar = share === null ? "" : `${"█".repeat(filled)}${"░".repeat(20 - filled)} `;
  process.stderr.write(`\r\u001B[2K${bar}${text}${share === 1 ? "\n" : ""}`);
}

/** A finished stage is a line; on a terminal the one under way is shown until then. */
export function printStage({ stage, text, done }: StageNews): void {
  const line = `${done ? "✔" : "…"} ${stage.padEnd(12)} ${text}`;
  if (process.stdout.isTTY) process.stdout.write(`\r\u001B[2K${line.slice(0, process.stdout.columns)}${done ? "\n" : ""}`);
  else if (done) print([line]);
}

export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function print(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}
