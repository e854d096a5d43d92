import { KilnError } from "./errors.ts";
import type { Meter } from "./asking.ts";
import type { Ports } from "./ports.ts";

/** How a person stops a run without losing what was paid for. */
interface Stop {
  /** Asks the run to stop as soon as no answer is under way; false when it was asked to before. */
  request(): boolean;
  /** The ports, watched for answers under way. */
  watched(ports: Ports): Ports;
  /** Ends with the work, or by a KilnError "interrupted". */
  unlessStopped<T>(work: Promise<T>): Promise<T>;
}

/** Opens the way to stop one run. */
export function openStop(): Stop {
  let requested = false;
  let busy = 0;
  let stop: ((error: KilnError) => void) | null = null;
  const stopped = new Promise<never>((_, reject) => (stop = reject));
  stopped.catch(() => {});

  const settle = (): void => {
    if (requested && busy === 0) stop?.(interrupted());
  };
  const enter = (): void => {
    busy += 1;
  };
  /** Later than everything that follows at once, such as the recording of an answer. */
  const leave = (): void => {
    busy -= 1;
    setImmediate(settle);
  };
  const watchedMeter = (meter: Meter): Meter => ({
    ...meter,
    start() {
      if (requested) throw interrupted();
      meter.start();
      enter();
    },
    end(usage) {
      meter.end(usage);
      leave();
    },
  });

  return {
    request() {
      if (requested) return false;
      requested = true;
      settle();
      return true;
    },
    watched: (ports) => ({
      ...ports,
      live: ports.live === null ? null : watchedModel(ports.live),
      store: {
        ...ports.store,
        async put(reply) {
          enter();
          await ports.store.put(reply).finally(leave);
        },
      },
    }),
    unlessStopped: (work) => Promise.race([work, stopped]),
  };

  function watchedModel({ complete }: NonNullable<Ports["live"]>): NonNullable<Ports["live"]> {
    return { complete: (request, meter) => complete(request, watchedMeter(meter)) };
  }
}

function interrupted(): KilnError {
  return new KilnError(
    "interrupted",
    "interrupted; nothing was replaced, and every answer so far is recorded: the same command goes on from here",
  );
}
