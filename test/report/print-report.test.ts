import { expect, test } from "vitest";
import { printMonitorPage } from "../../generator/report/print-monitor-page.ts";
import { printReport } from "../../generator/report/print-report.ts";
import { reportOf } from "./input.ts";

test("the same report is the same bytes, without a script, an address to load from, or markup from outside", async () => {
  const text = await printReport(reportOf(3));
  expect(await printReport(reportOf(3))).toBe(text);
  expect(text).not.toMatch(/<script|<link|<img|<iframe|\bon\w+=|url\(|@import|src=|<b>/i);
  expect(text.match(/https?:\/\/[^"<\s]*/g)?.filter((address) => !address.startsWith("http://www.w3.org/"))).toStrictEqual([]);
});

test("a report of 100 steps stays small", async () => {
  expect((await printReport(reportOf(100))).length).toBeLessThan(1_500_000);
});

test("a monitoring without figures has none, and says when nothing is wrong", () => {
  const text = printMonitorPage({
    pipeline: "plain",
    sentence: "",
    alarms: [],
    drifts: { head: ["what"], rows: [["input"]] },
    figures: null,
  });
  expect(text).toContain('<p class="good">None.</p>');
  expect(text).not.toContain("<h2>Figures</h2>");
});
