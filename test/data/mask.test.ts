import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shown as shownBy, untagged } from "../../generator/data/mask.ts";
import { maskKeyOf, tagger } from "../../generator/data/mask-key.ts";
import { credentials, loose, personal } from "../../generator/data/personal-data.ts";
import { quoted } from "../../generator/data/quoted.ts";
import type { Cell, Column } from "../../generator/types.ts";
import { column } from "./source.ts";

const shown = (cell: Cell, of: Column): string | null => {
  const text = shownBy(cell, of, tagger("00"));
  return text === null ? null : untagged(text);
};
const masked = (text: string): string | null => shown(text, column("body", "text", "masked"));
const values = (text: string): string | null => shown(text, column("body", "text", "values"));

describe("what leaves the machine", () => {
  test.each([
    ["mail jane.doe+x@mail.example.co.uk now", "mail <email> now"],
    ["jane (at) example (dot) org", "<email>"],
    ["call +49 (0)30 1234-5678 today", "call <phone> today"],
    ["call (212) 555-0134 or 555-0134", "call <phone> or <phone>"],
    ["Tel. 030 1234567, mobile 07700 900123", "Tel. <phone>, mobile <phone>"],
    ["from 192.168.0.17 and 2001:db8::ff00:42:8329", "from <ip> and <ip>"],
    ["SSN 078-05-1120, CPF 123.456.789-09", "SSN <id>, CPF <id>"],
    ["IBAN DE89 3704 0044 0532 0130 00.", "IBAN <iban>."],
    ["case 20391847 and 1234 5678 9012", "case <number> and <phone>"],
    ["ＴＥＬ ０７７００９００１２３", "TEL <phone>"],
    ["zero\u200b077\u200b00900123", "zero<phone>"],
    ["pin ٠١٢٣٤٥٦٧٨", "pin <phone>"],
  ])("masked: %j", (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  test.each([
    ["key sk-proj-4f9aB7xQ2LmN8pR3tV6w"],
    ["AKIAIOSFODNN7EXAMPLE"],
    ["ghp_16C7e42F292c6912E7710c838347Ae178B4a"],
    ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P"],
    ["Authorization: Bearer dGhpc0lzQVRva2Vu"],
    ["password: hunter2!"],
    ["my password is hunter2"],
    ["API_KEY=abcdefgh"],
    ["postgres://admin:s3cr3t@db/x"],
    ["https://x.example/reset?token=abc123&u=9"],
    ["4111 1111 1111 1111"],
    ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
    ["-----BEGIN PRIVATE KEY-----\nMIIEvQ+abc/def\n-----END PRIVATE KEY-----"],
  ])("credentials stay even where values are sent: %j", (text) => {
    const out = values(text) ?? "";
    expect(out).toMatch(/<(?:key|token|secret|card)>/);
    for (const secret of [
      "4f9aB7",
      "IOSF",
      "16C7",
      "dozj",
      "dGhpc",
      "hunter2",
      "abcdefgh",
      "s3cr3t",
      "abc123",
      "1111 1111",
      "9f86d",
      "MIIEvQ",
    ]) {
      expect(out).not.toContain(secret);
    }
  });

  test.each([
    ["On 2026-01-05 08:26 and 05.01.2026 I paid 1.234.567,89 EUR and $49"],
    ["INV-20391 on Win 11 / Edge, release 2026.14, error PX-17, 12:30:45"],
    ["HOW. DO. I. QUIT. the basic understanding of this is 50% off"],
    ["password is incorrect"],
    ["XXXX XXXX said {$240.00} on XX/XX/2019 under section 605B"],
    ["https://example.com/help/page"],
  ])("what is nobody's secret stays: %j", (text) => {
    expect(masked(text)).toBe(text);
  });

  test("a column's send decides", () => {
    const cell = "Jane 0815, jane@example.org";
    expect(shown(cell, column("c", "text", "never"))).toBeNull();
    expect(shown(cell, column("c", "text", "shape"))).toBe("Aaaa 9999, aaaa@aaaa.aaa");
    expect(shown(cell, column("c", "text", "masked"))).toBe("<name> 0815, <email>");
    expect(shown(cell, column("c", "text", "values"))).toBe("<name> 0815, <email>");
    expect(shown(cell, column("c", "text", "raw"))).toBe(cell);
    expect(shown(null, column("c", "text", "values"))).toBeNull();
    expect(shown(-12.5, column("c", "number", "shape"))).toBe("-99.9");
    expect(shown(-12.5, column("c", "number", "values"))).toBe("-12.5");
    expect(shown(4111111111111111, column("c", "number", "values"))).toBe("<card>");
    expect(shown("2026-01-05T08:26", column("c", "date", "masked"))).toBe("2026-01-05T08:26");
  });

  test("a long cell is cut, never inside a placeholder or a pair", () => {
    expect(values("x".repeat(2000))).toBe(`${"x".repeat(700)}…`);
    expect(values(`${"x".repeat(699)}😀 and on`)).toBe(`${"x".repeat(699)}…`);
    expect(masked(`${"x ".repeat(348)}  a@b.example and on`)).toMatch(/x {3}…$/);
  });

  test("no e-mail, phone or card gets through in any surroundings", () => {
    const secret = fc.constantFrom("ann.b@corp.example", "+44 20 7946 0958", "5500 0000 0000 0004", "078-05-1120");
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 30 }),
        secret,
        fc.string({ unit: "grapheme", maxLength: 30 }),
        (before, found, after) => {
          expect(masked(`${before} ${found} ${after}`)).not.toContain(found);
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });

  test("a long run of anything is searched in linear time by every pattern", () => {
    const runs = [
      "a",
      "0",
      "0 ",
      "a@",
      "-",
      "eyJ-",
      "eyJ.",
      "sk-",
      ":",
      "a:",
      "1.",
      "http://a?",
      "x=",
      "key:",
      "-----BEGIN A-----",
      "(",
      "+1",
      "A0",
    ];
    for (const run of runs) {
      const text = run.repeat(Math.floor(50_000 / run.length));
      for (const { pattern } of [...credentials, ...personal, ...loose]) text.replace(pattern, "");
    }
  });
});

test("a message about a cell quotes no person", () => {
  expect(quoted("call Priya Raman, priya.raman@example.org")).toBe('"call <name>, <email>"');
  expect(quoted('12,50 "EUR"')).toBe(String.raw`"12,50 \"EUR\""`);
});

describe("tags", () => {
  const tag = tagger("a");
  test("are equal for equal texts however they are spaced, under one key alone", () => {
    expect(tag("+49 30 1234")).toBe(tag("+49-30-1234"));
    expect(tag("+49 30 1234")).not.toBe(tag("+49 30 1235"));
    expect(tag("+49 30 1234")).not.toBe(tagger("b")("+49 30 1234"));
  });

  test("hang on every cell and target, and not on the hash of the file", () => {
    const rows = [{ a: "x" }, { a: null }];
    const key = maskKeyOf(rows, ["p", "q"]);
    expect(maskKeyOf([{ a: "x" }, { a: null }], ["p", "q"])).toBe(key);
    expect(maskKeyOf([{ a: "x" }, { a: "" }], ["p", "q"])).not.toBe(key);
    expect(maskKeyOf(rows, ["p", "p"])).not.toBe(key);
  });
});

describe("names", () => {
  test.each([
    ["My name is Oluwaseun Adeyemi and I wait", "My name is <name> and I wait"],
    ["Dear Ms. Thandiwe Mokoena, thanks", "Dear Ms. <name>, thanks"],
    ["It broke.\nKind regards,\nZsofia van der Berg", "It broke.\nKind regards,\n<name>"],
    ["Please ask Maria; Maria knows", "Please ask <name>; <name> knows"],
    ["je m'appelle chloé durand", "je m'appelle <name>"],
    ["we met Henrik Falkenstein. Falkenstein agreed", "we met <name>. <name> agreed"],
    ["from kealoha.leilani@x.example: Kealoha asks", "from <email>: <name> asks"],
  ])("%j", (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  test.each([
    ["Hello team, the Northbeam Pro Plan is down since Monday"],
    ["Will you refund me? May I mark it as read? Grace period, Jan 5"],
    ["WILL NOT WORK. Thanks for nothing"],
    ["Best regards from New York"],
  ])("leave alone %j", (text) => {
    expect(masked(text)).toBe(text);
  });
});
