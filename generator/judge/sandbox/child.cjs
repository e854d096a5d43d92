// @ts-check
"use strict";
/*
 * The inside of the wall: a process without environment, files or secrets. It reads frames on its standard input and answers
 * each on its standard output. A frame is two lengths (u32, little endian), a JSON head and a text body.
 * Foreign code runs only in contexts of its own; nothing of this realm is handed into one but strings, numbers and null.
 */
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { randomBytes } = require("node:crypto");
const { isNativeError } = require("node:util").types;
const vm = require("node:vm");

const prelude = new vm.Script(readFileSync(join(__dirname, "prelude.cjs"), "utf8"), { filename: "prelude" });
/** @type {Map<number, { n: number, columns: Map<string, Buffer> }>} */
const tables = new Map();
/** Cells of columns as they were last needed, so that a table is parsed once for many programs. @type {Map<Buffer, { cells: any[], size: number }>} */
const parsed = new Map();
/** Characters of these, and how many may stay: a step must find most of the heap free. */
let parsedSize = 0;
const mostParsed = 50_000_000;

// An error of this realm that got into a context (no way is known) must not be a handle on this one. Not RegExp: it would be slow.
for (const type of [Object, Function, Array, Error, TypeError, RangeError, SyntaxError, EvalError, ReferenceError, URIError]) {
  Object.freeze(type.prototype);
  Object.freeze(type);
}
Object.freeze(Object.getPrototypeOf([].values()));

let stray = false;
process.on("unhandledRejection", () => {
  stray = true;
});

/** @type {Buffer[]} */
let chunks = [];
let held = 0;
process.stdin.on("data", (chunk) => {
  chunks.push(chunk);
  held += chunk.length;
  while (held >= 8) {
    if (chunks[0].length < 8) chunks = [Buffer.concat(chunks)];
    const headLength = chunks[0].readUInt32LE(0);
    const length = 8 + headLength + chunks[0].readUInt32LE(4);
    if (held < length) return;
    const all = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
    chunks = [all.subarray(length)];
    held -= length;
    answer(JSON.parse(all.toString("utf8", 8, 8 + headLength)), all.subarray(8 + headLength, length));
  }
});
process.stdin.on("end", () => process.exit(0));

/** Does what a frame asks. The answer waits one turn, so that a rejection nobody handles is seen before it. */
function answer(/** @type {any} */ head, /** @type {Buffer} */ body) {
  if (head.op === "keep") return keep(head, body);
  const result = run(head, body.toString("utf8"));
  setImmediate(() => {
    const { text = "", ...rest } = stray ? { outcome: "stray", row: 0, detail: "" } : result;
    stray = false;
    const headBytes = Buffer.from(JSON.stringify({ nonce: head.nonce, ...rest }));
    const bodyBytes = Buffer.from(text);
    const lengths = Buffer.alloc(8);
    lengths.writeUInt32LE(headBytes.length, 0);
    lengths.writeUInt32LE(bodyBytes.length, 4);
    process.stdout.write(Buffer.concat([lengths, headBytes, bodyBytes]));
  });
}

/** Keeps a table: the body is its columns' JSON texts, one after the other. */
function keep(/** @type {any} */ head, /** @type {Buffer} */ body) {
  for (const id of head.drop) {
    for (const text of tables.get(id)?.columns.values() ?? []) {
      parsedSize -= parsed.get(text)?.size ?? 0;
      parsed.delete(text);
    }
    tables.delete(id);
  }
  const columns = new Map();
  let at = 0;
  for (const [property, length] of head.columns) {
    columns.set(property, Buffer.from(body.subarray(at, at + length)));
    at += length;
  }
  tables.set(head.table, { n: head.n, columns });
}

/**
 * Runs one program over one table, in a fresh world; or, when the body is a list, variants of one program one after the other in one world.
 * The answer is the values as JSON text, or what went wrong on which row.
 */
function run(/** @type {any} */ head, /** @type {string} */ body) {
  const table = tables.get(head.table);
  if (table === undefined) throw new Error(`table ${head.table} was never sent`);
  const context = vm.createContext(Object.create(null), {
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: "afterEvaluate",
  });
  const prepare = prelude.runInContext(context);
  const rows = head.cell ? null : vm.runInContext(rowsSource(head.properties), context);
  const { fill, drive } = prepare(head.properties.length, table.n, rows, JSON.stringify(head.returns), head.maxText);
  head.properties.forEach((/** @type {string} */ property, /** @type {number} */ c) => {
    const text = table.columns.get(property);
    const cells = text === undefined ? null : cellsOf(text);
    for (let i = 0; i < table.n; i++) fill(c, cells === null ? null : cells[i]);
  });
  if (!head.variants) return driveOver(head, context, drive, body);
  const results = JSON.parse(body).map((/** @type {string} */ js) => driveOver(head, context, drive, js));
  return { outcome: "variants", row: 0, detail: "", text: JSON.stringify(results) };
}

/** The cells of a column's JSON text. A long text that repeats a unit crosses as [unit, count, rest]. */
function cellsOf(/** @type {Buffer} */ text) {
  const known = parsed.get(text);
  if (known !== undefined) return known.cells;
  const cells = JSON.parse(text.toString("utf8"));
  let size = 0;
  for (let i = 0; i < cells.length; i++) {
    if (Array.isArray(cells[i])) cells[i] = cells[i][0].repeat(cells[i][1]) + cells[i][2];
    size += typeof cells[i] === "string" ? cells[i].length : 8;
  }
  if (parsedSize + size > mostParsed) {
    parsed.clear();
    parsedSize = 0;
  }
  parsed.set(text, { cells, size });
  parsedSize += size;
  return cells;
}

/** Loads a script in a world and drives its function over the rows. */
function driveOver(/** @type {any} */ head, /** @type {any} */ context, /** @type {unknown} */ drive, /** @type {string} */ js) {
  let outcome = "load";
  try {
    const f = vm.runInContext(`(function () { "use strict"; ${js}\nreturn ${head.name};\n})()`, context, { timeout: head.loadMs });
    const key = `k${randomBytes(12).toString("hex")}`;
    context[`${key}d`] = drive;
    context[`${key}f`] = f;
    const call = `(() => { const d = ${key}d, f = ${key}f; delete this.${key}d; delete this.${key}f; return d(f); })()`;
    outcome = "throws";
    const start = performance.now();
    const text = vm.runInContext(call, context, { timeout: head.timeoutMs });
    const ms = performance.now() - start;
    if (typeof text !== "string") return { outcome: "value", row: 0, detail: "an answer that is no text" };
    if (text.startsWith("[")) return { outcome: "values", text, ms };
    const [objection, row, ...detail] = text.slice(1).split(":");
    return { outcome: objection, row: Number(row), detail: detail.join(":") };
  } catch (thrown) {
    return { outcome: isTimeout(thrown) ? "time-limit" : outcome, row: 0, detail: "" };
  }
}

/** True for the error that ends a run that took too long. It is of the inner realm, so nothing is asked of it but an own plain property. */
function isTimeout(/** @type {unknown} */ thrown) {
  return isNativeError(thrown) && Object.getOwnPropertyDescriptor(thrown, "code")?.value === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}

/** Source of a function from columns to two: from i to row i, whose properties are all its own; and whether a row still is row i. */
function rowsSource(/** @type {string[]} */ properties) {
  const members = properties.map((p, i) => `${p === "__proto__" ? '["__proto__"]' : JSON.stringify(p)}: c${i}[i]`);
  const same = properties.map((p, i) => `row[${JSON.stringify(p)}] === c${i}[i]`);
  const parameters = properties.map((_, i) => `c${i}`).join();
  return `(function (${parameters}) { return { rowOf: (i) => ({ ${members.join()} }), isSame: (row, i) => ${same.join(" && ") || "true"} }; })`;
}
