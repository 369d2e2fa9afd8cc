import { describe, expect, it } from "vitest";
import { capacityCaveat, capacityEstimates, capacityRange, weeklyCapacityRange } from "../../src/rates/plan-capacity.ts";
import { plans } from "../../src/rates/plans.ts";

describe("what people measured a plan to cover", () => {
  it.each([
    // 95 × 52 / 12 = 411.67 is above 163
    ["pro", 163, (95 * 52) / 12],
    // 523 × 52 / 12 = 2,266.33; 550 × 52 / 12 = 2,383.33
    ["max", 1_354, (550 * 52) / 12],
    // 1,300 × 52 / 12 = 5,633.33 is above 2,700; 4,411 × 52 / 12 = 19,114.33
    ["ultra", 2_700, (4_411 * 52) / 12],
  ])("%s covers from %d to %d a month", (plan, low, high) => {
    expect(capacityRange(plan)?.low).toBeCloseTo(low, 9);
    expect(capacityRange(plan)?.high).toBeCloseTo(high, 9);
  });

  it.each(["free", "team-standard", "team-premium", "enterprise", "max_5x", "toString", ""])("nobody measured %j", (plan) => {
    expect(capacityRange(plan)).toBeNull();
  });

  it.each([
    // 163 × 12 / 52 = 37.62 is below 95
    ["pro", (163 * 12) / 52, 95],
    // 1,354 × 12 / 52 = 312.46 is below 523
    ["max", (1_354 * 12) / 52, 550],
    // 2,700 × 12 / 52 = 623.08 is below 1,300; the 492 that prices output alone is left out
    ["ultra", (2_700 * 12) / 52, 4_411],
  ])("%s covers from %d to %d a week", (plan, low, high) => {
    expect(weeklyCapacityRange(plan)?.low).toBeCloseTo(low, 9);
    expect(weeklyCapacityRange(plan)?.high).toBe(high);
  });

  it("nobody measured a week of a team's seat", () => {
    expect(weeklyCapacityRange("team-standard")).toBeNull();
  });

  it("keeps every dollar figure that was published", () => {
    expect(
      capacityEstimates.map(({ plan, usdPerWeek, usdPerMonth }) => [plan, usdPerWeek ?? "month", usdPerWeek ?? usdPerMonth]),
    ).toEqual([
      ["pro", "month", { low: 163, high: 163 }],
      ["pro", { low: 95, high: 95 }, { low: 95, high: 95 }],
      ["max", { low: 523, high: 523 }, { low: 523, high: 523 }],
      ["max", { low: 550, high: 550 }, { low: 550, high: 550 }],
      ["max", "month", { low: 1_354, high: 1_354 }],
      ["ultra", { low: 1_300, high: 1_300 }, { low: 1_300, high: 1_300 }],
      ["ultra", { low: 1_900, high: 1_900 }, { low: 1_900, high: 1_900 }],
      ["ultra", { low: 3_098, high: 4_129 }, { low: 3_098, high: 4_129 }],
      ["ultra", { low: 4_411, high: 4_411 }, { low: 4_411, high: 4_411 }],
      ["ultra", "month", { low: 2_700, high: 2_700 }],
      ["ultra", { low: 492, high: 492 }, { low: 492, high: 492 }],
    ]);
  });

  it("counts 52 weeks as 12 months", () => {
    // 3,098 × 52 / 12 = 13,424.67; 4,129 × 52 / 12 = 17,892.33
    const spread = capacityEstimates.find(({ usdPerWeek }) => usdPerWeek?.low === 3_098);
    expect(spread?.usdPerMonth.low).toBeCloseTo(13_424.666_667, 5);
    expect(spread?.usdPerMonth.high).toBeCloseTo(17_892.333_333, 5);
  });

  it("leaves out of the range the one figure that prices output alone, and says why", () => {
    const unsound = capacityEstimates.filter(({ sound }) => !sound);
    expect(unsound.map(({ source }) => source)).toEqual(["rhombus.so/limits.html"]);
    expect(unsound[0]?.whyNot).toMatch(/output/);
    // 492 × 52 / 12 = 2,132 would be the least of Ultra
    expect(unsound[0]?.usdPerMonth.low).toBe(2_132);
    expect(capacityRange("ultra")?.low).toBe(2_700);
  });

  it("gives each figure in words, with period, method and source, for a plan that exists", () => {
    const ids = plans.map(({ id }) => id);
    for (const { plan, asMeasured, period, method, source, usdPerMonth } of capacityEstimates) {
      expect(ids).toContain(plan);
      expect(asMeasured).toMatch(/\$[\d,]+.* a (week|month)/);
      for (const text of [period, method, source]) expect(text.trim()).not.toBe("");
      expect(usdPerMonth.low).toBeLessThanOrEqual(usdPerMonth.high);
    }
  });

  it("says beside them that none is official or newer than the change of limits", () => {
    expect(capacityCaveat).toMatch(/never official/);
    expect(capacityCaveat).toContain("2026-09-14");
  });
});
