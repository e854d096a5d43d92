import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { printMonitorPage } from "../../generator/report/print-monitor-page.ts";
import { printReport } from "../../generator/report/print-report.ts";
import { reportOf } from "./input.ts";

/** Debian's browser; where there is none the page is not tested in one, and the run says so. */
const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));
if (executablePath === undefined)
  process.stderr.write(
    "NOT TESTED: the pages of report and monitor in a browser; /usr/bin/chromium is missing (apt-get install chromium)\n",
  );
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe.skipIf(executablePath === undefined)("in a real browser (skipped without /usr/bin/chromium)", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath!, args: ["--no-sandbox"] });
  });
  afterAll(() => browser.close());

  const pages = [
    ["report", () => printReport(reportOf(100))],
    [
      "monitoring",
      async () =>
        printMonitorPage({
          pipeline: "plain",
          sentence: "100 rows",
          alarms: ["input plan: missing"],
          drifts: { head: ["what", "name", "effect", "p"], rows: [["input", "plan", "0.1", "0.01"]] },
          figures: { head: ["figure", "before", "now"], rows: [["accuracy", "0.9", "0.8"]] },
        }),
    ],
  ] as const;
  const looks = (["light", "dark"] as const).flatMap((scheme) => [390, 1280].map((width) => [scheme, width] as const));

  test.each(pages.flatMap(([name, print]) => looks.map(([scheme, width]) => [name, scheme, width, print] as const)))(
    "the %s, %s and %i pixels wide, loads nothing, fits, and axe finds nothing",
    async (_, colorScheme, width, print) => {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.setContent(await print());
      expect(asked).toStrictEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
      await page.evaluate(axe);
      const found = (await page.evaluate(
        "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))",
      )) as string[];
      expect(found).toStrictEqual([]);
      await page.close();
    },
  );
});
