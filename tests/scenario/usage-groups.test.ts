import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_TEAM_GROUPS } from "../../src/scenario/ranges.ts";
import { usageGroups } from "../../src/scenario/usage-groups.ts";

function rowsOf(amounts: readonly number[]): { readonly usdPerMonth: number }[] {
  return amounts.map((usdPerMonth) => ({ usdPerMonth }));
}

describe("rows as groups for the link", () => {
  it("are exact while amounts are few: users of one amount are one group, lightest first", () => {
    expect(usageGroups(rowsOf([90, 10, 90]))).toEqual([
      { count: 1, usdPerMonth: 10, totalUsd: 10 },
      { count: 2, usdPerMonth: 90, totalUsd: 180 },
    ]);
  });

  it.each([
    [11, 11],
    [12, 12],
    [13, 12],
  ])("%d amounts are %d groups", (amounts, groups) => {
    expect(usageGroups(rowsOf(Array.from({ length: amounts }, (_, index) => 1 + index)))).toHaveLength(groups);
  });

  it("join the amounts that are nearest as shares of themselves", () => {
    // 10 and 12 are a fifth apart, 12 and 90 and 900 far more: (10 + 12) / 2 = 11.
    expect(usageGroups(rowsOf([900, 10, 90, 12]), 3)).toEqual([
      { count: 2, usdPerMonth: 11, totalUsd: 22 },
      { count: 1, usdPerMonth: 90, totalUsd: 90 },
      { count: 1, usdPerMonth: 900, totalUsd: 900 },
    ]);
    // 20 dollars between 980 and 1,000 are less of them than 5 between 5 and 10.
    expect(usageGroups(rowsOf([5, 10, 980, 1000]), 3).map(({ count }) => count)).toEqual([1, 1, 2]);
  });

  it("keep the dollars of those that are joined, wherever they stand", () => {
    expect(usageGroups(rowsOf([5, 10, 980, 1000]), 3).map(({ totalUsd }) => totalUsd)).toEqual([5, 10, 1_980]);
  });

  it("join the lighter of two pairs that are equally near", () => {
    // log10(1 + USD) is 0, 1 and 2.
    expect(usageGroups(rowsOf([0, 9, 99]), 2).map(({ totalUsd }) => totalUsd)).toEqual([9, 99]);
  });

  it("weigh a pair by its heads and by the mean of those who are in it already", () => {
    // log10(1 + USD) is 0, 1, 2.1 and 3.96 or 3.94. First 0 and 1, whose mean is 0.5: 2.1 to them is 2 × 1 / 3 × 1.6² = 1.7067. From 2.1
    // to 3.96 it is 1 × 1 / 2 × 1.86² = 1.7298, which is more; to 3.94 it is 1.84² / 2 = 1.6928, which is less.
    const countsWith = (most: number) => usageGroups(rowsOf([0, 9, 10 ** 2.1 - 1, 10 ** most - 1]), 2).map(({ count }) => count);
    expect(countsWith(3.96)).toEqual([3, 1]);
    expect(countsWith(3.94)).toEqual([2, 2]);
  });

  it.each([
    // log10(1 + USD) is 1, 2 and 2 again, then 2.9 or 3.1. From 1 to the two at 2 it is 1 × 2 / 3 × 1² = 0.6667; from these to 2.9 it is
    // 2 × 1 / 3 × 0.9² = 0.54, which is less, and to 3.1 it is 2 × 1 / 3 × 1.1² = 0.8067, which is more.
    [2.9, [1, 3]],
    [3.1, [3, 1]],
  ])("weigh two of one amount by both of them: with a fourth at 10^%d they are groups of %j", (most, counts) => {
    expect(usageGroups(rowsOf([9, 99, 99, 10 ** most - 1]), 2).map(({ count }) => count)).toEqual(counts);
  });

  it("are one at least, whatever is asked for", () => {
    expect(usageGroups(rowsOf([10, 90, 50]), 0)).toEqual([{ count: 3, usdPerMonth: 50, totalUsd: 150 }]);
    expect(usageGroups(rowsOf([10, 90, 50]), 1)).toEqual([{ count: 3, usdPerMonth: 50, totalUsd: 150 }]);
  });

  it("of nobody are none", () => {
    expect(usageGroups([])).toEqual([]);
  });

  it("round the sum once, half up to the cent", () => {
    // Running sums 0.004 and 0.009: 0 and 1 cent.
    expect(usageGroups(rowsOf([0.004, 0.005])).map(({ totalUsd }) => totalUsd)).toEqual([0, 0.01]);
    // 3 × 0.125 = 0.375.
    expect(usageGroups(rowsOf([0.125, 0.125, 0.125]))[0]?.totalUsd).toBe(0.38);
  });
});

describe("laws", () => {
  const cents = fc.array(fc.integer({ min: 0, max: 1e8 }), { maxLength: 200 });

  it("head count and dollars are kept to the cent, in at most 12 groups", () => {
    fc.assert(
      fc.property(cents, (amounts) => {
        const groups = usageGroups(rowsOf(amounts.map((amount) => amount / 100)));
        expect(groups.length).toBeLessThanOrEqual(MOST_TEAM_GROUPS);
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(amounts.length);
        const total = groups.reduce((sum, { totalUsd }) => sum + Math.round(totalUsd * 100), 0);
        expect(total).toBe(amounts.reduce((sum, amount) => sum + amount, 0));
      }),
    );
  });

  it("a group is its mean times its head count, and groups go up", () => {
    fc.assert(
      fc.property(cents, (amounts) => {
        const groups = usageGroups(rowsOf(amounts.map((amount) => amount / 100)));
        for (const { count, usdPerMonth, totalUsd } of groups) expect(count * usdPerMonth).toBeCloseTo(totalUsd, 4);
        const weights = groups.map(({ usdPerMonth }) => usdPerMonth);
        expect(weights).toEqual(weights.toSorted((a, b) => a - b));
      }),
    );
  });

  it("the order of rows does not matter", () => {
    fc.assert(
      fc.property(cents, (amounts) => {
        expect(usageGroups(rowsOf(amounts.toReversed()))).toEqual(usageGroups(rowsOf(amounts)));
      }),
    );
  });
});
