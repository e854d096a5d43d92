import type { Reporter, TestModule } from "vitest/node";

/** Ends a run with "N passed, N failed", by the runner's own counts. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((one) => one.result().state === "passed").length;
    const failed =
      tests.filter((one) => one.result().state === "failed").length + modules.filter((module) => module.errors().length > 0).length;
    process.once("exit", () => process.stdout.write(`${passed} passed, ${failed} failed\n`));
  }
}
