import { describe, expect, it } from "vitest";
import { combineCalibration } from "../../src/features/limits/combine-calibration.ts";
import { importedSpans } from "../../src/features/limits/combine-imported-spans.ts";
import { withOwnLimit } from "../../src/features/limits/own-limits.ts";
import { conflicts } from "../../src/scenario/conflicts.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";

const found = (beforePercent: number | null, afterPercent: number, usd: number) => {
  const view = combineCalibration({ beforePercent, afterPercent, usd });
  if (view.problem !== null) throw new Error(view.problem);
  return view;
};

describe("a limit from one's own meter", () => {
  it("has a narrower band where the week had just begun: $90 at 45 % is 90 / 0.455 to 90 / 0.445 a week", () => {
    const { sentence, rows } = found(null, 45, 90);
    expect(sentence).toContain("$90.00 of work moved the meter by 45 %, give or take 0.5: the plan covers about $200");
    expect(rows[0]?.cells).toEqual(["A week", "$197.80", "$200.00", "$202.25"]);
  });

  it("is wider between two readings, and × 52/12 a month: $36 for 35 ± 1 %", () => {
    const { rows, limit } = found(10, 45, 36);
    // 36 / 0.36 = 100 and 36 / 0.34 = 105.88 a week
    expect(rows[0]?.cells.slice(1)).toEqual(["$100.00", "$102.86", "$105.88"]);
    expect(limit.low).toBeCloseTo((100 * 52) / 12, 9);
    expect(limit.high).toBeCloseTo(((36 / 0.34) * 52) / 12, 9);
  });

  it("offers its low end for both where the meter may not have moved at all", () => {
    const { limit, openEnd, rows } = found(44, 45, 2);
    // 2 / 0.02 = 100 a week
    expect(limit.low).toBeCloseTo((100 * 52) / 12, 9);
    expect(limit.high).toBe(limit.low);
    expect(openEnd).toContain("may not have moved at all");
    expect(rows[0]?.cells.at(-1)).toBe("no end");
    // 2 ± 1 has one
    expect(found(43, 45, 2).openEnd).toBeNull();
  });

  it.each([
    [45, 45, 10, /stand higher/],
    [46, 45, 10, /stand higher/],
    [10, 45, 0, /what the work in between cost/],
  ])("says why nothing follows from %s to %s at $%s", (before, after, usd, why) => {
    expect(combineCalibration({ beforePercent: before, afterPercent: after, usd }).problem).toMatch(why);
  });

  it("becomes the plan's own limit in whole cents, the other plans beginning as they were measured", () => {
    const change = withOwnLimit(DEFAULT_SCENARIO, "max", { low: 433.3333, high: 458.8235 });
    expect(change.limitRule).toBe("own");
    expect(change.ownLimits.max).toEqual({ low: 433.33, high: 458.82 });
    // 163 to 95 × 52/12 = 411.67
    expect(change.ownLimits.pro).toEqual({ low: 163, high: 412 });
    expect(change.ownLimits["team-standard"]).toBeNull();
    expect(conflicts({ ...DEFAULT_SCENARIO, ...change })).toEqual([]);
  });

  it("leaves own limits that were stated before as they are", () => {
    const stated = { ...DEFAULT_SCENARIO, ownLimits: { ...DEFAULT_SCENARIO.ownLimits, pro: { low: 1, high: 2 } } };
    const { ownLimits } = withOwnLimit(stated, "max", { low: 10, high: 20 });
    expect(ownLimits).toEqual({ ...stated.ownLimits, max: { low: 10, high: 20 } });
  });
});

describe("what imported usage cost", () => {
  const days = [
    { key: "2026-11-20", cost: 5 },
    { key: "2026-11-18", cost: 2.5 },
    { key: "2026-11-14", cost: 1 },
    { key: "2026-11-13", cost: 4 },
    { key: null, cost: 9 },
  ];

  it("is offered for spans of up to seven days that end with the newest one, and whole", () => {
    expect(importedSpans(days, 21.5).map(({ label }) => label)).toEqual([
      "2026-11-20 alone: $5.00",
      "the last 3 days, from 2026-11-18 to 2026-11-20: $7.50",
      // the 14th is day 7, the 13th would be day 8
      "the last 7 days, from 2026-11-14 to 2026-11-20: $8.50",
      "all of it: $21.50",
    ]);
  });

  it("is whole only where nothing has a day", () => {
    expect(importedSpans([], 3)).toEqual([{ id: "all", label: "all of it: $3.00", usd: 3 }]);
  });
});
