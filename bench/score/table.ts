import { DuckDBInstance } from "@duckdb/node-api";
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { random } from "../../generator/random.ts";

const teams = ["access", "billing", "bug", "howto"] as const;
const cues = {
  access: ["login", "password", "code"],
  billing: ["invoice", "refund", "charged"],
  bug: ["crash", "error", "broken"],
  howto: ["how", "where", "setting"],
};

/** Invented support messages of about 410 bytes a line: 45 words of a made-up vocabulary, and in three of four a word that tells the team. */
export async function writeJsonl(file: string, rows: number): Promise<void> {
  const source = random(11);
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const words = Array.from({ length: 4000 }, () => Array.from({ length: 3 + source.below(7) }, () => letters[source.below(26)]).join(""));
  const stream = createWriteStream(file);
  for (let id = 0; id < rows; id++) {
    const team = teams[source.below(4)]!;
    const body = Array.from({ length: 45 }, () => words[Math.min(source.below(4000), source.below(4000))]!);
    if (source.below(4) > 0) body[source.below(45)] = cues[team][source.below(3)]!;
    const channel = ["mail", "chat", "phone", "form"][source.below(4)];
    const row = {
      id,
      channel,
      tenure: source.below(2000),
      at: `2026-0${1 + source.below(9)}-1${source.below(10)}`,
      body: body.join(" "),
      team,
    };
    if (!stream.write(`${JSON.stringify(row)}\n`)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "finish");
}

export async function writeParquet(from: string, to: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1", memory_limit: "500MB" });
  const connection = await instance.connect();
  await connection.run(
    `COPY (SELECT * FROM read_json('${from}', format = 'newline_delimited')) TO '${to}' (FORMAT parquet, COMPRESSION zstd)`,
  );
  connection.closeSync();
  instance.closeSync();
}
