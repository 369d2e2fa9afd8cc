import { describe, expect, it } from "vitest";
import { combineMonthRange, dollarsOfDays, type RangeJob, rangeJob } from "../../src/features/month-range/combine-month-range.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import type { MonthSpread } from "../../src/scenario/month-spread.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";

function jobOf(fields: Partial<Scenario> = {}, dollars: readonly number[] | null = null): RangeJob {
  const scenario = { ...DEFAULT_SCENARIO, ...fields };
  const job = rangeJob(scenario, estimate(scenario), dollars);
  if (job === null) throw new Error("this can be drawn");
  return job;
}

const FIGURES = { p10: 140, p50: 190, p90: 250, mean: 195.4 };
const SPREAD: MonthSpread = {
  everyone: FIGURES,
  oneDeveloper: FIGURES,
  bins: [
    { from: null, to: 150, cheapest: 0.1, middle: 0.05, dearest: 0 },
    { from: 150, to: 200, cheapest: 0, middle: 0.5, dearest: 0 },
    { from: 200, to: null, cheapest: 0, middle: 0.25, dearest: 0.1 },
  ],
  atLow: [
    { id: "api", share: 0.02 },
    { id: "pro", share: 0.15 },
    { id: "max", share: 0.83 },
    { id: "ultra", share: 0 },
  ],
  atHigh: [
    { id: "api", share: 0.02 },
    { id: "pro", share: 0.9 },
    { id: "max", share: 0.08 },
    { id: "ultra", share: 0 },
  ],
};

describe("the range in words", () => {
  it("names p10, p50, p90 and the mean of a month", () => {
    expect(combineMonthRange(jobOf(), SPREAD).takeaway).toBe(
      "Half of the months cost up to $190 on the API (p50); one in ten up to $140 (p10), one in ten over $250 (p90). The mean is $195.",
    );
  });

  it("says whose month it is where there are several developers", () => {
    expect(combineMonthRange(jobOf({ developers: 12 }), SPREAD).takeaway).toContain(
      "Half of the months of all 12 developers cost",
    );
  });

  it("is one figure where all months cost the same", () => {
    const even = { ...SPREAD, everyone: { p10: 60, p50: 60, p90: 60, mean: 60 } };
    expect(combineMonthRange(jobOf(), even).takeaway).toBe("Every month costs $60.00 on the API.");
    const free = { ...SPREAD, everyone: { p10: 0, p50: 0, p90: 0, mean: 0 } };
    expect(combineMonthRange(jobOf(), free).takeaway).toBe("This work costs nothing: every month is $0.");
  });

  it("labels bins by their ends, the outer ones open", () => {
    const { chart, rows } = combineMonthRange(jobOf(), SPREAD);
    expect(chart.rows.map(({ label }) => label)).toEqual(["under $150", "$150–200", "$200 or more"]);
    // 10% + 5%
    expect(rows[0]?.cells).toEqual(["under $150", "10%", "5%", "0%", "15%"]);
  });
});

describe("bins near to each other", () => {
  it("have labels that differ", () => {
    const bins = [58.5, 59, 59.5].map((from) => ({ from, to: from + 0.5, cheapest: 0, middle: 0.3, dearest: 0 }));
    expect(combineMonthRange(jobOf(), { ...SPREAD, bins }).chart.rows.map(({ label }) => label)).toEqual([
      "$58.50–59",
      "$59–59.50",
      "$59.50–60",
    ]);
  });
});

describe("the cheaper choice in words", () => {
  it("says in how many months, at both ends of the limits", () => {
    expect(combineMonthRange(jobOf(), SPREAD).verdict).toBe(
      "Max is the cheaper choice in 83% of months if limits are at their low end, Pro is the cheaper choice in 90% if they are at their high end.",
    );
  });

  it("says it once where both ends agree", () => {
    expect(combineMonthRange(jobOf(), { ...SPREAD, atHigh: SPREAD.atLow }).verdict).toBe(
      "Max is the cheaper choice in 83% of months, whichever end of the limits holds.",
    );
  });

  it("compares plans for one developer of a team", () => {
    const { verdict, notes } = combineMonthRange(jobOf({ developers: 12 }), SPREAD);
    expect(verdict).toContain("in 83% of months of one developer");
    expect(notes.some((note) => note.includes("a plan's limit is one person's"))).toBe(true);
  });

  it("lists the choices that are the cheapest in any month, the most frequent first", () => {
    // 0.83 + 0.08 = 0.91 for Max, 0.15 + 0.90 = 1.05 for Pro, Ultra in none
    expect(combineMonthRange(jobOf(), SPREAD).shareRows.map(({ cells }) => cells)).toEqual([
      ["Pro", "15%", "90%"],
      ["Max", "83%", "8%"],
      ["API", "2%", "2%"],
    ]);
  });

  it("compares nothing for programs", () => {
    const only = [{ id: "api", share: 1 }];
    const { verdict, shareRows } = combineMonthRange(jobOf({ work: "app" }), { ...SPREAD, atLow: only, atHigh: only });
    expect(verdict).toBe("Plans do not cover this kind of work: the API serves it in every month.");
    expect(shareRows).toEqual([]);
  });
});

describe("imported days", () => {
  it("are those with priced requests, today apart", () => {
    const days = [
      { day: "2026-11-17", cost: 5, requests: 3 },
      { day: "2026-11-18", cost: 0, requests: 0 },
      { day: "2026-11-19", cost: 0, requests: 2 },
      { day: "2026-11-20", cost: 7, requests: 1 },
      { day: "2026-11-21", cost: 1, requests: 1 },
    ];
    expect(dollarsOfDays(days)).toEqual([5, 7]);
  });

  it("say that they are used, and of how many days", () => {
    const { notes, takeaway } = combineMonthRange(jobOf({ developers: 12 }, [1, 2, 3, 4, 5]), SPREAD);
    expect(notes[0]).toContain("from your 5 imported days with work, 15 of them a month, of one developer");
    expect(takeaway).not.toContain("12 developers");
  });
});
