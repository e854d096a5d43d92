import { afterAll, expect, test } from "vitest";
import { random } from "../../generator/random.ts";
import { openInterruptions } from "./harness.ts";

const pipeline = await openInterruptions();
afterAll(() => pipeline.close());
const source = random(4);

/** What follows any interruption. */
const whole = { after: expect.stringMatching(/^(?:old|new)$/), brokenReplies: 0, leftovers: [] };

test("killed at random, models/ and generated/ are of one run, and no recorded answer is asked for again", async () => {
  await pipeline.reset();
  let lost = 0;
  for (let i = 0; i < 6; i++) {
    const trial = await pipeline.trial({ afterMs: 100 + source.below(Math.ceil(pipeline.wholeMs)) });
    expect(trial).toMatchObject(whole);
    lost = trial.lost;
  }
  expect(await pipeline.goOn()).toBe("new");
  expect(pipeline.askedTwice()).toBe(lost);
});

/** The last operations, where folders change places, and some others; the bench takes them all. */
const places = [...[1, 2, 3].map(() => 1 + source.below(pipeline.operations)), ...[0, 1, 2, 3, 5].map((k) => pipeline.operations - k)];

test.each(places)("at file operation %i: old or new, one line, and the next run ends well", async (at) => {
  for (const kind of ["kill", "ENOSPC"]) {
    await pipeline.reset();
    const { lost, ...trial } = await pipeline.trial({ at, kind });
    expect(trial).toMatchObject(whole);
    expect(trial.err).not.toMatch(/\n\s+at /);
    expect(lost).toBeLessThanOrEqual(Number(kind === "kill"));
    expect(await pipeline.goOn()).toBe("new");
    expect(pipeline.askedTwice()).toBe(lost);
  }
});
