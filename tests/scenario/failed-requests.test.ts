import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { totalOf } from "../../src/pricing/bill-line.ts";
import { apiMonth, estimate } from "../../src/scenario/estimate.ts";
import { billedLines, billedShares } from "../../src/scenario/failed-requests.ts";
import { waterfall } from "../../src/scenario/levers.ts";
import type { FailedRequests, Profile, Scenario } from "../../src/scenario/scenario.ts";
import { nextRequest } from "../../src/scenario/session-questions.ts";
import { requestLines, type SimulatedProfile, sessionStory } from "../../src/scenario/session-story.ts";
import { anyScenario } from "./any-scenario.ts";
import { byTotals, REPRESENTATIVE, scenarioOf, simulated } from "./made-scenario.ts";

const SONNET = "claude-sonnet-4-6";
const failing = (erroredPercent: number, retriedPercent: number, refusedPercent: number): FailedRequests => ({
  erroredPercent,
  retriedPercent,
  refusedPercent,
});
const AS_PLANNED = failing(0, 0, 0);

describe("of a plan's requests so much is billed", () => {
  it.each([
    // 100 − 2 + 5 − 1 = 102 of 100.
    [failing(2, 5, 1), "2026-11-20", 1.02, 1.02],
    [AS_PLANNED, "2026-11-20", 1, 1],
    // Errors: not billed.
    [failing(10, 0, 0), "2026-11-20", 0.9, 0.9],
    [failing(100, 0, 0), "2026-11-20", 0, 0],
    // Sent again: billed twice.
    [failing(0, 100, 0), "2026-11-20", 2, 2],
    // Refused: billed for the prompt up to 2026-06-01.
    [failing(0, 0, 10), "2026-06-01", 1, 0.9],
    [failing(0, 0, 10), "2026-06-02", 0.9, 0.9],
    [failing(2, 5, 1), "2026-06-01", 1.03, 1.02],
    // What cancels out is exactly the plan, and nothing is nothing: 100 − 35.9 − 64.1 is 2e-14 as a computer adds.
    [failing(0.1, 0.3, 0.2), "2026-11-20", 1, 1],
    [failing(35.9, 0, 64.1), "2026-11-20", 0, 0],
  ])("%j on %s: prompts × %d, output × %d", (failed, priceDate, sent, answered) => {
    expect(billedShares({ failed, priceDate })).toEqual({ sent, answered });
  });
});

describe("a bill with requests that fail", () => {
  // 0.135 input + 0.0114 cache read + 0.195 output = 0.3414.
  const totals = byTotals(SONNET, REPRESENTATIVE);

  it("is the plan's, each quantity × what is billed of it", () => {
    const { perMonth, lines } = estimate(scenarioOf([totals], { failed: failing(2, 5, 1) }));
    // 0.3414 × 1.02
    expect(perMonth).toBeCloseTo(0.348_228, 12);
    // 45,000; 38,000; 13,000 tokens × 1.02
    expect(lines.map(({ item, quantity }) => [item, Number(quantity.toFixed(6))])).toEqual([
      ["input", 45_900],
      ["cacheRead", 38_760],
      ["output", 13_260],
    ]);
  });

  it.each([
    // The prompts whole, 0.1464, and 0.195 × 0.9.
    ["2026-06-01", 0.321_9],
    // 0.3414 × 0.9
    ["2026-06-02", 0.307_26],
  ])("with a tenth refused, on %s", (priceDate, usd) => {
    expect(estimate(scenarioOf([totals], { priceDate, failed: failing(0, 0, 10) })).perMonth).toBeCloseTo(usd, 12);
  });

  it("has the searches of a refused request no more than its output, whatever the day", () => {
    const searching = byTotals(SONNET, { input: 1_000_000, output: 100_000, webSearches: 100 });
    const scenario = scenarioOf([searching], { priceDate: "2026-06-01", failed: failing(0, 0, 20) });
    // 3 + 1.5 × 0.8 + 100 searches at $10 a 1,000 × 0.8
    expect(estimate(scenario).perMonth).toBeCloseTo(3 + 1.2 + 0.8, 12);
  });

  it("of a plan that goes as planned is the very lines of the plan", () => {
    const lines = [{ item: "output", quantity: 3, rate: 15, per: 1_000_000, amount: 45e-6 }];
    expect(billedLines(lines, billedShares({ failed: AS_PLANNED, priceDate: "2026-06-01" }))).toBe(lines);
  });

  it("has a router's fee for as many requests as are billed", () => {
    const { lines } = estimate(scenarioOf([simulated(SONNET)], { routerFee: 0.01, failed: failing(0, 50, 0) }));
    // Four requests, half of them once more.
    expect(lines.find(({ item }) => item === "routerFee")).toMatchObject({ quantity: 6, amount: 0.06 });
  });

  it("is nothing, without a line, where every request ends in an error", () => {
    const bill = estimate(scenarioOf([totals], { failed: failing(100, 0, 0) }));
    expect(bill).toMatchObject({ perMonth: 0, perSession: 0, lines: [] });
    expect(bill.comparison.atLow).toBeDefined();
  });

  it("stands beside the plans: they cover what is billed", () => {
    const usual = estimate(scenarioOf([totals])).comparison.work;
    const failed = estimate(scenarioOf([totals], { failed: failing(0, 10, 0) })).comparison.work;
    expect(failed.api).toBeCloseTo(usual.api * 1.1, 12);
    expect(failed.subscription).toBeCloseTo(usual.subscription * 1.1, 12);
  });

  it("is what levers start from", () => {
    const scenario = scenarioOf([totals], { failed: failing(0, 10, 0) });
    expect(waterfall(scenario).today).toBeCloseTo(0.3414 * 1.1, 12);
  });
});

describe("a session request by request, on the average of those that fail", () => {
  const profile = simulated(SONNET) as Profile & SimulatedProfile;

  it.each(["2026-06-01", "2026-06-02"])("adds up to the session's bill on %s, and each request's lines to the request", (day) => {
    const scenario = scenarioOf([profile], { priceDate: day, routerFee: 0.001, failed: failing(3, 7.5, 20) });
    const { requests } = sessionStory(scenario, profile);
    expect(requests.at(-1)?.soFar).toBeCloseTo(apiMonth(scenario), 12);
    for (const [index, { cost }] of requests.entries())
      expect(totalOf(requestLines(scenario, profile, index))).toBeCloseTo(cost, 12);
  });

  it("a further request costs as much as is billed of it", () => {
    const usual = nextRequest(scenarioOf([profile]), profile).atOnce;
    const failed = nextRequest(scenarioOf([profile], { failed: failing(0, 10, 0) }), profile).atOnce;
    expect(failed).toBeCloseTo(usual * 1.1, 12);
  });
});

describe("laws over every scenario", () => {
  const anySmall = anyScenario({ mostRequests: 30, mostProfiles: 2 });

  it("lines are quantity × rate, and add up to the month", () => {
    fc.assert(
      fc.property(anySmall, (scenario) => {
        const { lines, perMonth } = estimate(scenario);
        for (const { quantity, rate, per, amount } of lines)
          expect(Math.abs(amount - (quantity * rate) / per)).toBeLessThanOrEqual(1e-9 * amount);
        expect(Math.abs(totalOf(lines) - perMonth)).toBeLessThanOrEqual(1e-9 * perMonth);
      }),
      { numRuns: 200 },
    );
  });

  it("the bill is the plan's × what is billed, since refusals are free", () => {
    fc.assert(
      fc.property(anySmall, (scenario) => {
        const { failed, ...rest } = { ...scenario, priceDate: "2026-11-20" };
        const { erroredPercent, retriedPercent, refusedPercent } = failed;
        const share = (100 - erroredPercent - refusedPercent + retriedPercent) / 100;
        fc.pre(!rest.fast && rest.place !== "us");
        const plan = apiMonth({ ...rest, failed: AS_PLANNED } as Scenario);
        expect(Math.abs(apiMonth({ ...rest, failed } as Scenario) - plan * share)).toBeLessThanOrEqual(1e-9 * plan);
      }),
      { numRuns: 200 },
    );
  });

  it("before, it was no less than that, and no more than if every refusal had been answered", () => {
    fc.assert(
      fc.property(anySmall, (scenario) => {
        const { erroredPercent, retriedPercent, refusedPercent } = scenario.failed;
        const month = apiMonth(scenario);
        const plan = apiMonth({ ...scenario, failed: AS_PLANNED });
        const slack = 1e-9 * plan;
        expect(month).toBeGreaterThanOrEqual((plan * (100 - erroredPercent - refusedPercent + retriedPercent)) / 100 - slack);
        expect(month).toBeLessThanOrEqual((plan * (100 - erroredPercent + retriedPercent)) / 100 + slack);
      }),
      { numRuns: 200 },
    );
  });
});
