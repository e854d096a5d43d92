import { on } from "node:events";
import { watch } from "node:fs";

/** Milliseconds of silence after which a change counts as saved: editors write a file in several strokes. */
const settled = 150;

/**
 * Yields each time that a file of a folder has been saved, until the signal says stop. Watching begins with the call, not with the first
 * wait, so that what is saved in between counts.
 */
export function watchFolder(folder: string, signal: AbortSignal): AsyncGenerator<void> {
  return saves(on(watch(folder, { signal }), "change", { signal }), signal);
}

async function* saves(changes: AsyncIterator<unknown>, signal: AbortSignal): AsyncGenerator<void> {
  /** A stop while nobody waits is no failure. */
  const next = (): Promise<unknown> => {
    const change = changes.next();
    change.catch(() => undefined);
    return change;
  };
  let pending = next();
  try {
    for (;;) {
      await pending;
      for (let quiet = false; !quiet;) {
        pending = next();
        quiet = await Promise.race([
          pending.then(() => false),
          new Promise<boolean>((resolve) => setTimeout(() => resolve(true), settled)),
        ]);
      }
      yield;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
