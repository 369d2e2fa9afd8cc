import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakEven, type CheapestRange, cheapestRanges, crossover } from "../../src/pricing/break-even.ts";
import { comparePlans, costOfPlan, type Overflow, type PlanOffer } from "../../src/pricing/compare-plans.ts";

const plan = (id: string, fee: number, limit: number | null): PlanOffer => ({ id, name: id, fee, limit });
const PRO = plan("pro", 20, 100);
const MAX = plan("max", 100, 200);
const ULTRA = plan("ultra", 200, null);

describe("from which bill a plan costs no more than the API", () => {
  it.each([
    ["from its fee", plan("pro", 20, 163), "api-rates", { from: 20, servesUpTo: null }],
    ["from its fee, up to where it serves", plan("pro", 20, 163), "not-allowed", { from: 20, servesUpTo: 163 }],
    ["without a limit for ever", ULTRA, "not-allowed", { from: 200, servesUpTo: null }],
    // It covers $20 for $20: at a bill of 20 both cost the same, and so above.
    ["covering exactly its fee", plan("even", 20, 20), "api-rates", { from: 20, servesUpTo: null }],
    // It covers $19 for $20: at 19 it costs 20, at 30 it costs 31.
    ["covering less than its fee never", plan("poor", 20, 19), "api-rates", { from: null, servesUpTo: null }],
    ["nor where it just stops serving", plan("poor", 20, 19), "not-allowed", { from: null, servesUpTo: 19 }],
  ] as const)("%s", (_why, offer, overflow, expected) => {
    expect(breakEven(offer, overflow)).toEqual({ id: offer.id, ...expected });
  });
});

describe("from which bill the dearer of two plans costs no more", () => {
  it.each([
    // Pro's overflow has to eat the 80 between the fees: 100 + 80.
    ["Pro to Max", PRO, MAX, "api-rates", 180],
    ["a plan without a limit is never passed", plan("pro", 20, null), MAX, "api-rates", null],
    // At 180 Max would cost 100 + 30 = 130 against Pro's 100: both rise alike from there.
    ["a dearer plan that overflows before", PRO, plan("max", 100, 150), "api-rates", null],
    ["a dearer plan that overflows right there", PRO, plan("max", 100, 180), "api-rates", 180],
    ["where Pro stops serving", PRO, MAX, "not-allowed", 100],
    ["unless the dearer one stops there too", PRO, plan("max", 100, 100), "not-allowed", null],
    ["Max to Ultra", MAX, ULTRA, "api-rates", 300],
  ] as const)("%s", (_why, cheaper, dearer, overflow, from) => {
    expect(crossover(cheaper, dearer, overflow)).toBe(from);
  });
});

describe("which choice is the cheapest for every bill", () => {
  it.each([
    ["no plans", [], "api-rates", [{ cheapest: "api", from: 0, to: null }]],
    [
      "one without a limit",
      [plan("pro", 20, null)],
      "api-rates",
      [
        { cheapest: "api", from: 0, to: 20 },
        { cheapest: "pro", from: 20, to: null },
      ],
    ],
    [
      "the public guides' rule",
      [PRO, MAX, ULTRA],
      "not-allowed",
      [
        { cheapest: "api", from: 0, to: 20 },
        { cheapest: "pro", from: 20, to: 100 },
        { cheapest: "max", from: 100, to: 200 },
        { cheapest: "ultra", from: 200, to: null },
      ],
    ],
    [
      // Pro to 100 + 80 = 180; Max to 200 + 100 = 300.
      "the same limits, the rest at API rates",
      [PRO, MAX, ULTRA],
      "api-rates",
      [
        { cheapest: "api", from: 0, to: 20 },
        { cheapest: "pro", from: 20, to: 180 },
        { cheapest: "max", from: 180, to: 300 },
        { cheapest: "ultra", from: 300, to: null },
      ],
    ],
    [
      "past every plan that stops serving it is the API again",
      [PRO],
      "not-allowed",
      [
        { cheapest: "api", from: 0, to: 20 },
        { cheapest: "pro", from: 20, to: 100 },
        { cheapest: "api", from: 100, to: null },
      ],
    ],
    [
      "a plan that covers less than its fee never is",
      [plan("poor", 20, 19)],
      "api-rates",
      [{ cheapest: "api", from: 0, to: null }],
    ],
  ] satisfies [string, PlanOffer[], Overflow, CheapestRange[]][])("%s", (_why, plans, overflow, ranges) => {
    expect(cheapestRanges(plans, overflow)).toEqual(ranges);
  });
});

describe("laws", () => {
  const offers = fc
    .array(fc.record({ fee: fc.integer({ min: 1, max: 60 }), limit: fc.option(fc.nat(120)) }), { minLength: 1, maxLength: 4 })
    .map((plans) => plans.map(({ fee, limit }, index) => plan(`plan-${index}`, fee, limit)));
  const policy = fc.constantFrom<Overflow>("api-rates", "not-allowed");
  // Fees and limits are whole, so costs bend and cross at whole dollars only: halves stand for what lies between.
  const BILLS = Array.from({ length: 601 }, (_, index) => index / 2);

  it("at break-even the plan and the API cost the same, and there is no smaller such bill", () => {
    fc.assert(
      fc.property(offers, policy, ([offer], overflow) => {
        if (!offer) return;
        const { from } = breakEven(offer, overflow);
        const cheap = (bill: number) => (costOfPlan(offer, bill, overflow).cost ?? Infinity) <= bill;
        expect(BILLS.find(cheap) ?? null).toBe(from);
        if (from !== null) expect(costOfPlan(offer, from, overflow).cost).toBe(from);
      }),
    );
  });

  it("at a crossover both plans cost the same, and there is no smaller such bill", () => {
    fc.assert(
      fc.property(offers, ([a, b]) => {
        if (!a || !b || a.fee === b.fee) return;
        const [cheaper, dearer] = a.fee < b.fee ? [a, b] : [b, a];
        const costs = (bill: number) => [cheaper, dearer].map((offer) => costOfPlan(offer, bill, "api-rates").cost ?? Number.NaN);
        const noMore = (bill: number) => (costs(bill)[1] as number) <= (costs(bill)[0] as number);
        expect(crossover(cheaper, dearer, "api-rates")).toBe(BILLS.find(noMore) ?? null);
      }),
    );
  });

  it("the ranges say what a comparison says at every bill, follow one another and cover all", () => {
    fc.assert(
      fc.property(offers, policy, (plans, overflow) => {
        const ranges = cheapestRanges(plans, overflow);
        expect(ranges[0]?.from).toBe(0);
        expect(ranges.map(({ to }) => to)).toEqual([...ranges.slice(1).map(({ from }) => from), null]);
        for (const bill of BILLS) {
          const range = ranges.find(({ to }) => to === null || bill <= to);
          if (range?.cheapest !== comparePlans(bill, plans, overflow).cheapest)
            expect.fail(`at ${bill}: ${range?.cheapest}, not ${comparePlans(bill, plans, overflow).cheapest}`);
        }
      }),
    );
  });
});

it("a range may be narrower than a dollar: the API up to a fee of $0.50, the plan from there on", () => {
  expect(cheapestRanges([{ id: "small", name: "Small", fee: 0.5, limit: null }], "api-rates")).toEqual([
    { cheapest: "api", from: 0, to: 0.5 },
    { cheapest: "small", from: 0.5, to: null },
  ]);
});
