// Preloaded into a run: counts what it does to files under FAULT_ROOT, and at operation FAULT_AT kills it or lets the operation fail.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { isMainThread } from "node:worker_threads";

const { FAULT_ROOT: root = "", FAULT_AT: at = "0", FAULT_KIND: kind = "", FAULT_COUNT: countFile = "" } = process.env;
const writeFileSync = fs.writeFileSync;
const watched = new WeakSet();
let count = 0;

/** Kills the process or throws where it is the operation's turn. */
function turn(name) {
  count += 1;
  if (count !== Number(at)) return;
  if (kind === "kill") process.kill(process.pid, "SIGKILL");
  throw Object.assign(new Error(`${kind}: injected, ${name}`), { code: kind, errno: -1, syscall: name });
}

function inside(path) {
  return typeof path === "string" && path.startsWith(root) && /[/\\](?:models|generated|\.kiln)(?:[/\\]|$)/.test(path.slice(root.length));
}

/** Whether an opened file may be written, or is a folder that is synced. */
function patch(object, names, paths = 1) {
  for (const name of names) {
    const own = object[name];
    object[name] = function (...values) {
      if (values.slice(0, paths).some(inside)) turn(name);
      return own.apply(this, values);
    };
  }
}

if (isMainThread && root !== "") {
  patch(fs, ["mkdirSync", "writeFileSync", "rmSync"]);
  patch(fs, ["linkSync", "renameSync"], 2);
  patch(fs.promises, ["mkdir", "rm"]);
  patch(fs.promises, ["rename"], 2);
  const open = fs.promises.open;
  fs.promises.open = async function (path, ...rest) {
    if (!inside(path)) return open.call(this, path, ...rest);
    turn("open");
    const file = await open.call(this, path, ...rest);
    if (!watched.has(Object.getPrototypeOf(file))) {
      const prototype = Object.getPrototypeOf(file);
      watched.add(prototype);
      for (const name of ["writeFile", "truncate", "sync", "close"]) {
        const own = prototype[name];
        prototype[name] = async function (...values) {
          if (watched.has(this)) {
            if (name === "close") await own.apply(this, values);
            turn(name);
            if (name === "close") return undefined;
          }
          return own.apply(this, values);
        };
      }
    }
    watched.add(file);
    return file;
  };
  syncBuiltinESMExports();
  if (countFile !== "") process.on("exit", () => writeFileSync(countFile, String(count)));
}
