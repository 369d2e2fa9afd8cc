import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { billAfterTax, budgetMonth, dailyLimit, dailyLimitFor } from "../../src/pricing/budget.ts";

const daysOf = (monthUsd: number, capUsd: number, workingDays: number) =>
  budgetMonth(monthUsd, { capUsd, workingDays }).marks.map(({ day }) => day);

describe("on which working day a month reaches its alerts and its cap", () => {
  it.each([
    // $10 a day: 50, 75, 90, 100 after 5, 7.5, 9, 10 days
    ["twice the cap", 200, 100, 20, [5, 8, 9, 10]],
    // $5 a day: 10, 15, 18, 20 days
    ["just the cap", 100, 100, 20, [10, 15, 18, 20]],
    // $4.95 a day: 10.1, 15.2, 18.2 days; 100 never
    ["a dollar below the cap", 99, 100, 20, [11, 16, 19, null]],
    // $5.05 a day: 9.9, 14.9, 17.8, 19.8 days
    ["a dollar above the cap", 101, 100, 20, [10, 15, 18, 20]],
    // $2.50 a day: 50 on the last day, the others never
    ["half the cap", 50, 100, 20, [20, null, null, null]],
    ["a dollar below half the cap", 49, 100, 20, [null, null, null, null]],
    // 150 / 22 = 6.82 a day: 45 on day 6.6, 67.5 on 9.9, 81 on 11.88, 90 on 13.2
    ["a month of 22 days", 150, 90, 22, [7, 10, 12, 14]],
    ["everything on the first day", 100_000, 1, 22, [1, 1, 1, 1]],
    ["no spending", 0, 100, 22, [null, null, null, null]],
    // 10.5 days of $10: 100 on day 10, 105 would be the half day
    ["a last day worked in part", 105, 105, 10.5, [6, 8, 10, 11]],
    ["one working day", 100, 100, 1, [1, 1, 1, 1]],
  ])("%s", (_why, monthUsd, capUsd, workingDays, days) => {
    expect(daysOf(monthUsd, capUsd, workingDays)).toEqual(days);
  });

  it.each([
    // 4 days × 0.75 is day 3, and in binary 0.17 × 75 × 4 / 17 is 3.0000000000000004; 0.9 × 4 = 3.6
    [0.17, 0.17, 4, [2, 3, 4, 4]],
    [1, 1, 10, [5, 8, 9, 10]],
    // 66 / 22 = 3 a day: 33 × 0.75 = 24.75 on day 8.25, 29.7 on 9.9, 33 on 11
    [66, 33, 22, [6, 9, 10, 11]],
    [0.7, 0.7, 7, [4, 6, 7, 7]],
  ])("a day that is reached exactly is that day: %d under %d on %d days", (monthUsd, capUsd, workingDays, days) => {
    expect(daysOf(monthUsd, capUsd, workingDays)).toEqual(days);
  });

  it("says what each alert is in dollars, a day's spending and what is past the cap", () => {
    expect(budgetMonth(150, { capUsd: 120, workingDays: 20 })).toEqual({
      monthUsd: 150,
      dayUsd: 7.5,
      // 60 / 7.5 = 8; 90 / 7.5 = 12; 108 / 7.5 = 14.4; 120 / 7.5 = 16
      marks: [
        { percent: 50, usd: 60, day: 8 },
        { percent: 75, usd: 90, day: 12 },
        { percent: 90, usd: 108, day: 15 },
        { percent: 100, usd: 120, day: 16 },
      ],
      pastCapUsd: 30,
    });
    expect(budgetMonth(119, { capUsd: 120, workingDays: 20 }).pastCapUsd).toBe(0);
  });

  it.each([
    [-1, 100, 20, /^monthUsd: -1/],
    [Number.NaN, 100, 20, /^monthUsd: NaN/],
    [1, 0, 20, /^capUsd: 0/],
    [1, 100, 0.9, /^workingDays: 0\.9/],
    [1, 100, 32, /^workingDays: 32/],
  ])("refuses a month of %d under %d on %d days", (monthUsd, capUsd, workingDays, message) => {
    expect(() => budgetMonth(monthUsd, { capUsd, workingDays })).toThrow(RangeError);
    expect(() => budgetMonth(monthUsd, { capUsd, workingDays })).toThrow(message);
  });

  it("law: a dearer month reaches nothing later, and alerts come in their order", () => {
    const never = (day: number | null | undefined) => day ?? Infinity;
    fc.assert(
      fc.property(
        fc.nat(1_000),
        fc.nat(200),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 31 }),
        (month, more, cap, days) => {
          const [cheap, dear] = [daysOf(month, cap, days), daysOf(month + more, cap, days)];
          cheap.forEach((day, index) => {
            expect(never(dear[index])).toBeLessThanOrEqual(never(day));
            expect(never(day)).toBeLessThanOrEqual(never(cheap[index + 1]));
            // The day is the first by whose end the dollars are there, in whole numbers.
            if (day !== null) {
              const wanted = cap * ([50, 75, 90, 100][index] ?? 0) * days;
              expect([month * day * 100 >= wanted, month * (day - 1) * 100 >= wanted]).toEqual([true, false]);
            }
          });
        },
      ),
    );
  });
});

describe("a daily limit", () => {
  it("that holds the cap is the cap over the working days", () => {
    expect(dailyLimitFor({ capUsd: 220, workingDays: 22 })).toBe(10);
    expect(() => dailyLimitFor({ capUsd: 0, workingDays: 22 })).toThrow(/^capUsd: 0/);
  });

  it.each([
    // $10 on 20 days is at most 200; 199, 200 and 240 are 9.95, 10 and 12 a day
    [199, 0],
    [200, 0],
    [240, 2],
  ])("of $10 beside a month of $%d on 20 days", (monthUsd, pastUsdPerDay) => {
    expect(dailyLimit(10, { monthUsd, workingDays: 20 })).toEqual({ mostUsdPerMonth: 200, pastUsdPerDay });
  });

  it("refuses a limit of nothing", () => {
    expect(() => dailyLimit(0, { monthUsd: 1, workingDays: 20 })).toThrow(/^dailyLimitUsd: 0/);
    expect(() => dailyLimit(1, { monthUsd: -1, workingDays: 20 })).toThrow(/^monthUsd: -1/);
    expect(() => dailyLimit(1, { monthUsd: 1, workingDays: 0 })).toThrow(/^workingDays: 0/);
  });
});

describe("a bill with credit and tax", () => {
  it.each([
    // 100 left of 105, 19 % of it is 19
    ["credit first, tax on the rest", 105, 5, 19, { creditUsd: 5, taxUsd: 19, totalUsd: 119 }],
    ["a bill below the credit", 4, 5, 19, { creditUsd: 4, taxUsd: 0, totalUsd: 0 }],
    ["a bill of just the credit", 5, 5, 19, { creditUsd: 5, taxUsd: 0, totalUsd: 0 }],
    ["a dollar more", 6, 5, 20, { creditUsd: 5, taxUsd: 0.2, totalUsd: 1.2 }],
    ["neither", 50, 0, 0, { creditUsd: 0, taxUsd: 0, totalUsd: 50 }],
  ])("%s", (_why, usageUsd, creditUsd, taxPercent, lines) => {
    expect(billAfterTax(usageUsd, { creditUsd, taxPercent })).toEqual({ usageUsd, ...lines });
  });

  it.each([
    [-1, 0, 0, /^usageUsd: -1/],
    [1, -1, 0, /^creditUsd: -1/],
    [1, 0, 101, /^taxPercent: 101/],
  ])("refuses %d, %d, %d", (usageUsd, creditUsd, taxPercent, message) => {
    expect(() => billAfterTax(usageUsd, { creditUsd, taxPercent })).toThrow(message);
  });
});
