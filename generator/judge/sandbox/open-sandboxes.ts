import type { Program, Row, RunResult, Sandbox } from "../../types.ts";
import { openSandbox } from "./open-sandbox.ts";

/** One of several, and how many runs it has been given that have not ended. */
interface Cell {
  readonly sandbox: Sandbox;
  busy: number;
}

/** Several runners behind one port: each run goes to the least busy one. Every run has a fresh world, so the answers are the same. */
export function openSandboxes(count: number): Sandbox {
  const cells: readonly Cell[] = Array.from({ length: count }, () => ({ sandbox: openSandbox({}), busy: 0 }));

  const inOne = (
    programs: readonly Program[],
    rows: readonly Row[],
    times: Parameters<Sandbox["run"]>[2],
  ): Promise<readonly RunResult[]> => {
    const cell = cells.reduce((least, one) => (one.busy < least.busy ? one : least));
    cell.busy++;
    return cell.sandbox.run(programs, rows, times).finally(() => cell.busy--);
  };

  return {
    async run(programs, rows, times) {
      if (times === "variants" || programs.length < 2) return inOne(programs, rows, times);
      return (await Promise.all(programs.map((program) => inOne([program], rows, times)))).flat();
    },
    async close() {
      await Promise.all(cells.map(({ sandbox }) => sandbox.close()));
    },
  };
}
