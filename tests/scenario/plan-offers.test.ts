import { describe, expect, it } from "vitest";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import { limitRange, planById, planOffers } from "../../src/scenario/plan-offers.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { byTotals, scenarioOf, simulated } from "./made-scenario.ts";

const EVEN = { api: 100, subscription: 100 };

function offers(fields: Partial<Scenario>, work = EVEN): ReturnType<typeof planOffers> {
  return planOffers({ ...DEFAULT_SCENARIO, ...fields }, work);
}

const own = (low: number, high: number): Partial<Scenario> => ({
  limitRule: "own",
  ownLimits: { ...DEFAULT_SCENARIO.ownLimits, max: { low, high } },
});

describe("which plans are offered, with which limit", () => {
  it("the guides' rule: a plan covers work up to the price of the next one, the last any, seats none", () => {
    const guides = [
      { id: "pro", name: "Pro", fee: 20, limit: 100 },
      { id: "max", name: "Max", fee: 100, limit: 200 },
      { id: "ultra", name: "Ultra", fee: 200, limit: null },
    ];
    expect(offers({ limitRule: "guides" })).toEqual({ low: guides, high: guides, unknown: ["team-standard", "team-premium"] });
  });

  it("community measurements, from the least to the most that was found; seats were never measured", () => {
    const { low, high, unknown } = offers({ limitRule: "community" });
    // Pro: $163 a month to $95 a week × 52 / 12.
    expect(low[0]).toEqual({ id: "pro", name: "Pro", fee: 20, limit: 163 });
    expect(high[0]?.limit).toBeCloseTo((95 * 52) / 12, 10);
    expect(unknown).toEqual(["team-standard", "team-premium"]);
  });

  it("the person's own: only plans that they gave a limit", () => {
    expect(offers(own(1_350, 2_260))).toEqual({
      low: [{ id: "max", name: "Max", fee: 100, limit: 1_350 }],
      high: [{ id: "max", name: "Max", fee: 100, limit: 2_260 }],
      unknown: ["pro", "ultra", "team-standard", "team-premium"],
    });
  });

  it("a limit of nothing is a limit, not an unknown one", () => {
    expect(offers(own(0, 0)).low).toEqual([{ id: "max", name: "Max", fee: 100, limit: 0 }]);
  });

  it.each(["guides", "community", "own"] as const)("programs are under no plan's limits (%s)", (limitRule) => {
    expect(offers({ limitRule, work: "app" })).toEqual({ low: [], high: [], unknown: [] });
  });

  it("neither Free, which has no Claude Code, nor Enterprise is among them", () => {
    for (const limitRule of ["guides", "community", "own"] as const) {
      const { low, unknown } = offers({ limitRule });
      expect([...low.map(({ id }) => id), ...unknown].sort()).toEqual(["max", "pro", "team-premium", "team-standard", "ultra"]);
    }
  });

  it.each([
    ["monthly" as const, [20, 100, 200]],
    // Pro alone of these is sold by the year.
    ["annual" as const, [17, 100, 200]],
  ])("paid %s", (planBilling, fees) => {
    expect(offers({ limitRule: "guides", planBilling }).low.map(({ fee }) => fee)).toEqual(fees);
  });

  it("seats paid by the year are $20 and $100 instead of $25 and $125", () => {
    const seats: Partial<Scenario> = {
      limitRule: "own",
      ownLimits: { ...DEFAULT_SCENARIO.ownLimits, "team-standard": { low: 1, high: 1 }, "team-premium": { low: 1, high: 1 } },
    };
    expect(offers(seats).low.map(({ fee }) => fee)).toEqual([25, 125]);
    expect(offers({ ...seats, planBilling: "annual" }).low.map(({ fee }) => fee)).toEqual([20, 100]);
  });
});

describe("limits are measured in work with a 1-hour cache: a limit L of U covers L × A / U of a bill A", () => {
  it.each([
    // 1,350 × 80 / 100 and 2,260 × 80 / 100.
    ["where the long cache makes it dearer", { api: 80, subscription: 100 }, 1_080, 1_808],
    // 1,350 × 125 / 100.
    ["where it makes it cheaper", { api: 125, subscription: 100 }, 1_687.5, 2_825],
    ["where it changes nothing", { api: 70, subscription: 70 }, 1_350, 2_260],
    ["where there is no work", { api: 0, subscription: 0 }, 1_350, 2_260],
  ])("%s", (_why, work, low, high) => {
    const at = offers(own(1_350, 2_260), work);
    expect(at.low[0]?.limit).toBeCloseTo(low, 10);
    expect(at.high[0]?.limit).toBeCloseTo(high, 10);
  });

  it("the guides' rule speaks of API bills already", () => {
    expect(offers({ limitRule: "guides" }, { api: 80, subscription: 100 }).low.map(({ limit }) => limit)).toEqual([
      100,
      200,
      null,
    ]);
  });

  it("an estimate works both out: 0.00963375 with a cache of 5 minutes, 0.0129525 with one of an hour", () => {
    const { comparison, plans } = estimate(scenarioOf([simulated("claude-sonnet-4-6")], own(0.01, 0.02)));
    expect(comparison.work.api).toBeCloseTo(0.009_633_75, 12);
    expect(comparison.work.subscription).toBeCloseTo(0.012_952_5, 12);
    // A limit of 0.01 covers 0.01 / 0.0129525 of the work; the rest is bought: 0.00963375 × (1 − 0.772052…) = 0.0021960…
    const past = 0.009_633_75 * (1 - 0.01 / 0.012_952_5);
    expect(plans.costs[0]?.cost).toBeCloseTo(100 + past, 10);
    // 0.02 covers all of it.
    expect(comparison.atHigh.costs[0]?.overflow).toBe(0);
  });

  it.each([
    ["totals stay as they were measured", byTotals("claude-sonnet-4-6", { cacheWrite5m: 1_000_000 }), 3.75],
    // 0.0129525 as above.
    ["a session that has an hour already too", simulated("claude-sonnet-4-6", { caching: "1h" }), 0.012_952_5],
    ["and one without a cache", simulated("claude-sonnet-4-6", { caching: "off" }), 0.018_45],
  ])("%s", (_why, profile, usd) => {
    const { work } = estimate(scenarioOf([profile])).comparison;
    expect(work.api).toBeCloseTo(usd, 12);
    expect(work.subscription).toBe(work.api);
  });

  it("the developers of a team are compared one by one", () => {
    const one = estimate(scenarioOf([simulated("claude-sonnet-4-6")]));
    const team = estimate(scenarioOf([simulated("claude-sonnet-4-6")], { developers: 7 }));
    expect(team.comparison.work.api).toBeCloseTo(one.comparison.work.api, 12);
    expect(team.comparison.work.subscription).toBeCloseTo(one.comparison.work.subscription, 12);
  });
});

describe("looking a plan up", () => {
  it("gives it by its id, and refuses another", () => {
    expect(planById("enterprise").annualUsdPerMonth).toBe(20);
    expect(() => planById("max5x")).toThrow(RangeError);
  });

  it("an unlimited plan has no ends, an unknown one no range", () => {
    const { ownLimits } = DEFAULT_SCENARIO;
    expect(limitRange("ultra", { limitRule: "guides", ownLimits })).toEqual({ low: null, high: null });
    expect(limitRange("ultra", { limitRule: "own", ownLimits })).toBeNull();
  });
});
