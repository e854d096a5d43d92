import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { KilnError } from "../errors.ts";
import { parseJson } from "./parse-json.ts";
import { isRecord } from "./shape.ts";

/** Who writes: a process of a machine. */
interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** Times that a lock of the dead is cleared away before another one is to blame. */
const patience = 5;

/**
 * Works under the lock of a pipeline's folders, so that no two runs write them at once. The lock of a process that has died is taken over.
 *
 * @param folder Absolute; holds the file `lock`.
 * @param signal Sends signal 0 to a process of this machine; throws where there is none.
 * @throws {KilnError} "locked" when another run holds it.
 */
export async function withLock<T>(folder: string, self: Holder, signal: (pid: number) => unknown, work: () => Promise<T>): Promise<T> {
  const release = takeLock(folder, self, (pid) => isAlive(pid, signal));
  return work().finally(release);
}

function isAlive(pid: number, signal: (pid: number) => unknown): boolean {
  try {
    signal(pid);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Takes the lock; what it returns gives it back. */
function takeLock(folder: string, self: Holder, alive: (pid: number) => boolean): () => void {
  const lock = join(folder, "lock");
  const own = join(folder, `lock.${self.pid}`);
  const text = JSON.stringify({ ...self, born: birthOf(self.pid) });
  mkdirSync(folder, { recursive: true });
  writeFileSync(own, text);
  try {
    for (let i = 0; i < patience && !linked(own, lock); i++) clearDead(lock, self, alive);
    if (readIf(lock) !== text) throw held(lock, readIf(lock) ?? "");
  } finally {
    rmSync(own, { force: true });
  }
  return () => {
    if (readIf(lock) === text) rmSync(lock, { force: true });
  };
}

/** A link comes into being with its text, or not at all. */
function linked(own: string, lock: string): boolean {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Moves away the lock of a dead process; one that came in between is put back. */
function clearDead(lock: string, { pid, host }: Holder, alive: (pid: number) => boolean): void {
  const text = readIf(lock);
  if (text === null) return;
  const holder = parseJson(text);
  const dead =
    isRecord(holder) &&
    holder["host"] === host &&
    typeof holder["pid"] === "number" &&
    (!alive(holder["pid"]) || holder["born"] !== birthOf(holder["pid"]));
  if (!dead) throw held(lock, text);
  const away = `${lock}.${pid}.dead`;
  if (!existsSync(lock)) return;
  renameSync(lock, away);
  if (readIf(away) !== text && !existsSync(lock)) linkSync(away, lock);
  rmSync(away, { force: true });
}

function readIf(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/** When a process started, in ticks since the machine did, where /proc tells it; so that a number given anew is not taken for the old one. */
function birthOf(pid: number): string | null {
  const stat = readIf(`/proc/${pid}/stat`);
  return stat === null ? null : (stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null);
}

function held(lock: string, text: string): KilnError {
  const holder = parseJson(text);
  const who = isRecord(holder) ? `process ${String(holder["pid"])} on ${String(holder["host"])}` : "a process that did not say its name";
  return new KilnError("locked", `another run is under way: ${who} holds ${lock}; wait for it, or delete the file if that process is gone`);
}
