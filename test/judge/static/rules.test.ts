import { describe, expect, test } from "vitest";
import { rules } from "./verdict.ts";

/** A feature of this body; `t` is the text of the row. */
function body(statements: string): string {
  return `export function f(row: Row): number {\n  const t = row.body ?? "";\n  ${statements}\n}\n`;
}

type Case = readonly [statements: string, rule: string];

async function refusals(cases: readonly Case[]): Promise<[string, boolean][]> {
  const found: [string, boolean][] = [];
  for (const [statements, rule] of cases) {
    const source = statements.includes("export ") ? statements : body(statements);
    found.push([`${statements} → ${(await rules(source)).join(", ")}`, (await rules(source)).includes(rule)]);
  }
  return found.filter(([, right]) => !right);
}

describe("a loop that could run for ever is refused", () => {
  test("when a list grows under another name", async () => {
    const names: readonly string[] = [
      "const b = a;",
      "const [b] = [a]; if (b === undefined) return 0;",
      "const o = { a }; const b = o.a;",
      "const o = { list: a }; const b = o.list;",
      "let b = [2]; b = a;",
      'const m = new Map<string, number[]>([["k", a]]); const b = m.get("k") ?? [];',
      "const m: number[][] = []; m.push(a); const b = m[0] ?? [];",
      "const hold = (): number[] => { return a; }; const b = hold();",
      "const b = [0].map(() => a)[0] ?? [];",
      "const b = t === '' ? a : [3];",
      "const b = Array.of(a)[0] ?? [];",
      "const b = a.values();",
      "const b = a.entries();",
    ];
    const cases = names.map((name): Case => [
      `const a: number[] = [1]; ${name} for (const x of b) { a.push(t.length); if (t === String(x)) return 1; } return 0;`,
      "still-lists",
    ]);
    expect(await refusals(cases)).toStrictEqual([]);
  });

  test("when its bound or its variable moves", async () => {
    expect(
      await refusals([
        ["let n = 0; for (let i = 0; i < i + 1; i++) n += 1; return n;", "finite-loops"],
        ["let s = t; for (let i = 0; i < s.length; i++) s += 'x'; return s.length;", "finite-loops"],
        ["const a = [1]; for (let i = 0; i < a.length; i++) a.push(i); return a.length;", "finite-loops"],
        ["const a = [1]; let n = 0; for (let i = 0; i < a.length && a.push(i) > 0; i++) n += 1; return n;", "finite-loops"],
        ["const a = [1]; const o = { a }; for (let i = 0; i < o.a.length; i++) a.push(i); return 0;", "still-lists"],
        ["let n = 0; for (let i = 0, m = Number(t); i < m; i++) n += 1; return n;", "finite-loops"],
        ["let n = 0; for (let i = 0; i < 10; i += 0.0000001) n += 1; return n;", "finite-loops"],
        ["let n = 0; for (let i = 0; i > -1; i++) n += 1; return n;", "finite-loops"],
        ["let n = 0; for (let i = -1e15; i < 10; i++) n += 1; return n;", "finite-loops"],
        ["let n = 0; for (let i = Number(t); i > 0; i--) n += 1; return n;", "finite-loops"],
        ["let n = 0; for (let i = 0; i < Math.max(t.length, Number(t)); i++) n += 1; return n;", "finite-loops"],
        ["let n = 0; for (let i = 0; i < 10 || t === ''; i++) n += 1; return n;", "finite-loops"],
        ["let n = 0; for (let i = 0; i < 10; ) { n += 1; } return n;", "finite-loops"],
        ["let n = 0; for (;;) { n += 1; }", "finite-loops"],
        ["let n = 0; while (n < 10) n += 1; return n;", "allowed-syntax"],
      ]),
    ).toStrictEqual([]);
  });

  test("when functions call each other", async () => {
    expect(
      await refusals([
        ["const g = (n: number): number => (n > 0 ? g(n - 1) : 0); return g(3);", "plain-functions"],
        ["const g = (): number => h(); const h = (): number => g(); return g();", "plain-functions"],
        [
          "function g(n: number): number { return h(n); }\nfunction h(n: number): number { return g(n); }\nexport function f(row: Row): number { return h(row.attachments ?? 0); }",
          "plain-functions",
        ],
        [
          "function g(n: number): number { return [n].map(g)[0] ?? 0; }\nexport function f(row: Row): number { return g(row.attachments ?? 0); }",
          "plain-functions",
        ],
        ["const g = { h: (n: number): number => n }; return g.h(1);", "plain-functions"],
        ["const fs = [(n: number): number => n]; return fs.length;", "plain-functions"],
      ]),
    ).toStrictEqual([]);
  });
});

test("what grows by itself in a loop is refused, however it is written", async () => {
  const doublings: readonly string[] = [
    "s += s;",
    "s = s + s;",
    "s = `${s}${s}`;",
    "const u = s; s += u;",
    "const u = s.trim(); const v = u + u; s = v;",
    "s = [s, s].join('');",
    "s = s.concat(s);",
    "s = s.repeat(2);",
    "s = s.replace(/./g, '$&$&');",
    "s = s.replace(/./g, '$&x');",
    "s = s.replace(/./g, () => s);",
    "s = s.replaceAll('a', 'aa');",
    "s = s.split('').join('xx');",
    "s = s.split('').map((c) => c + c).join('');",
    "s = s.split('').map(() => s).join('');",
    "s = s.split('').flatMap((c) => [c, c]).join('');",
    "const twice = (u: string): string => u + u; s = twice(s);",
    "const more = (): string => s + s; s = more();",
    "for (const c of [s]) s += c;",
    "const o = { s, u: s }; s = o.s + o.u;",
    "const [u, v] = [s, s]; s = u + v;",
    "s = [s].reduce((sum, u) => sum + u, s);",
  ];
  const cases = doublings.map((line): Case => [
    `let s = t; for (const w of t.split(' ')) { if (w === '') continue; ${line} } return s.length;`,
    "bounded-growth",
  ]);
  expect(await refusals(cases)).toStrictEqual([]);
  expect(
    await refusals([
      ["let a = t.split(''); for (const w of t.split(' ')) { if (w !== '') a = a.concat(a); } return a.length;", "bounded-growth"],
      ["let a = t.split(''); for (const w of t.split(' ')) { if (w !== '') a = [...a, ...a]; } return a.length;", "bounded-growth"],
      ["const a = [t]; for (const w of t) { if (w !== '') a.push(a.join('')); } return a.length;", "bounded-growth"],
      ["let a = t; let b = 'x'; for (const w of t) { if (w !== '') { a += b; b += a; } } return a.length;", "bounded-growth"],
      ["return t.split('').reduce((s) => s + s, 'x').length;", "bounded-growth"],
      [
        "function twice(s: string): string { const u = s; return u + s; }\nexport function f(row: Row): number { let s = row.body ?? ''; for (let i = 0; i < 60; i++) s = twice(s); return s.length; }",
        "bounded-growth",
      ],
    ]),
  ).toStrictEqual([]);
});

test("what the function did not make, it may not change", async () => {
  expect(
    await refusals([
      ["const TABLE = [1, 2];\nexport function f(row: Row): number { TABLE.push(row.attachments ?? 0); return TABLE.length; }", "own-data"],
      [
        "const TABLE = [1, 2];\nexport function f(row: Row): number { const b = TABLE; b.push(row.attachments ?? 0); return b.length; }",
        "own-data",
      ],
      [
        "const TABLE = [1, 2];\nexport function f(row: Row): number { let b = [0]; b = TABLE; b.push(row.attachments ?? 0); return b.length; }",
        "own-data",
      ],
      [
        "const TABLE = [1, 2];\nexport function f(row: Row): number { const b = row.body === null ? TABLE : [0]; b.push(1); return b.length; }",
        "own-data",
      ],
      [
        "const TABLE = [[1], [2]];\nexport function f(row: Row): number { for (const b of TABLE) b.push(row.attachments ?? 0); return 0; }",
        "own-data",
      ],
      [
        "const TABLE = [[1], [2]];\nexport function f(row: Row): number { const [b] = TABLE; b?.push(row.attachments ?? 0); return 0; }",
        "own-data",
      ],
      ["const SEEN = new Set<string>();\nexport function f(row: Row): number { SEEN.add(row.body ?? ''); return SEEN.size; }", "own-data"],
      [
        "function g(list: number[]): number { list.push(1); return list.length; }\nexport function f(row: Row): number { return g([row.attachments ?? 0]); }",
        "own-data",
      ],
      ["let n = 0; t.split('').map((c) => { n += 1; return c; }); return n;", "own-data"],
      ["const seen: string[] = []; t.split('').filter((c) => seen.push(c) > 1); return seen.length;", "own-data"],
      ["t.trim(); return 0;", "own-data"],
    ]),
  ).toStrictEqual([]);
});

test("patterns that remember are refused wherever they come from", async () => {
  expect(
    await refusals([
      ["return /a/g.test(t) ? 1 : 0;", "regex-use"],
      ["const re = /a/g; return re.test(t) ? 1 : 0;", "regex-use"],
      [
        "const RES: readonly RegExp[] = [/a/, /b/g];\nexport function f(row: Row): number { return RES.filter((re) => re.test(row.body ?? '')).length; }",
        "regex-use",
      ],
      [
        "const RES = [[/a/g, 1]] as const;\nexport function f(row: Row): number { for (const [re, n] of RES) if (re.test(row.body ?? '')) return n; return 0; }",
        "regex-use",
      ],
      [
        "const RULES = [{ re: /a/g }];\nexport function f(row: Row): number { for (const rule of RULES) if (rule.re.exec(row.body ?? '') !== null) return 1; return 0; }",
        "regex-use",
      ],
      [
        "function has(t: string, re: RegExp): boolean { return re.test(t); }\nexport function f(row: Row): number { return has(row.body ?? '', /a/g) ? 1 : 0; }",
        "regex-use",
      ],
      [
        "const RES: readonly RegExp[] = [/a/g];\nexport function f(row: Row): number { const has = (re: RegExp): boolean => re.test(row.body ?? ''); return RES.filter(has).length; }",
        "regex-use",
      ],
      ["const res: RegExp[] = [/b/]; res.push(/a/g); return res.some((re) => re.test(t)) ? 1 : 0;", "regex-use"],
      ["return t.search(/a/g);", "regex-use"],
      ["return [...t.matchAll(/a/)].length;", "regex-use"],
      ["return t.replaceAll(/a/, '').length;", "regex-use"],
      ["return /a/y.test(t) ? 1 : 0;", "linear-regexes"],
    ]),
  ).toStrictEqual([]);
});

test("the machinery of the language is out of reach", async () => {
  expect(
    await refusals([
      ["return t['constructor'] === undefined ? 0 : 1;", "allowed-names"],
      ["const { constructor: c } = { constructor: 1 }; return c;", "allowed-names"],
      ["const o: Readonly<Record<string, number>> = { a: 1 }; return o[t] ?? 0;", "safe-access"],
      ["const o: Partial<Readonly<Record<'a' | 'constructor', number>>> = {}; return o['a'] ?? 0;", "allowed-names"],
      ["return Math.pow(t.length, 2);", "type-2339"],
      ["return t.length ** 2;", "allowed-operators"],
      ["return Math.max(...t.split('').map((c) => c.length));", "plain-calls"],
      ["return t.localeCompare('x');", "type-2339"],
      ["return parseInt(t);", "type-2554"],
      ["const g = t.trim; return g.length;", "plain-calls"],
      ["return arguments.length;", "known-globals"],
      ["const x = [Math]; return x.length;", "known-globals"],
      ["switch (t) { case 'a': const u = 1; return u; default: return 0; }", "plain-declarations"],
      ["interface Row { readonly extra: string }\nexport function f(row: Row): number { return row.extra.length; }", "plain-declarations"],
      ["export function f(row: Row): string { return row.body ?? ''; }", "answer-type"],
      ["export function f(row: string): number { return row.length; }", "asked-parameter"],
      ["export const f = (row: Row): number => row.attachments ?? 0;", "one-export"],
      ["export function f(row: Row): number { return Object.keys(row).length; }", "type-2345"],
    ]),
  ).toStrictEqual([]);
});
