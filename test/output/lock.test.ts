import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withLock } from "../../generator/output/lock.ts";

const folder = (): Promise<string> => mkdtemp(join(tmpdir(), "kiln-lock-"));
const me = { pid: process.pid, host: "here" };
const other = { pid: 2_000_000_000, host: "here" };
const alive = (): boolean => true;
const dead = (): boolean => {
  throw Object.assign(new Error("kill ESRCH"), { code: "ESRCH" });
};

test("a lock is had once, says who has it, and is given back", async () => {
  const at = await folder();
  await withLock(at, me, alive, async () => {
    await expect(withLock(at, other, alive, async () => {})).rejects.toMatchObject({
      code: "locked",
      message: expect.stringContaining(`process ${process.pid} on here holds ${at}/lock`),
    });
    expect(await readdir(at)).toStrictEqual(["lock"]);
  });
  expect(await readdir(at)).toStrictEqual([]);
  expect(await withLock(at, other, alive, async () => 7)).toBe(7);
});

test("is given back when the work fails", async () => {
  const at = await folder();
  await expect(withLock(at, me, alive, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await readdir(at)).toStrictEqual([]);
});

test("the lock of a dead process is taken over, that of another machine never", async () => {
  const at = await folder();
  await writeFile(join(at, "lock"), JSON.stringify({ ...other, born: null }));
  await withLock(at, me, dead, async () => {
    expect(JSON.parse(await readFile(join(at, "lock"), "utf8"))).toMatchObject(me);
  });
  await writeFile(join(at, "lock"), JSON.stringify({ ...other, host: "there", born: null }));
  await expect(withLock(at, me, dead, async () => {})).rejects.toThrow("process 2000000000 on there");
});

test("a process number that was given anew is not the old process", async () => {
  const at = await folder();
  await writeFile(join(at, "lock"), JSON.stringify({ ...me, born: "-1" }));
  await withLock(at, me, alive, async () => {});
  expect(await readdir(at)).toStrictEqual([]);
});

test("who no longer has the lock does not take it from another one", async () => {
  const at = await folder();
  await withLock(at, me, alive, () => writeFile(join(at, "lock"), JSON.stringify({ ...other, born: null })));
  expect(await readdir(at)).toStrictEqual(["lock"]);
});
