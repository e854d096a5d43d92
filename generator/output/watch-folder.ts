import { watch } from "node:fs/promises";

/** Milliseconds of silence after which a change counts as saved: editors write a file in several strokes. */
const settled = 150;

/** Yields each time that a file of a folder has been saved, until the signal says stop. */
export async function* watchFolder(folder: string, signal: AbortSignal): AsyncGenerator<void> {
  const changes = watch(folder, { signal })[Symbol.asyncIterator]();
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
