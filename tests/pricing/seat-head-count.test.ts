import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DeveloperGroup, SeatOffers } from "../../src/pricing/seat-choice.ts";
import { planSeatsByHeadCount, scaleHeadCount } from "../../src/pricing/seat-head-count.ts";

const TEAM_ONLY: SeatOffers = {
  plans: [],
  team: { seats: [{ id: "standard", name: "Standard", fee: 25, limit: 100 }], least: 5, most: 150 },
};

function each(count: number, usdPerMonth: number): DeveloperGroup {
  return { count, usdPerMonth };
}

function countsAt(groups: readonly DeveloperGroup[], percent: number): number[] {
  return scaleHeadCount(groups, percent).map(({ count }) => count);
}

describe("one group of developers, scaled and rounded half up", () => {
  it.each([
    // 0.8 and 1.2.
    [1, 1, 1],
    // 1.6 and 2.4.
    [2, 2, 2],
    // 2.4 and 3.6.
    [3, 2, 4],
    // 4 and 6.
    [5, 4, 6],
    [0, 0, 0],
  ])("%d: %d with a fifth fewer, %d with a fifth more", (count, fewer, more) => {
    expect(countsAt([each(count, 90)], -20)).toEqual([fewer]);
    expect(countsAt([each(count, 90)], 20)).toEqual([more]);
  });

  it("a half goes up, also where a product of fractions is a bit off", () => {
    // 5 × 0.9 = 4.5; 15 × 1.1 = 16.5; 35 × 1.1 = 38.5.
    expect(countsAt([each(5, 90)], -10)).toEqual([5]);
    expect(countsAt([each(15, 90)], 10)).toEqual([17]);
    expect(countsAt([each(35, 90)], 10)).toEqual([39]);
  });
});

describe("groups of a team", () => {
  it("are the steps of the running head count, heaviest first, in the order in which they were passed", () => {
    // 3 heavy: 2.4 → 2; with 5 light 8: 6.4 → 6, so 4.
    expect(countsAt([each(5, 50), each(3, 400)], -20)).toEqual([4, 2]);
    // 3.6 → 4; 9.6 → 10, so 6.
    expect(countsAt([each(5, 50), each(3, 400)], 20)).toEqual([6, 4]);
  });

  it("of one developer each change too: 5 rows become 4 or 6, though 0.8 and 1.2 are both 1", () => {
    const rows = [each(1, 50), each(1, 40), each(1, 30), each(1, 20), each(1, 10)];
    // 0.8 → 1, 1.6 → 2, 2.4 → 2, 3.2 → 3, 4.
    expect(countsAt(rows, -20)).toEqual([1, 1, 0, 1, 1]);
    // 1.2 → 1, 2.4 → 2, 3.6 → 4, 4.8 → 5, 6.
    expect(countsAt(rows, 20)).toEqual([1, 1, 2, 1, 1]);
  });

  it("keep their work", () => {
    expect(scaleHeadCount([each(5, 50)], 20)).toEqual([each(6, 50)]);
  });

  it.each([
    [-101, "percent: -101 is not a whole number of at least -100"],
    [1001, "percent: 1001 is not a number from -100 to 1000"],
    [0.5, "percent: 0.5 is not a whole number of at least -100"],
  ])("are not scaled by %d percent", (percent, message) => {
    expect(() => scaleHeadCount([each(1, 1)], percent)).toThrow(message);
  });

  it("are counted in whole developers", () => {
    expect(() => scaleHeadCount([each(1.5, 1)], 20)).toThrow("groups[0].count: 1.5 is not a whole number of at least 0");
  });
});

describe("a team planned with a fifth fewer and a fifth more", () => {
  it("is planned anew: five seats are paid for four, and a sixth is bought for six", () => {
    const plans = planSeatsByHeadCount([each(5, 90)], TEAM_ONLY, { overflow: "api-rates" });
    // 4 × 25 + 1 × 25 unused; 5 × 25; 6 × 25.
    expect([plans.fewer.total, plans.stated.total, plans.more.total]).toEqual([125, 125, 150]);
    expect(plans.fewer.lines.map(({ kind }) => kind)).toEqual(["fees", "unused-seats"]);
  });

  it("or by another share", () => {
    const { fewer, more } = planSeatsByHeadCount([each(10, 90)], TEAM_ONLY, { overflow: "api-rates", percent: 50 });
    expect([fewer.developers, more.developers]).toEqual([5, 15]);
  });

  it("by no more than the whole team", () => {
    const plan = (percent: number) => () => planSeatsByHeadCount([], TEAM_ONLY, { overflow: "api-rates", percent });
    expect(plan(101)).toThrow("percent: 101 is not a number from 0 to 100");
    expect(plan(-1)).toThrow("percent: -1 is not a number from 0 to 100");
    expect(plan(100)).not.toThrow();
  });
});

describe("laws", () => {
  const groups = fc.array(fc.record({ count: fc.nat(40), usdPerMonth: fc.nat(1000) }), { maxLength: 30 });

  it("the team is its head count scaled and rounded half up, each group less than one developer off", () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: -100, max: 100 }), (stated, percent) => {
        const counts = countsAt(stated, percent);
        const hundredths = (count: number): number => count * (100 + percent);
        counts.forEach((count, index) => {
          expect(count).toBeGreaterThanOrEqual(0);
          expect(Math.abs(count * 100 - hundredths(stated[index]?.count ?? 0))).toBeLessThan(100);
        });
        const exact = hundredths(stated.reduce((sum, { count }) => sum + count, 0));
        const off = counts.reduce((sum, count) => sum + count, 0) * 100 - exact;
        expect(off).toBeGreaterThan(-50);
        expect(off).toBeLessThanOrEqual(50);
      }),
    );
  });

  it("no change is no change", () => {
    fc.assert(
      fc.property(groups, (stated) => {
        expect(scaleHeadCount(stated, 0)).toEqual(stated);
      }),
    );
  });
});

it("a team grows and shrinks from the heaviest work, wherever that is listed", () => {
  const rows = [each(1, 50), each(1, 400)];
  // Heavy 1 × 1.5 = 1.5: 2; both 2 × 1.5 = 3: so 1 light.
  expect(countsAt(rows, 50)).toEqual([1, 2]);
  // Heavy 0.5: 1; both 1: so none light.
  expect(countsAt(rows, -50)).toEqual([0, 1]);
});

it("every head count is planned under the same rule of what happens past a limit", () => {
  const offers: SeatOffers = { plans: [{ id: "pro", name: "Pro", fee: 20, limit: 100 }], team: null };
  // Past its limit Pro does not serve: everybody has a key, 4, 5 and 6 × 150.
  const { fewer, stated, more } = planSeatsByHeadCount([each(5, 150)], offers, { overflow: "not-allowed" });
  expect([fewer.total, stated.total, more.total]).toEqual([600, 750, 900]);
  // Where it does: 20 + 50 each.
  expect(planSeatsByHeadCount([each(5, 150)], offers, { overflow: "api-rates" }).stated.total).toBe(350);
});
