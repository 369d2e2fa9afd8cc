import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { poissonAt } from "../../src/lib/random.ts";
import { comparePlans, type Overflow, type PlanOffer } from "../../src/pricing/compare-plans.ts";
import type { SessionKind } from "../../src/pricing/month-draws.ts";
import { cheapestShares, type DayBasis, type MonthRangeInput, monthRange } from "../../src/pricing/month-range.ts";

const measured = (...dollars: number[]): DayBasis => ({ kind: "measured", dollars });
const assumed = (...sessions: SessionKind[]): DayBasis => ({ kind: "assumed", sessions });
const range = (days: DayBasis, input: Partial<MonthRangeInput> = {}): ReturnType<typeof monthRange> =>
  monthRange({ days, daysPerMonth: 22, months: 10_000, seed: 1, ...input });

const plan = (id: string, fee: number, limit: number | null): PlanOffer => ({ id, name: id, fee, limit });
const shareOf = (months: ArrayLike<number>, is: (cost: number) => boolean): number =>
  Array.from(months).filter(is).length / months.length;

/** C(n, k) / 2^n. */
function heads(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i += 1) ways *= (n - k + i) / i;
  return ways / 2 ** n;
}

describe("days of $0 or $10, four a month: $10 × the heads of four coins", () => {
  const coins = (months: number, seed: number): Float64Array => range(measured(0, 10), { daysPerMonth: 4, months, seed }).months;

  it("a plan of $20 is the cheaper one at 3 or 4 heads: (4 + 1)/16 of months; at $20 each the API wins the tie", () => {
    const [api, pro] = cheapestShares(coins(10_000, 1), [plan("pro", 20, null)], "api-rates");
    expect(pro?.share).toBeGreaterThan(5 / 16 - 0.01);
    expect(pro?.share).toBeLessThan(5 / 16 + 0.01);
    expect(api).toEqual({ id: "api", share: expect.closeTo(1 - (pro?.share ?? 0), 12) });
  });

  it("three choices: the API at no head, a $5 plan that covers $10 at one or two, an unlimited one at $20 from three on", () => {
    // 1 head: 5. 2: 5 + 10 = 15. 3: 5 + 20 = 25 against 20. So 1/16, (4 + 6)/16, (4 + 1)/16.
    const shares = cheapestShares(coins(40_000, 1), [plan("small", 5, 10), plan("big", 20, null)], "api-rates");
    expect(shares.map(({ id }) => id)).toEqual(["api", "small", "big"]);
    [1, 10, 5].forEach((sixteenths, index) => {
      expect(Math.abs((shares[index]?.share ?? 0) - sixteenths / 16)).toBeLessThan(0.01);
    });
  });

  it("and where nothing may overflow, the small plan serves one head only", () => {
    // 2 heads: the API's 20 ties with the big plan's 20, and wins: 1/16 + 6/16, 4/16, 5/16.
    const shares = cheapestShares(coins(40_000, 1), [plan("small", 5, 10), plan("big", 20, null)], "not-allowed");
    [7, 4, 5].forEach((sixteenths, index) => {
      expect(Math.abs((shares[index]?.share ?? 0) - sixteenths / 16)).toBeLessThan(0.01);
    });
  });

  it("p10, p50, p90 are $10, $20, $30: 1/16 of months have no head, 5/16 up to one, 11/16 up to two, 15/16 up to three", () => {
    expect(range(measured(0, 10), { daysPerMonth: 4 })).toMatchObject({ p10: 10, p50: 20, p90: 30, mean: 20 });
  });
});

describe("22 days of $0 or $2", () => {
  // More than $20 takes 11 heads or more: half of what is not exactly 11, and those: (1 + 705,432/4,194,304)/2 = 0.58409.
  const exact = Array.from({ length: 12 }, (_, index) => heads(22, 11 + index)).reduce((sum, chance) => sum + chance, 0);

  it("the plan at $20 is the cheaper one in the binomial share of months, within 1 %, whatever the seed", () => {
    expect(exact).toBeCloseTo((1 + 705_432 / 4_194_304) / 2, 12);
    for (let seed = 0; seed < 10; seed += 1) {
      const { months } = range(measured(0, 2), { months: 40_000, seed });
      const [, pro] = cheapestShares(months, [plan("pro", 20, 100)], "api-rates");
      expect(Math.abs((pro?.share ?? 0) - exact)).toBeLessThan(0.01);
    }
  });

  it("10,000 months are near enough too", () => {
    const [, pro] = cheapestShares(range(measured(0, 2)).months, [plan("pro", 20, 100)], "api-rates");
    expect(Math.abs((pro?.share ?? 0) - exact)).toBeLessThan(0.01);
  });
});

describe("measured days", () => {
  it("that all cost the same make a month without a range", () => {
    // 22 × 5.
    expect(range(measured(5, 5, 5))).toMatchObject({ p10: 110, p50: 110, p90: 110, mean: 110 });
  });

  it("come whole, a quarter of a day in a quarter of the months", () => {
    // 1.25 days of $10: $10 in three months of four, $20 in the fourth; the mean is $12.50.
    const { months, p10, p90, mean } = range(measured(10), { daysPerMonth: 1.25 });
    expect({ p10, p90, mean }).toEqual({ p10: 10, p90: 20, mean: 12.5 });
    expect(new Set(months)).toEqual(new Set([10, 20]));
    expect(Math.abs(shareOf(months, (cost) => cost === 20) - 0.25)).toBeLessThan(0.01);
  });

  it("are all drawn equally often", () => {
    const { months } = range(measured(1, 2, 3, 4, 5), { daysPerMonth: 1, months: 100_000 });
    // Four deviations of a fifth: 4 × √(0.2 × 0.8/100,000) = 0.0051.
    for (const cost of [1, 2, 3, 4, 5]) expect(Math.abs(shareOf(months, (drawn) => drawn === cost) - 0.2)).toBeLessThan(0.0051);
  });
});

describe("the percentiles", () => {
  it.each([
    // ⌈10,000 × 10 %⌉ = 1,000, ⌈10,001 × 10 %⌉ = 1,001, and so on.
    [10_000, [1_000, 5_000, 9_000]],
    [10_001, [1_001, 5_001, 9_001]],
    [10_009, [1_001, 5_005, 9_009]],
    [10_010, [1_001, 5_005, 9_009]],
    [10_011, [1_002, 5_006, 9_010]],
  ])("of %d sorted months are the %j-th", (count, [tenth, half, ninth]) => {
    const { p10, p50, p90, months } = range(assumed({ perDay: 1, cost: { p50: 1, p90: 3 } }), { months: count });
    expect(months).toHaveLength(count);
    expect([p10, p50, p90]).toEqual([tenth, half, ninth].map((place) => months[(place ?? 0) - 1]));
  });
});

describe("sessions that all cost the same", () => {
  const fixed = (perDay: number, dollars: number): DayBasis => assumed({ perDay, cost: { p50: dollars, p90: dollars } });

  it("leave the count: one a month at $3 is $0 in e^−1 of months, $3 in as many, $6 in half as many", () => {
    const { months, mean } = range(fixed(0.5, 3), { daysPerMonth: 2, months: 40_000 });
    expect(mean).toBe(3);
    for (const [cost, share] of [
      [0, Math.exp(-1)],
      [3, Math.exp(-1)],
      [6, Math.exp(-1) / 2],
    ] as const)
      expect(Math.abs(shareOf(months, (month) => month === cost) - share)).toBeLessThan(0.01);
  });

  it("leave it also where only the dearest are drawn one by one", () => {
    // 100 × 22 = 2,200 at $1, deviation √2,200 = 47. A drawn p10 is off by 1.7 × 47 ÷ √10,000 = 0.8, so three sessions are wide
    // of it.
    const { months, p10, p50, p90, mean } = range(fixed(100, 1));
    expect(mean).toBe(2_200);
    expect(months.every((cost) => Number.isInteger(cost))).toBe(true);
    const count = poissonAt(2_200);
    for (const [share, cost] of [
      [0.1, p10],
      [0.5, p50],
      [0.9, p90],
    ] as const)
      expect(Math.abs(cost - count(share))).toBeLessThanOrEqual(3);
  });

  it.each([
    ["no sessions a day", fixed(0, 5), 22],
    ["sessions that cost nothing", fixed(4, 0), 22],
    ["no days", fixed(4, 5), 0],
    ["no kinds of sessions", assumed(), 22],
    ["no measured days in a month", measured(5), 0],
  ])("%s: a month of nothing", (_why, days, daysPerMonth) => {
    const { months: _months, ...figures } = range(days, { daysPerMonth });
    expect(figures).toEqual({ p10: 0, p50: 0, p90: 0, mean: 0 });
  });
});

const Z90 = 1.2815515655446004;

/** The share of the standard normal distribution below z, by its series at 0: good to 10^−15. */
function normalShare(z: number): number {
  if (Math.abs(z) > 8) return z < 0 ? 0 : 1;
  let [sum, term] = [z, z];
  for (let odd = 3; odd < 300; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

/**
 * The direct way without chance in it: the distribution of a Poisson sum of lognormal sessions on a grid of `step` dollars, by
 * Panjer's recursion (ASTIN Bulletin 12, 1981). Returns the share of months up to a cost.
 */
function exactShare({ p50, p90 }: SessionKind["cost"], expected: number, { step }: { step: number }): (cost: number) => number {
  const sigma = Math.log(p90 / p50) / Z90;
  const below = (cost: number): number => (cost <= 0 ? 0 : normalShare(Math.log(cost / p50) / sigma));
  const cells = Math.ceil((p50 * Math.exp(5 * sigma)) / step);
  const session = Float64Array.from({ length: cells }, (_, cell) => below((cell + 0.5) * step) - below((cell - 0.5) * step));
  const top = expected * p50 * Math.exp(sigma ** 2 / 2) + 7 * Math.sqrt(expected) * p50 * Math.exp(sigma ** 2) + 4 * p90;
  const month = new Float64Array(Math.ceil(top / step));
  month[0] = 1e-250;
  for (let cell = 1; cell < month.length; cell += 1) {
    let sum = 0;
    for (let of = 1; of <= Math.min(cell, cells - 1); of += 1) sum += of * (session[of] as number) * (month[cell - of] as number);
    month[cell] = (sum * expected) / cell;
    // The recursion is linear: it may be scaled down whenever it threatens to leave the range of a double.
    if ((month[cell] as number) > 1e250) for (let of = 0; of <= cell; of += 1) month[of] = (month[of] as number) * 1e-250;
  }
  const all = month.reduce((sum, chance) => sum + chance, 0);
  return (cost) => month.slice(0, Math.floor(cost / step + 0.5)).reduce((sum, chance) => sum + chance, 0) / all;
}

describe("lognormal sessions against the direct way", () => {
  const cost = { p50: 1, p90: 3.5 };

  it("the direct way itself, one session in a hundred months: half of those up to the p50, nine tenths up to the p90", () => {
    const share = exactShare(cost, 0.01, { step: 0.02 });
    const idle = Math.exp(-0.01);
    expect(share(0.01)).toBeCloseTo(idle, 4);
    // One in 200 of the months with sessions has two; a step of $0.02 is 0.8 % of the sessions at the median.
    for (const [dollars, part] of [
      [1, 0.5],
      [3.5, 0.9],
    ] as const)
      expect(Math.abs((share(dollars) - idle) / (1 - idle) - part)).toBeLessThan(0.01);
  });

  it.each([
    // The last that is drawn session by session, the first that is not, a usual one, a busy one, and 100 a day.
    [32, 0.02],
    [33, 0.02],
    [88, 0.05],
    [600, 0.2],
    [2_200, 0.2],
  ])("with %d sessions a month a tenth, half and nine tenths of months lie up to p10, p50 and p90", (expected, step) => {
    const { p10, p50, p90 } = range(assumed({ perDay: expected, cost }), { daysPerMonth: 1, months: 100_000 });
    const share = exactShare(cost, expected, { step });
    // Four deviations of a drawn share: 4 × √(0.25/100,000) = 0.0063 in the middle, 0.0038 at the ends.
    expect(Math.abs(share(p10) - 0.1)).toBeLessThan(0.0038);
    expect(Math.abs(share(p50) - 0.5)).toBeLessThan(0.0063);
    expect(Math.abs(share(p90) - 0.9)).toBeLessThan(0.0038);
  });

  it.each([20, 88, 1e6])("%d sessions a month have the mean and the variance of the sum", (expected) => {
    const { months, mean } = range(assumed({ perDay: expected, cost }), { daysPerMonth: 1, months: 100_000 });
    const sigma = Math.log(3.5) / Z90;
    // A lognormal's mean is e^(σ²/2), its mean square e^(2σ²); a Poisson sum's variance is the count × the mean square.
    expect(mean).toBeCloseTo(expected * Math.exp(sigma ** 2 / 2), 6);
    const variance = expected * Math.exp(2 * sigma ** 2);
    const drawn = months.reduce((sum, month) => sum + month, 0) / months.length;
    expect(Math.abs(drawn - mean)).toBeLessThan(4 * Math.sqrt(variance / months.length));
    const square = months.reduce((sum, month) => sum + (month - mean) ** 2, 0) / months.length;
    expect(Math.abs(square / variance - 1)).toBeLessThan(0.05);
  });

  it.each([
    ["the next number above 32 sessions", { perDay: 32 + 2 ** -47, cost }, 1],
    ["the most sessions of the widest spread, the dearest there are", { perDay: 1e6, cost: { p50: 1e6, p90: 1e9 } }, 31],
  ])("%s still make months in order", (_what, kind, daysPerMonth) => {
    const { p10, p50, p90, mean, months } = range(assumed(kind), { daysPerMonth });
    expect(p10).toBeGreaterThan(0);
    expect(p50).toBeGreaterThan(p10);
    expect(p90).toBeGreaterThan(p50);
    for (const figure of [mean, months[0], months.at(-1)]) expect(figure).toSatisfy(Number.isFinite);
  });

  it("two kinds alike are one kind with the sessions of both", () => {
    const two = range(assumed({ perDay: 1, cost }, { perDay: 3, cost }), { months: 40_000 });
    const one = range(assumed({ perDay: 4, cost }), { months: 40_000 });
    expect(two.mean).toBeCloseTo(one.mean, 9);
    // A month's deviation is a fifth of its mean; √2 × 1.7 of them ÷ √40,000 is 0.24 % at the ends: four times that.
    for (const end of ["p10", "p50", "p90"] as const) expect(Math.abs(two[end] / one[end] - 1)).toBeLessThan(0.01);
  });
});

describe("laws", () => {
  // Whole tenths and cents: among all doubles nearly every one is next to nothing.
  const tenths = (most: number): fc.Arbitrary<number> => fc.nat(most * 10).map((count) => count / 10);
  const dollars = fc.integer({ min: 1, max: 100_000 }).map((cents) => cents / 100);
  const kind = fc
    .record({
      perDay: tenths(200),
      p50: dollars,
      above: tenths(49),
    })
    .map(({ perDay, p50, above }): SessionKind => ({ perDay, cost: { p50, p90: p50 * (1 + above) } }));
  const days = fc.oneof(
    fc.array(dollars, { minLength: 1, maxLength: 40 }).map((list) => measured(...list)),
    fc.array(kind, { maxLength: 2 }).map((list) => assumed(...list)),
  );
  const input = fc.record({
    days,
    daysPerMonth: tenths(31),
    months: fc.constant(10_000),
    seed: fc.nat(2 ** 32 - 1),
  });
  const offers = fc
    .array(fc.record({ fee: fc.nat(300), limit: fc.option(fc.nat(3_000)) }), { maxLength: 4 })
    .map((list) => list.map(({ fee, limit }, index) => plan(`plan-${index}`, fee, limit)));

  it("p10 ≤ p50 ≤ p90, and no month costs less than nothing", () => {
    fc.assert(
      fc.property(input, (some) => {
        const { p10, p50, p90, months } = monthRange(some);
        expect(p10).toBeLessThanOrEqual(p50);
        expect(p50).toBeLessThanOrEqual(p90);
        expect(months[0]).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 20 },
    );
  });

  it("the same seed gives the same months, another one others", () => {
    fc.assert(
      fc.property(input, (some) => {
        expect(monthRange(some)).toEqual(monthRange(some));
      }),
      { numRuns: 10 },
    );
    const busy = assumed({ perDay: 4, cost: { p50: 1, p90: 3 } });
    expect(range(busy, { seed: 1 }).months).not.toEqual(range(busy, { seed: 2 }).months);
  });

  it("all dollars times a factor are all figures times that factor", () => {
    const scaled = (of: DayBasis, by: number): DayBasis =>
      of.kind === "measured"
        ? measured(...of.dollars.map((cost) => cost * by))
        : assumed(...of.sessions.map(({ perDay, cost }) => ({ perDay, cost: { p50: cost.p50 * by, p90: cost.p90 * by } })));
    fc.assert(
      fc.property(input, fc.double({ min: 0.01, max: 100, noNaN: true }), (some, by) => {
        const [before, after] = [monthRange(some), monthRange({ ...some, days: scaled(some.days, by) })];
        for (const figure of ["p10", "p50", "p90", "mean"] as const)
          expect(Math.abs(after[figure] - before[figure] * by)).toBeLessThanOrEqual(1e-9 * before[figure] * by);
      }),
      { numRuns: 10 },
    );
  });

  it("the shares add up to 1, and count what comparePlans says of each month", () => {
    const bills = fc.array(tenths(5_000), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(bills, offers, fc.constantFrom<Overflow>("api-rates", "not-allowed"), (months, plans, overflow) => {
        const shares = cheapestShares(months, plans, overflow);
        expect(shares.map(({ id }) => id)).toEqual(["api", ...plans.map(({ id }) => id)]);
        expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
        for (const { id, share } of shares)
          expect(share).toBe(shareOf(months, (bill) => comparePlans(bill, plans, overflow).cheapest === id));
      }),
    );
  });

  it("an engine whose logarithms and powers end in other digits moves no month by more than its last ones", () => {
    const days = assumed({ perDay: 100, cost: { p50: 1, p90: 4 } });
    const here = range(days);
    const { exp, log } = Math;
    try {
      // Far wider than any engine: 2^−45 of the value, where half of the last digit is 2^−53.
      Math.exp = (x) => exp(x) * (1 + 2 ** -45);
      Math.log = (x) => log(x) * (1 - 2 ** -45);
      const there = range(days);
      there.months.forEach((cost, index) => {
        if (Math.abs(cost / (here.months[index] ?? 0) - 1) > 1e-11) throw new Error(`month ${index} moved to ${cost}`);
      });
    } finally {
      Object.assign(Math, { exp, log });
    }
  });
});

describe("what no month can be drawn from is refused", () => {
  const good: SessionKind = { perDay: 4, cost: { p50: 1, p90: 3 } };
  const priced = (p50: number, p90: number): DayBasis => assumed(good, { perDay: 4, cost: { p50, p90 } });

  it.each([
    ["no measured days", measured(), {}, "days.dollars.length: 0 is not a whole number of at least 1"],
    ["a day below $0", measured(1, -1), {}, "days.dollars[1]: -1 is not a number from 0 to 1000000000"],
    ["a day that is no number", measured(Number.NaN), {}, "days.dollars[0]: NaN is not a number from 0 to 1000000000"],
    [
      "less than no sessions",
      assumed({ ...good, perDay: -1 }),
      {},
      "days.sessions[0].perDay: -1 is not a number from 0 to 1000000",
    ],
    ["a session below $0", priced(-1, 3), {}, "days.sessions[1].cost.p50: -1 is not a number from 0 to 1000000000"],
    ["a p90 below the p50", priced(2, 1.99), {}, "days.sessions[1].cost.p90: 1.99 is not a number from 2 to 2000"],
    ["a p90 of over 1,000 × the p50", priced(2, 2_001), {}, "days.sessions[1].cost.p90: 2001 is not a number from 2 to 2000"],
    ["a p90 above a p50 of $0", priced(0, 1), {}, "days.sessions[1].cost.p90: 1 is not a number from 0 to 0"],
    [
      "another kind of days",
      { kind: "guessed" } as unknown as DayBasis,
      {},
      'days.kind: "guessed" is not "measured" or "assumed"',
    ],
    ["more days than a month has", measured(1), { daysPerMonth: 31.1 }, "daysPerMonth: 31.1 is not a number from 0 to 31"],
    ["too few months", measured(1), { months: 9_999 }, "months: 9999 is not a whole number of at least 10000"],
    ["a part of a month", measured(1), { months: 10_000.5 }, "months: 10000.5 is not a whole number of at least 10000"],
    ["too many months", measured(1), { months: 1_000_001 }, "months: 1000001 is not a number from 10000 to 1000000"],
    [
      "a seed of more than 32 bits",
      measured(1),
      { seed: 2 ** 32 },
      "seed: 4294967296 is not a whole number from 0 to 4294967295",
    ],
  ] satisfies [string, DayBasis, Partial<MonthRangeInput>, string][])("%s", (_why, days, input, message) => {
    expect(() => range(days, input)).toThrow(new RangeError(message));
  });

  it("no months to compare, and two choices of one id", () => {
    expect(() => cheapestShares([], [], "api-rates")).toThrow(
      new RangeError("months.length: 0 is not a whole number of at least 1"),
    );
    for (const twice of ["pro", "api"])
      expect(() => cheapestShares([1], [plan("pro", 20, null), plan(twice, 100, null)], "api-rates")).toThrow(
        new RangeError(`offers[1].id: "${twice}" is not an id of its own`),
      );
  });
});
