import { describe, expect, it } from "vitest";
import { type DayCost, dayAfter, heatMap } from "../../src/usage-import/cost-by-day.ts";
import { monthOf } from "../../src/usage-import/month-forecast.ts";

const day = (date: string, cost: number): DayCost => ({ day: date, cost, requests: 1 });

describe("the month to date", () => {
  const days = [day("2026-10-31", 1), day("2026-11-01", 2), day("2026-11-20", 4), day("2026-11-21", 8)];

  it("runs from the first to today, both inside, and no further", () => {
    // 2 + 4.
    expect(monthOf(days, "2026-11-20")).toMatchObject({ toDate: 6, activeDays: 2 });
    expect(monthOf(days, "2026-11-19")).toMatchObject({ toDate: 2, activeDays: 1 });
  });

  it("is $0 without any day", () => {
    expect(monthOf([], "2026-11-20")).toEqual({ toDate: 0, activeDays: 0, end: null });
  });
});

describe("the end of the month", () => {
  const four = [day("2026-11-06", 10), day("2026-11-10", 40), day("2026-11-12", 20), day("2026-11-14", 30)];

  it("is the month to date and a median day for each active one still expected", () => {
    // Since the 6th 4 of 14 days were active; of the 10 left 10 × 4/14 = 20/7. Sorted 10, 20, 30, 40: median 25, quartiles 17.5 and 32.5.
    expect(monthOf(four, "2026-11-20").end).toEqual({
      expected: expect.closeTo(100 + (25 * 20) / 7, 9),
      low: expect.closeTo(100 + (17.5 * 20) / 7, 9),
      high: expect.closeTo(100 + (32.5 * 20) / 7, 9),
      medianDay: 25,
      days: 14,
      activeDays: 4,
      daysLeft: 10,
      activeDaysLeft: expect.closeTo(20 / 7, 12),
    });
  });

  it("rests on three active days at least", () => {
    expect(monthOf(four.slice(0, 2), "2026-11-20").end).toBeNull();
    expect(monthOf(four.slice(0, 3), "2026-11-20").end).toMatchObject({ activeDays: 3, medianDay: 20 });
    expect(monthOf(four, "2026-11-20").end).toMatchObject({ activeDays: 4 });
  });

  it("rests on days before today alone: today is not over", () => {
    expect(monthOf(four.slice(0, 3), "2026-11-12").end).toBeNull();
    const withToday = monthOf([...four, day("2026-11-20", 1_000)], "2026-11-20");
    expect(withToday).toMatchObject({ toDate: 1_100, end: { medianDay: 25, activeDays: 4 } });
  });

  it("rests on the last four weeks, whole where there was work before them", () => {
    const old = ["2026-10-22", "2026-10-23", "2026-10-24"].map((date, index) => day(date, index + 1));
    const recent = [day("2026-11-18", 5), day("2026-11-19", 5)];
    // 28 days before 2026-11-20 is 2026-10-23: the 22nd is too old to count, but it shows that those 28 days are whole.
    expect(monthOf([...old, ...recent], "2026-11-20").end).toMatchObject({ days: 28, activeDays: 4 });
    // Without it, work began on the 23rd: the same 28 days.
    expect(monthOf([...old.slice(1), ...recent], "2026-11-20").end).toMatchObject({ days: 28, activeDays: 4 });
    expect(monthOf([...old.slice(2), ...recent], "2026-11-20").end).toMatchObject({ days: 27, activeDays: 3 });
  });

  it.each([
    ["2026-11-29", 1],
    ["2026-11-30", 0],
    ["2026-12-01", 30],
    ["2026-12-31", 0],
  ])("on %s %i days are left", (today, daysLeft) => {
    const { end, toDate } = monthOf(
      ["2026-11-20", "2026-11-21", "2026-11-22", "2026-12-20", "2026-12-21", "2026-12-22"].map((date) => day(date, 3)),
      today,
    );
    expect(end?.daysLeft).toBe(daysLeft);
    if (daysLeft === 0) expect(end).toMatchObject({ expected: toDate, low: toDate, high: toDate });
  });

  it("knows a leap year", () => {
    const days = ["2028-02-01", "2028-02-02", "2028-02-03"].map((date) => day(date, 1));
    expect(monthOf(days, "2028-02-20").end?.daysLeft).toBe(9);
  });
});

describe("the heat map", () => {
  it("has every day of 13 months, the last as far as it has come", () => {
    const map = heatMap([day("2025-10-31", 1), day("2025-11-01", 2), day("2026-11-20", 4), day("2026-11-21", 8)], "2026-11-20");
    // A year from 2025-11-01, and 20 days.
    expect(map).toHaveLength(365 + 20);
    expect(map[0]).toEqual(day("2025-11-01", 2));
    expect(map[1]).toEqual({ day: "2025-11-02", cost: 0, requests: 0 });
    expect(map.at(-1)).toEqual(day("2026-11-20", 4));
  });

  it("has at most 397 days, with a leap day", () => {
    expect(heatMap([], "2025-01-31")).toHaveLength(366 + 31);
  });
});

it.each([
  ["2028-02-28", 1, "2028-02-29"],
  ["2026-02-28", 1, "2026-03-01"],
  ["2026-01-01", -1, "2025-12-31"],
])("the day %s and %i", (from, days, to) => {
  expect(dayAfter(from, days)).toBe(to);
});
