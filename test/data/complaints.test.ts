import { expect, test } from "vitest";
import { load } from "../../generator/data/load.ts";
import { profile } from "../../generator/data/profile.ts";
import { split } from "../../generator/data/split.ts";
import { sharedData } from "../shared-data.ts";
import { column, csvAt, sourceOf } from "./source.ts";

const complaints = sharedData("cfpb_complaints/complaints_sample.csv");
const merge = new Map([
  ["Payday loan", "Payday loan, title loan, or personal loan"],
  ["Credit card", "Credit card or prepaid card"],
  ["Bank account or service", "Checking or savings account"],
  ["Consumer Loan", "Vehicle loan or lease"],
]);

test.each(complaints === null ? [] : [complaints])(
  "form letters among real complaints stay on one side of the split (%s)",
  async (file) => {
    const columns = [
      { ...column("narrative", "text", "masked"), name: "Consumer complaint narrative" },
      { ...column("company", "category", "values"), name: "Company" },
      { ...column("received", "date", "shape"), name: "Date received" },
    ];
    const source = sourceOf("", {
      columns,
      target: { kind: "class", column: "Product", sentence: "", merge },
      leaks: ["Issue", "Sub-issue", "Sub-product"],
    });
    const { dataset, ignored } = await load({ ...source, place: csvAt(file) });
    expect([dataset.rows.length, dataset.task.kind === "class" && dataset.task.classes.length]).toStrictEqual([6623, 9]);
    expect(ignored).not.toContain("Issue");

    const copies = dataset.rows.flatMap((row, i) =>
      String(row["narrative"]).startsWith("There are many mistakes appear in my report") ? [dataset.groups[i]] : [],
    );
    expect([copies.length > 10, new Set(copies).size]).toStrictEqual([true, 1]);

    const { train, holdout } = split(dataset, { kind: "random", holdout: 0.25, seed: 1 });
    const trained = new Set(train.groups);
    expect(holdout.groups.some((group) => trained.has(group))).toBe(false);
    expect(Math.abs(holdout.rows.length / dataset.rows.length - 0.25)).toBeLessThan(0.01);

    const narrative = profile(train).columns[0]?.facts.join("\n") ?? "";
    expect(narrative).toMatch(/typical of Mortgage.*: mortgage \(/);
    expect(narrative).toMatch(/typical of Student loan.* navient \(/);
  },
);
