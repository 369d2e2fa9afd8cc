import { describe, expect, it } from "vitest";
import { budgetJob, drawnMonths, estimatedMonth } from "../../src/features/budget/budget-months.ts";
import { combineBudget } from "../../src/features/budget/combine-budget.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import type { Budget } from "../../src/scenario/scenario.ts";

const NONE: Budget = { monthlyUsd: null, dailyUsd: null, taxPercent: 0, startingCredit: false };
const MONTHS = [
  { id: "p50", name: "The middle month", label: "p50", usd: 200 },
  { id: "p90", name: "A dear month", label: "p90", usd: 400 },
];
const viewOf = (budget: Partial<Budget>, months = MONTHS) =>
  combineBudget({ budget: { ...NONE, ...budget }, workingDays: 20 }, months);

describe("a budget", () => {
  it("says on which working day each alert and the cap is reached, in each of the months", () => {
    const { alerts } = viewOf({ monthlyUsd: 200 });
    // $10 a day: 100, 150, 180, 200 after 10, 15, 18, 20 days; at $20 a day 5, 8 (7.5), 9, 10
    expect(alerts?.rows.map(({ cells }) => cells)).toEqual([
      ["50 % alert", "$100.00", "day 10 of 20", "day 5 of 20"],
      ["75 % alert", "$150.00", "day 15 of 20", "day 8 of 20"],
      ["90 % alert", "$180.00", "day 18 of 20", "day 9 of 20"],
      ["The cap", "$200.00", "day 20 of 20", "day 10 of 20"],
    ]);
    expect(alerts?.columns.map(({ label }) => label)).toEqual(["Reached", "US$ a month", "p50", "p90"]);
  });

  it("says what is to spare, what is wanted beyond, and nothing of the kind where the month is the cap", () => {
    expect(viewOf({ monthlyUsd: 300 }).sentence).toBe(
      "Cap of $300.00 a month: the middle month ($200.00) stays within it, with $100.00 to spare; a dear month ($400.00) reaches it on working day 15 and wants $100.00 more. Spread evenly it is $15.00 a working day.",
    );
    expect(viewOf({ monthlyUsd: 200 }).sentence).toContain("the middle month ($200.00) reaches it on working day 20;");
  });

  it("does without a cap, and says what a cap of nothing means", () => {
    expect(viewOf({})).toEqual({
      sentence: "No cap is set: nothing stops a month that grows.",
      alerts: null,
      daily: [],
      bill: null,
    });
    expect(viewOf({ monthlyUsd: 0 })).toMatchObject({ sentence: expect.stringContaining("lets nothing through"), alerts: null });
    expect(viewOf({ dailyUsd: 0 }).daily).toEqual(["A daily limit of $0 lets nothing through."]);
  });

  it("holds a daily limit against each month", () => {
    // 15 × 20 = 300; the middle month has days of 10, the dear one of 20
    expect(viewOf({ dailyUsd: 15 }).daily).toEqual([
      "Kept to $15.00 a working day a month costs at most $300.00.",
      "The middle month, spread evenly, keeps it.",
      "A dear month, spread evenly, wants $5.00 more on each of its days.",
    ]);
  });

  it("keeps credit and tax in lines of their own: (200 − 5) × 19 % = 37.05", () => {
    const { bill } = viewOf({ startingCredit: true, taxPercent: 19 });
    expect(bill?.rows.map(({ cells }) => cells.slice(0, 2))).toEqual([
      ["Usage at API rates", "$200.00"],
      ["Starting credit, first month only", "−$5.00"],
      ["Tax of 19 %", "$37.05"],
      ["To pay", "$232.05"],
    ]);
    expect(viewOf({ taxPercent: 19 }).bill?.rows.map(({ id }) => id)).toEqual(["usage", "tax", "total"]);
  });

  it("is held against the estimated month of all developers while no range is drawn", () => {
    const team = estimate({ ...DEFAULT_SCENARIO, developers: 2 });
    // 2 × 194.53536
    expect(estimatedMonth(team, 15).months.map(({ usd }) => usd)).toEqual([expect.closeTo(389.07072, 9)]);
  });

  it("is held against the p50 and the p90 month of the range", () => {
    const { months, workingDays } = drawnMonths({ p10: 100, p50: 200, p90: 400, mean: 230 }, 20);
    const { sentence, alerts } = combineBudget({ budget: { ...NONE, monthlyUsd: 300 }, workingDays }, months);
    // 300 of $10 a day is never reached, of $20 a day after 15
    expect(sentence).toContain(
      "the p50 month ($200.00) stays within it, with $100.00 to spare; the p90 month ($400.00) reaches it",
    );
    expect(alerts?.columns.map(({ label }) => label)).toEqual(["Reached", "US$ a month", "p50 month", "p90 month"]);
    expect(alerts?.rows.at(-1)?.cells.slice(2)).toEqual(["not reached", "day 15 of 20"]);
  });

  it("is held against months of all developers, whatever days were imported", () => {
    const team = { ...DEFAULT_SCENARIO, developers: 4 };
    // 3 sessions a day × 4
    expect(budgetJob(team, estimate(team))?.months.everyone.days).toMatchObject({ kind: "assumed", sessions: [{ perDay: 12 }] });
    const many = { ...DEFAULT_SCENARIO, developers: 1_000_000 };
    expect(budgetJob(many, estimate(many))).toBeNull();
  });
});
