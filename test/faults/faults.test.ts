import { afterAll, expect, test } from "vitest";
import { allFaults, budget, openFaultServer, phases } from "./fault-server.ts";

const server = await openFaultServer();
afterAll(() => server.close());

/** Each fault in one of the phases, in turn; `npm run bench -- faults` runs every fault in every phase. */
const meetings = allFaults.map((fault, i) => ({ ...fault, phase: phases[i % phases.length]! }));

test.each(meetings)(
  "$name in $phase: a result or one clear line, within the budget, without the key; later nothing is asked twice",
  async (one) => {
    const { tries, met, message, ...found } = await server.meet(one, one.phase);
    expect(found).toStrictEqual({
      end: one.ends ? expect.stringMatching(/^(?:endpoint|budget)$/) : "ok",
      result: !one.ends,
      differences: 0,
      leaked: false,
      leftovers: [],
      askedTwice: [],
      laterEnd: "ok",
    });
    expect(met).toBeGreaterThan(0);
    expect(tries).toBeLessThanOrEqual(budget.calls);
    expect(message).not.toMatch(/\n/);
  },
);

test("the budget stops a run before the question that could overrun it, and a larger one goes on", async () => {
  expect(await server.stopAndGoOn(3)).toStrictEqual({ end: "budget", before: phases.slice(0, 3), laterEnd: "ok", after: phases.slice(3) });
});
