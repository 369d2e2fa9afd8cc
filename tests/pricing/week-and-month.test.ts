import { describe, expect, it } from "vitest";
import { perMonth, perWeek } from "../../src/pricing/week-and-month.ts";

describe("weeks and months", () => {
  it.each([
    // 52 weeks are 12 months
    [12, 52],
    // 492 × 52 / 12
    [492, 2_132],
    [0, 0],
  ])("%d a week is %d a month", (week, month) => {
    expect(perMonth(week)).toBe(month);
    expect(perWeek(month)).toBe(week);
  });
});
