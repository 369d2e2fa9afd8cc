import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparePlans, costOfPlan, type Overflow } from "../../src/pricing/compare-plans.ts";
import { cheapestAtBothEnds, offersAt, planFlips, type RangedOffer } from "../../src/pricing/plan-flip.ts";

const plan = (id: string, fee: number, [low, high]: readonly [number | null, number | null]): RangedOffer => ({
  id,
  name: id,
  fee,
  low,
  high,
});
const PRO = plan("pro", 20, [163, 411]);
const MAX = plan("max", 100, [1_354, 2_383]);

/** The flip of the first plan, at the low end of the others. */
const firstFlip = (offers: readonly RangedOffer[], work: number, overflow: Overflow = "api-rates") =>
  planFlips(offers, { work, overflow })[0]?.atLow;

describe("two cases worked by hand", () => {
  it("Pro if it covers $132 of work, where a plan stops at its limit; estimates say $163 to $411", () => {
    // $6 on 22 days is 132. Pro's 20 beat Max's 100 and the API's 132 once it holds all of it.
    const [pro, max] = planFlips([PRO, MAX], { work: 132, overflow: "not-allowed" });
    expect(pro?.atLow).toEqual({ limit: 132, inclusive: true });
    expect(pro?.atHigh).toEqual({ limit: 132, inclusive: true });
    expect([pro?.offer.low, pro?.offer.high]).toEqual([163, 411]);
    // Both estimates of Pro hold 132, so nothing that Max covers makes it cheaper.
    expect([max?.atLow, max?.atHigh]).toEqual([null, null]);
  });

  it("work of $300: Max at Pro's low limit, Pro at its high one, and the answer flips where Pro covers $220", () => {
    const [pro, max] = planFlips([PRO, MAX], { work: 300, overflow: "api-rates" });
    // Max costs 100. Pro costs 20 + (300 − L): no more than 100 from L = 220 on, and a tie is the cheaper fee's.
    expect(pro?.atLow).toEqual({ limit: 220, inclusive: true });
    expect(pro?.atHigh).toEqual({ limit: 220, inclusive: true });
    expect(comparePlans(300, offersAt([PRO, MAX], "low"), "api-rates").cheapest).toBe("max");
    expect(comparePlans(300, offersAt([PRO, MAX], "high"), "api-rates").cheapest).toBe("pro");
    // Max beside a Pro of 163, which costs 20 + 137 = 157: 100 + (300 − L) < 157 above 243; beside a Pro of 411 never.
    expect(max?.atLow).toEqual({ limit: 243, inclusive: false });
    expect(max?.atHigh).toBeNull();
  });
});

describe("the limit from which a plan is the cheapest", () => {
  it.each([
    // Alone against the API's 50: 20 + (50 − L) < 50 above 20, and the tie at 20 is the API's.
    ["more than its fee, against the API", [plan("pro", 20, [0, 0])], 50, "api-rates", { limit: 20, inclusive: false }],
    [
      "all of the work, where it stops at its limit",
      [plan("pro", 20, [0, 0])],
      50,
      "not-allowed",
      { limit: 50, inclusive: true },
    ],
    ["none, for work below its fee", [plan("pro", 20, [0, 0])], 19, "api-rates", null],
    ["none, for work of its fee", [plan("pro", 20, [0, 0])], 20, "api-rates", null],
    ["none, for work of its fee, where it stops", [plan("pro", 20, [0, 0])], 20, "not-allowed", null],
    ["almost all, for work just above its fee", [plan("pro", 20, [0, 0])], 21, "api-rates", { limit: 20, inclusive: false }],
    // Both cost 30 where both hold the work: the plan listed first.
    [
      "all, against its equal listed after it",
      [plan("a", 30, [0, 0]), plan("b", 30, [90, 90])],
      90,
      "api-rates",
      { limit: 90, inclusive: true },
    ],
    ["none, for no work", [PRO, MAX], 0, "api-rates", null],
  ] satisfies [string, RangedOffer[], number, Overflow, unknown][])("is %s", (_why, offers, work, overflow, flip) => {
    expect(firstFlip(offers, work, overflow)).toEqual(flip);
  });

  it("is none against its equal listed before it", () => {
    const [, second] = planFlips([plan("b", 30, [90, 90]), plan("a", 30, [0, 0])], { work: 90, overflow: "api-rates" });
    expect(second?.atLow).toBeNull();
  });

  it.each([
    // Beside a Max that covers 100 of 300 and costs 300: Pro below 300 from above 300 + 20 − 300 = 20 (the API costs 300 too).
    [100, { limit: 20, inclusive: false }],
    // One that covers 101 costs 299: 300 + 20 − 299 = 21, and the tie is Pro's.
    [101, { limit: 21, inclusive: true }],
    [102, { limit: 22, inclusive: true }],
  ])("moves with what the others cover: a Max of $%d", (limit, flip) => {
    expect(firstFlip([PRO, plan("max", 100, [limit, limit])], 300)).toEqual(flip);
  });

  it("refuses a bill or a limit that is no number", () => {
    expect(() => planFlips([PRO], { work: -1, overflow: "api-rates" })).toThrow(/^apiCostPerMonth: -1/);
    expect(() => planFlips([PRO, plan("max", 100, [Number.NaN, 1])], { work: 1, overflow: "api-rates" })).toThrow(
      /^max\.limit: NaN/,
    );
  });
});

describe("the cheapest at both ends of the limits, for every bill", () => {
  it("names the bills for which the limits decide", () => {
    // At low Pro is passed at 163 + 80 = 243, at high at 411 + 80 = 491; Max has no limit at either end.
    expect(cheapestAtBothEnds([PRO, plan("max", 100, [null, null])], "api-rates")).toEqual([
      { atLow: "api", atHigh: "api", from: 0, to: 20 },
      { atLow: "pro", atHigh: "pro", from: 20, to: 243 },
      { atLow: "max", atHigh: "pro", from: 243, to: 491 },
      { atLow: "max", atHigh: "max", from: 491, to: null },
    ]);
  });

  it("is the API without plans", () => {
    expect(cheapestAtBothEnds([], "api-rates")).toEqual([{ atLow: "api", atHigh: "api", from: 0, to: null }]);
  });
});

describe("laws", () => {
  const limits = fc.tuple(fc.nat(120), fc.nat(120)).map(([a, b]): [number, number | null] => [Math.min(a, b), Math.max(a, b)]);
  const offers = fc
    .array(fc.record({ fee: fc.nat(60), limits }), { minLength: 1, maxLength: 4 })
    .map((plans) => plans.map(({ fee, limits: ends }, index) => plan(`plan-${index}`, fee, ends)));
  const policy = fc.constantFrom<Overflow>("api-rates", "not-allowed");

  it("a plan is the cheapest from its flip on and not below it", () => {
    fc.assert(
      fc.property(offers, policy, fc.nat(150), (plans, overflow, work) => {
        planFlips(plans, { work, overflow }).forEach(({ offer, atLow }, index) => {
          for (let limit = 0; limit <= 160; limit++) {
            const tried = offersAt(plans, "low").map((one, place) => (place === index ? { ...one, limit } : one));
            const flipped = atLow !== null && (atLow.inclusive ? limit >= atLow.limit : limit > atLow.limit);
            if ((comparePlans(work, tried, overflow).cheapest === offer.id) !== flipped)
              expect.fail(`${offer.id} at ${limit}: ${JSON.stringify(atLow)}`);
          }
        });
      }),
    );
  });

  it("what a plan costs never falls when the work grows", () => {
    fc.assert(
      fc.property(offers, policy, fc.nat(150), fc.nat(50), (plans, overflow, work, more) => {
        for (const one of [...offersAt(plans, "low"), ...offersAt(plans, "high")]) {
          const [less, grown] = [work, work + more].map((bill) => costOfPlan(one, bill, overflow).cost ?? Infinity);
          expect(grown).toBeGreaterThanOrEqual(less as number);
        }
      }),
    );
  });

  it("the cheapest costs no more than each, at both ends, and as little or less at the high end", () => {
    fc.assert(
      fc.property(offers, policy, fc.nat(150), (plans, overflow, work) => {
        const range = cheapestAtBothEnds(plans, overflow).find(({ to }) => to === null || work <= to);
        const [low, high] = [offersAt(plans, "low"), offersAt(plans, "high")].map((ends, index) => {
          const costs = new Map([
            ["api", work],
            ...ends.map((one) => [one.id, costOfPlan(one, work, overflow).cost ?? Infinity] as const),
          ]);
          const best = costs.get((index === 0 ? range?.atLow : range?.atHigh) ?? "") ?? Number.NaN;
          expect(best).toBe(Math.min(...costs.values()));
          return best;
        });
        expect(high).toBeLessThanOrEqual(low as number);
      }),
    );
  });
});

it("ranges that begin at the high end before they do at the low one follow one another from 0", () => {
  // Low: Pro covers less than its fee, so the API up to Max's $100. High: Pro from its $20 until 20 + (bill − 400) is 100: at 480.
  const offers = [plan("pro", 20, [10, 400]), plan("max", 100, [null, null])];
  expect(cheapestAtBothEnds(offers, "api-rates")).toEqual([
    { atLow: "api", atHigh: "api", from: 0, to: 20 },
    { atLow: "api", atHigh: "pro", from: 20, to: 100 },
    { atLow: "max", atHigh: "pro", from: 100, to: 480 },
    { atLow: "max", atHigh: "max", from: 480, to: null },
  ]);
});
