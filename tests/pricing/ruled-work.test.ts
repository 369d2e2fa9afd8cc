import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costOfPlan, type Overflow } from "../../src/pricing/compare-plans.ts";
import { costUnderRule, type FamilyRule } from "../../src/pricing/ruled-work.ts";

const PRO = { id: "pro", name: "Pro", fee: 20, limit: 163 };
const MAX = { id: "max", name: "Max", fee: 100, limit: 400 };
const CREDITS: FamilyRule = { kind: "usage-credits" };
const HALF: FamilyRule = { kind: "share-of-limit", share: 0.5 };

describe("a plan that keeps one family of models out of its limit", () => {
  it.each([
    // 50 of Fable are bought, 100 of others covered: 20 + 50
    ["on credits", PRO, 50, 100, CREDITS, { overflow: 50, cost: 70 }],
    // and past the limit of 163 the others too: 50 + 37
    ["on credits, past the limit", PRO, 50, 200, CREDITS, { overflow: 87, cost: 107 }],
    ["on credits, none used", PRO, 0, 163, CREDITS, { overflow: 0, cost: 20 }],
    // Half of 400 is 200
    ["half, below it", MAX, 199, 0, HALF, { overflow: 0, cost: 100 }],
    ["half, at it", MAX, 200, 0, HALF, { overflow: 0, cost: 100 }],
    ["half, above it", MAX, 201, 0, HALF, { overflow: 1, cost: 101 }],
    // 200 of 300 covered, and all 100 of others
    ["half, beside others", MAX, 300, 100, HALF, { overflow: 100, cost: 200 }],
    // Others may use what Fable leaves: 100 + 300 = 400
    ["half, others use the rest", MAX, 100, 300, HALF, { overflow: 0, cost: 100 }],
    ["half, others and it pass the limit", MAX, 200, 201, HALF, { overflow: 1, cost: 101 }],
    ["half of no limit", { ...MAX, limit: null }, 900, 900, HALF, { overflow: 0, cost: 100 }],
    ["on credits beside no limit", { ...MAX, limit: null }, 900, 900, CREDITS, { overflow: 900, cost: 1_000 }],
    ["no rule", PRO, 100, 64, null, { overflow: 1, cost: 21 }],
  ] as const)("%s", (_why, offer, ruled, other, rule, { overflow, cost }) => {
    const saves = ruled + other - cost;
    expect(costUnderRule(offer, { ruled, other }, { rule, overflow: "api-rates" })).toEqual({
      id: offer.id,
      cost,
      overflow,
      saves,
    });
  });

  it("does not serve that family where nothing may be bought", () => {
    expect(costUnderRule(PRO, { ruled: 1, other: 9 }, { rule: CREDITS, overflow: "not-allowed" })).toEqual({
      id: "pro",
      cost: null,
      overflow: 1,
      saves: null,
    });
    expect(costUnderRule(PRO, { ruled: 0, other: 9 }, { rule: CREDITS, overflow: "not-allowed" }).cost).toBe(20);
  });

  it.each([
    [-1, 0, HALF, /^work\.ruled: -1/],
    [0, Number.NaN, HALF, /^work\.other: NaN/],
    [0, 0, { kind: "share-of-limit", share: 1.1 } as const, /^rule\.share: 1\.1/],
  ])("refuses work %d and %d or its rule", (ruled, other, rule, message) => {
    expect(() => costUnderRule(PRO, { ruled, other }, { rule, overflow: "api-rates" })).toThrow(message);
  });
});

describe("laws", () => {
  const offer = fc
    .record({ fee: fc.nat(60), limit: fc.option(fc.nat(120)) })
    .map(({ fee, limit }) => ({ id: "plan", name: "Plan", fee, limit }));
  const rule = fc.constantFrom<FamilyRule | null>(CREDITS, HALF, null);
  const overflow = fc.constantFrom<Overflow>("api-rates", "not-allowed");

  it("a rule never makes a plan cheaper, and no rule changes nothing", () => {
    fc.assert(
      fc.property(offer, fc.nat(150), fc.nat(150), rule, (plan, ruled, other, kept) => {
        const plain = costOfPlan(plan, ruled + other, "api-rates");
        const found = costUnderRule(plan, { ruled, other }, { rule: kept, overflow: "api-rates" });
        if (kept === null) expect(found).toEqual(plain);
        expect(found.cost).toBeGreaterThanOrEqual(plain.cost ?? Number.NaN);
        expect(found.overflow).toBeLessThanOrEqual(ruled + other);
      }),
    );
  });

  it("the cost never falls when either part of the work grows", () => {
    fc.assert(
      fc.property(offer, fc.nat(150), fc.nat(150), rule, overflow, (plan, ruled, other, kept, policy) => {
        const at = (parts: { ruled: number; other: number }) =>
          costUnderRule(plan, parts, { rule: kept, overflow: policy }).cost ?? Infinity;
        const now = at({ ruled, other });
        expect(at({ ruled: ruled + 1, other })).toBeGreaterThanOrEqual(now);
        expect(at({ ruled, other: other + 1 })).toBeGreaterThanOrEqual(now);
      }),
    );
  });
});
