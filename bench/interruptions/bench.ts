import { random } from "../../generator/random.ts";
import { openInterruptions, type Trial } from "../../test/interruptions/harness.ts";
import type { Figure } from "../figure.ts";

export const about =
  "A pipeline with an old result whose config has changed, so that a run asks twice, learns, and replaces models/ and generated/. It is killed (SIGKILL) 500 times " +
  "at random moments, each run going on where the last one was killed, until one ends; and killed, or refused by a full disk, at every one of its operations on files. " +
  "After each the folders are looked at as the next start recovers them, and the server counts what it is asked. An answer that has left the server and is killed on its way, " +
  "in the network's hands or before the one write that keeps it, no program can save: these are counted apart, without a goal.";

const kills = 500;

interface Done {
  readonly trials: Trial[];
  /** Answers asked for again although they were on the disk. */
  askedAgain: number;
  wrongEnds: number;
}

/** Counts what must not happen. */
export async function run(): Promise<Figure[]> {
  const pipeline = await openInterruptions();
  const random500 = await killedAtRandom(pipeline);
  const killed = await atEveryOperation(pipeline, "kill");
  const full = await atEveryOperation(pipeline, "ENOSPC");
  await pipeline.close();
  return [
    ...figuresOf(`${random500.trials.length} kills at random`, random500),
    ...figuresOf(`a kill at each of ${killed.trials.length} file operations`, killed),
    ...figuresOf(`a full disk at each of ${full.trials.length} file operations`, full),
    none("a full disk: more than one line, or a stack", full.trials.filter(({ err }) => /\n\s+at /.test(err)).length),
  ];
}

async function killedAtRandom(pipeline: Awaited<ReturnType<typeof openInterruptions>>): Promise<Done> {
  const source = random(5);
  const done: Done = { trials: [], askedAgain: 0, wrongEnds: 0 };
  await pipeline.reset();
  for (let i = 0; i < kills; i++) {
    const trial = await pipeline.trial({ afterMs: source.below(Math.ceil(1.1 * pipeline.wholeMs)) });
    done.trials.push(trial);
    if (trial.after !== "new" && i + 1 < kills) continue;
    done.askedAgain += pipeline.askedTwice() - trial.lost;
    done.wrongEnds += Number((await pipeline.goOn()) !== "new");
    await pipeline.reset();
  }
  return done;
}

async function atEveryOperation(pipeline: Awaited<ReturnType<typeof openInterruptions>>, kind: string): Promise<Done> {
  const done: Done = { trials: [], askedAgain: 0, wrongEnds: 0 };
  for (let at = 1; at <= pipeline.operations; at++) {
    await pipeline.reset();
    const trial = await pipeline.trial({ at, kind });
    done.trials.push(trial);
    done.wrongEnds += Number((await pipeline.goOn()) !== "new");
    done.askedAgain += pipeline.askedTwice() - trial.lost;
  }
  return done;
}

function figuresOf(what: string, { trials, askedAgain, wrongEnds }: Done): Figure[] {
  const lost = trials.reduce((sum, { lost: n }, i) => sum + Math.max(0, n - (what.includes("random") ? (trials[i - 1]?.lost ?? 0) : 0)), 0);
  return [
    none(`${what}: corrupt or mixed folders`, trials.filter(({ after }) => after === "mixed").length),
    none(
      `${what}: broken replies or leftovers`,
      trials.filter(({ brokenReplies, leftovers }) => brokenReplies + leftovers.length > 0).length,
    ),
    none(`${what}: recorded answers asked for again`, askedAgain),
    none(`${what}: next runs that did not end in the new result`, wrongEnds),
    (what.startsWith("a full disk") ? none : shown)(`${what}: answers lost between the server's last byte and their write`, lost),
    shown(`${what}: caught half way and completed by the next start`, trials.filter(({ before }) => before === "mixed").length),
  ];
}

function none(figure: string, ours: number): Figure {
  return { figure, unit: "", ours, peer: null, peerName: null, ratio: null, goal: "0", met: ours === 0 };
}

function shown(figure: string, ours: number): Figure {
  return { ...none(figure, ours), goal: "", met: null };
}
