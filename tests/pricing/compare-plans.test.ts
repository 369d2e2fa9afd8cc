import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparePlans, type Overflow, type PlanOffer } from "../../src/pricing/compare-plans.ts";

const PRO: PlanOffer = { id: "pro", name: "Pro", fee: 20, limit: 100 };
const MAX: PlanOffer = { id: "max", name: "Max", fee: 100, limit: 200 };
const ULTRA: PlanOffer = { id: "ultra", name: "Ultra", fee: 200, limit: null };

describe("the six published break-even rows: 22 days, and no plan covers more than the next one's price (A6.1–A6.6)", () => {
  it.each([
    // 22 × 0.50 = 11 < 20.
    ["A6.1", 0.5, 11, "api", 0],
    // 22 − 20.
    ["A6.2", 1, 22, "pro", 2],
    // 66 − 20.
    ["A6.3", 3, 66, "pro", 46],
    // Above Pro's 100: 132 − 100.
    ["A6.4", 6, 132, "max", 32],
    // Above Max's 200: 220 − 200.
    ["A6.5", 10, 220, "ultra", 20],
    // 330 − 200.
    ["A6.6", 15, 330, "ultra", 130],
  ])("%s: at $%d a day", (_id, perDay, perMonth, cheapest, saves) => {
    const verdict = comparePlans(perDay * 22, [PRO, MAX, ULTRA], "not-allowed");
    expect(perDay * 22).toBe(perMonth);
    expect(verdict.cheapest).toBe(cheapest);
    const saved = cheapest === "api" ? 0 : verdict.costs.find(({ id }) => id === cheapest)?.saves;
    expect(saved).toBe(saves);
  });
});

describe("a plan at its limit", () => {
  // Pro covers $100: at 99 and 100 it is its fee; at 101 a dollar is bought at API rates, or it does not serve.
  it.each([
    ["api-rates", 99, { cost: 20, overflow: 0, saves: 79 }],
    ["api-rates", 100, { cost: 20, overflow: 0, saves: 80 }],
    ["api-rates", 101, { cost: 21, overflow: 1, saves: 80 }],
    ["not-allowed", 99, { cost: 20, overflow: 0, saves: 79 }],
    ["not-allowed", 100, { cost: 20, overflow: 0, saves: 80 }],
    ["not-allowed", 101, { cost: null, overflow: 1, saves: null }],
  ] as const)("%s, a bill of $%d", (overflow, bill, expected) => {
    expect(comparePlans(bill, [PRO], overflow).costs).toEqual([{ id: "pro", ...expected }]);
  });

  it("without a limit never overflows", () => {
    expect(comparePlans(1e9, [ULTRA], "not-allowed").costs).toEqual([{ id: "ultra", cost: 200, overflow: 0, saves: 1e9 - 200 }]);
  });

  it("that covers nothing costs its fee and everything else", () => {
    expect(comparePlans(7, [{ ...PRO, limit: 0 }], "api-rates").costs[0]).toEqual({
      id: "pro",
      cost: 27,
      overflow: 7,
      saves: -20,
    });
    expect(comparePlans(0, [{ ...PRO, limit: 0 }], "not-allowed").costs[0]).toEqual({
      id: "pro",
      cost: 20,
      overflow: 0,
      saves: -20,
    });
  });
});

describe("the cheapest", () => {
  it.each([
    // API and Pro both cost 20.
    ["the API on a tie with a plan", 20, [PRO], "api"],
    ["a cent later the plan", 20.01, [PRO], "pro"],
    ["a cent before it the API", 19.99, [PRO], "api"],
    // At 180 Pro costs 20 + 80 and Max 100.
    ["the cheaper fee on a tie of two plans", 180, [PRO, MAX], "pro"],
    ["whichever is listed first", 180, [MAX, PRO], "pro"],
    ["and a cent later the dearer fee", 180.01, [PRO, MAX], "max"],
    // Of a bill of 100 a Pro that covers 20 costs 20 + 80 = 100, as Max does.
    ["the API on a tie of three", 100, [{ ...PRO, limit: 20 }, MAX], "api"],
    ["the API where there are no plans", 500, [], "api"],
    ["the API for no work", 0, [PRO, MAX, ULTRA], "api"],
  ] satisfies [string, number, PlanOffer[], string][])("%s", (_why, bill, plans, cheapest) => {
    expect(comparePlans(bill, plans, "api-rates").cheapest).toBe(cheapest);
  });

  it("is the API where no plan holds the work", () => {
    expect(comparePlans(201, [PRO, MAX], "not-allowed").cheapest).toBe("api");
    expect(comparePlans(200, [PRO, MAX], "not-allowed").cheapest).toBe("max");
  });
});

describe("what is no bill, fee or limit is refused", () => {
  it.each([
    ["a negative bill", -1, [PRO], "api-rates", /^apiCostPerMonth: -1 is not a number from 0/],
    ["a bill that is no number", Number.NaN, [PRO], "api-rates", /^apiCostPerMonth: NaN/],
    ["an endless bill", Infinity, [PRO], "api-rates", /^apiCostPerMonth: Infinity/],
    ["a negative fee", 1, [{ ...PRO, fee: -1 }], "api-rates", /^pro\.fee: -1/],
    ["a limit that is no number", 1, [{ ...PRO, limit: Number.NaN }], "api-rates", /^pro\.limit: NaN/],
    ["an unknown policy", 1, [PRO], "forbidden", /^overflow: "forbidden" is not "api-rates" or "not-allowed"$/],
  ])("%s", (_why, bill, plans, overflow, message) => {
    expect(() => comparePlans(bill, plans, overflow as Overflow)).toThrow(RangeError);
    expect(() => comparePlans(bill, plans, overflow as Overflow)).toThrow(message);
  });
});

describe("laws", () => {
  const offers = fc
    .array(fc.record({ fee: fc.nat(300), limit: fc.option(fc.nat(600)) }), { maxLength: 5 })
    .map((plans) => plans.map((plan, index): PlanOffer => ({ ...plan, id: `plan-${index}`, name: `Plan ${index}` })));
  const policy = fc.constantFrom<Overflow>("api-rates", "not-allowed");

  it("the cheapest costs no more than any other, and saves what the API costs more", () => {
    fc.assert(
      fc.property(fc.nat(1_000), offers, policy, (bill, plans, overflow) => {
        const { cheapest, costs } = comparePlans(bill, plans, overflow);
        const served = costs.flatMap(({ cost }) => (cost === null ? [] : [cost]));
        const best = cheapest === "api" ? bill : (costs.find(({ id }) => id === cheapest)?.cost ?? Number.NaN);
        expect(best).toBe(Math.min(bill, ...served));
        for (const { cost, saves } of costs) expect(saves).toBe(cost === null ? null : bill - cost);
      }),
    );
  });
});

it.each([
  ["first", ["first", "second"]],
  ["second", ["second", "first"]],
])("of two plans of one fee that cover the work, %s is the cheapest when it is listed first", (cheapest, ids) => {
  const plans = ids.map((id) => ({ id, name: id, fee: 20, limit: null }));
  expect(comparePlans(50, plans, "api-rates").cheapest).toBe(cheapest);
});
