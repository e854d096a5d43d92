/** Programs that try to get out: each answers "PWN …" if it reached anything of the host. Bodies of `f(v)`. */
export const escapes: Readonly<Record<string, string>> = {
  "constructor of this": `try { const g = (function () { return this; }).call(undefined) || f; return "PWN " + g.constructor.constructor("return process")().version; } catch (e) { return "no"; }`,
  "constructor of an array": `try { return "PWN " + [].constructor.constructor("return process")().version; } catch (e) { return "no"; }`,
  "constructor of the argument": `try { return "PWN " + v.constructor.constructor("return process")().version; } catch (e) { return "no"; }`,
  "constructor of a stack overflow": `function r() { r(); } try { r(); } catch (e) { try { return "PWN " + e.constructor.constructor("return process")().version; } catch (x) { return "no"; } } return "no";`,
  "constructors of async and generator functions": `const out = []; for (const g of [async function () {}, function* () {}, async function* () {}]) { try { out.push("PWN " + g.constructor("return process")()); } catch (e) { out.push("no"); } } return out.join();`,
  "Function, eval and friends": `const out = []; for (const t of ["Function", "eval", "process", "require", "module", "globalThis", "fetch", "setTimeout", "queueMicrotask", "WebAssembly", "SharedArrayBuffer", "Atomics", "Date", "Intl", "console", "structuredClone", "Buffer", "performance", "crypto", "Proxy", "Reflect", "Symbol", "Promise", "WeakRef", "FinalizationRegistry", "Uint8Array", "Iterator", "JSON"]) out.push(t); try { if (typeof Function !== "undefined" || typeof eval !== "undefined" || typeof process !== "undefined" || typeof require !== "undefined" || typeof globalThis !== "undefined" || typeof fetch !== "undefined" || typeof setTimeout !== "undefined" || typeof queueMicrotask !== "undefined" || typeof WebAssembly !== "undefined" || typeof Date !== "undefined" || typeof Intl !== "undefined" || typeof console !== "undefined" || typeof Buffer !== "undefined" || typeof Proxy !== "undefined" || typeof Reflect !== "undefined" || typeof Promise !== "undefined" || typeof Uint8Array !== "undefined" || typeof SharedArrayBuffer !== "undefined" || typeof WeakRef !== "undefined" || typeof JSON !== "undefined") return "PWN a global is left"; } catch (e) { return "PWN " + e; } return "no";`,
  "a hook on stack traces": `try { Error.prepareStackTrace = (e, calls) => calls; } catch (e) {} try { const calls = new Error().stack; if (typeof calls === "string" || calls === undefined) return "no"; for (const c of calls) for (const x of [c.getThis && c.getThis(), c.getFunction && c.getFunction()]) if (x) return "PWN " + typeof x; return "PWN call sites"; } catch (e) { return "no"; }`,
  "an Error of its own with a hook": `try { Error = { prepareStackTrace: (e, calls) => calls }; } catch (e) {} try { null.x; } catch (e) { return typeof e.stack === "object" ? "PWN call sites" : "no"; } return "no";`,
  "clock, chance and locale": `const out = []; for (const m of ["random", "exp", "log", "pow", "sin"]) if (typeof Math[m] === "function") out.push(m); for (const m of ["toLocaleString", "toLocaleUpperCase", "localeCompare"]) if (typeof "a"[m] === "function" && m !== "toLocaleString") out.push(m); if ((1).toLocaleString !== Object.prototype.toLocaleString) out.push("n"); return out.length > 0 ? "PWN " + out.join() : "no";`,
  "the caller": `try { const c = f.caller || arguments.callee.caller; return c ? "PWN " + c : "no"; } catch (e) { return "no"; }`,
  "the last match of another": `return RegExp.$1 === undefined && RegExp.lastMatch === undefined ? "no" : "PWN " + RegExp.lastMatch;`,
  "built-ins of the driver": `try { Object.prototype.polluted = 1; Array.prototype.push = () => 0; String.prototype.slice = () => "PWN"; Object.freeze = () => { throw 1; }; Object.defineProperty(Array.prototype, "0", { set() { throw 1; } }); } catch (e) {} return "no";`,
  "species and subclasses": `try { class X extends Array { static get [Object.getOwnPropertySymbols(Array)[0]]() { return function () { return {}; }; } } const y = new X(1, 2, 3).map((x) => x); return y && y.process ? "PWN" : "no"; } catch (e) { return "no"; }`,
};

/** Programs that break the form that foreign text is put into, or answer what is no answer. Whole scripts. */
export const forgeries: Readonly<Record<string, string>> = {
  "closes the function that it is put into": `function f() { return "no"; } return f; })(); Object.prototype.x = 1; (function () { function f() { return "no"; }`,
  "names every global while it loads": `const names = Object.getOwnPropertyNames((function () { return Object; })()); function f() { return names.length > 0 ? "no" : "no"; }`,
  "imports by an expression": `const p = import("node:fs"); p.then; function f() { return "PWN"; }`,
  "imports in what it breaks out of": `return 1; })(); import("node:fs").then((m) => m.writeFileSync("/tmp/pwned", "x")); (function () { function f() { return "PWN"; }`,
  "throws while it loads": `throw { get code() { for (;;) {} }, toString() { for (;;) {} } }; function f() { return "PWN"; }`,
  "never ends while it loads": `for (;;) {} function f() { return "PWN"; }`,
  "is no script": `function f( {`,
  "has another name": `function g() { return "PWN"; }`,
  "is no function": `const f = "PWN";`,
  "answers an object with hooks": `function f() { return { toString() { return "PWN"; }, toJSON() { return "PWN"; } }; }`,
  "answers a symbolic string object": `function f() { return new String("PWN"); }`,
  "answers nothing": `function f() {}`,
  "throws an object with hooks": `function f() { throw { get name() { throw 1; }, get message() { return "PWN"; } }; }`,
  "throws an endless message": `function f() { throw { name: "PWN", get message() { for (;;) {} } }; }`,
  "leaves a rejection behind": `function f() { (async () => { throw 1; })(); return "PWN"; }`,
  "waits for itself": `async function g() { for (;;) await 0; } function f() { g(); return "PWN"; }`,
};

/** Programs that never end or grow without end. Bodies of `f(v)`. */
export const bombs: Readonly<Record<string, string>> = {
  "an endless loop": `for (;;) {}`,
  "an endless loop in finally": `for (;;) { try { for (;;) {} } catch (e) {} finally { for (;;) {} } }`,
  "an exponential regular expression": `return String(/^(a+)+$/.test("a".repeat(60) + "!"));`,
  "an endless comparator": `const a = Array.from({ length: 1000 }, (_, i) => i); a.sort(() => { for (;;) {} }); return "x";`,
  "endless recursion": `function r(n) { return n === 0 ? 0 : 1 + r(n - 1); } return String(r(1e7));`,
  "an endless list": `const a = []; for (;;) a.push({ x: a.length, y: "k" + a.length });`,
  "a text that doubles": `let s = "x".repeat(1024); const k = []; for (;;) k.push((s + k.length).split("").join("-"));`,
  "long texts": `const a = []; for (let i = 0; i < 64; i++) a.push("ab".repeat(1 << 27).toUpperCase()); return "ok";`,
  "a join of four billion holes": `const a = new Array(4294967295); return "j" + a.join("x").length;`,
  "a search through a sparse array": `const a = new Array(1 << 28); return String(a.includes(1)) + a.indexOf(2);`,
  "a big integer": `let x = 3n; for (let i = 0; i < 26; i++) x = x * x; return String(x).length + "";`,
  "a deep regular expression": `return String(new RegExp("(".repeat(100000) + ")".repeat(100000)).test("a"));`,
  "a huge answer": `return "z".repeat(1 << 28);`,
  "normalization of much": `const s = "\\u1E9B\\u0323".repeat(1 << 23); let n = 0; for (let i = 0; i < 50; i++) n += s.normalize("NFKD").length; return String(n);`,
};
