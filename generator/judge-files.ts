import { readText } from "./data/read-text.ts";
import { candidateOfFile } from "./judge/candidate-of-file.ts";
import { columnsOfFile } from "./judge/columns-of-file.ts";
import { examine } from "./judge/examine.ts";
import { checkProperties } from "./judge/properties.ts";
import type { Issue, Row, Sandbox } from "./types.ts";

/** What `kiln judge` says of one file. */
interface FileVerdict {
  readonly file: string;
  readonly verdict: "kept" | "refused";
  readonly issues: readonly Issue[];
}

/** A file declares its own `Row`, so nothing is put before it; no training row is known here. */
const ownWorld = { rowDeclaration: "", rowTexts: new Set<string>() };

/** Puts files through the gates that need no cases and no rows: form, subset, types, regular expressions, hostile inputs. */
export async function judgeFiles(files: readonly string[], sandbox: Sandbox): Promise<FileVerdict[]> {
  const verdicts: FileVerdict[] = [];
  for (const file of files) {
    const issues = await objections(file, await readText(file), sandbox);
    verdicts.push({ file, verdict: issues.length === 0 ? "kept" : "refused", issues });
  }
  return verdicts;
}

async function objections(file: string, text: string, sandbox: Sandbox): Promise<readonly Issue[]> {
  const read = candidateOfFile(file, text);
  const candidate = read.kind === "normalizer" ? { ...read, column: "value" } : read;
  const examined = await examine(candidate, ownWorld);
  if (!examined.ok) return examined.issues;
  const { columns, fit } = columnsOfFile(candidate.source);
  const fitted = new WeakMap<readonly Row[], readonly Row[]>();
  const fitting: Sandbox = {
    run: (programs, rows) => {
      const known = fitted.get(rows) ?? rows.map(fit);
      fitted.set(rows, known);
      return sandbox.run(programs, known);
    },
    close: () => sandbox.close(),
  };
  return checkProperties(examined.program, { sandbox: fitting, columns, rows: [] });
}
