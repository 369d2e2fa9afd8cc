import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { billingMode } from "../../src/scenario/billing-mode.ts";
import { apiMonth } from "../../src/scenario/estimate.ts";
import { anyScenario } from "./any-scenario.ts";
import { byTotals, REPRESENTATIVE, scenarioOf, simulated } from "./made-scenario.ts";

const SONNET = "claude-sonnet-4-6";

// Prompts 1,100, 1,225, 1,350 and 1,475 on Sonnet 4.6, in millionths of a dollar: write 6 for an hour, 3.75 for 5 minutes, read 0.3.
const WRITTEN = 1_475;
const READ = 3_675;
const ONE_HOUR = WRITTEN * 6 + READ * 0.3 + 200 * 15;

describe("the same work billed both ways", () => {
  it("writes cheaper on an API key, and writes the conversation again after each break of minutes", () => {
    // One break, before request 3: its 1,350 are written instead of 125 written and 1,225 read
    const mode = billingMode(scenarioOf([simulated(SONNET, { pauseMinutes: 1 })]));
    expect((mode?.oneHour ?? 0) * 1e6).toBeCloseTo(ONE_HOUR, 6);
    expect((mode?.cheaperWrites ?? 0) * 1e6).toBeCloseTo(WRITTEN * (3.75 - 6), 6);
    expect((mode?.rewrites ?? 0) * 1e6).toBeCloseTo(1_225 * (3.75 - 0.3), 6);
    expect((mode?.fiveMinutes ?? 0) * 1e6).toBeCloseTo(2_700 * 3.75 + 2_450 * 0.3 + 3_000, 6);
  });

  it("writes nothing again without a break, nor after one of hours, which ends both caches", () => {
    expect(billingMode(scenarioOf([simulated(SONNET)]))?.rewrites).toBe(0);
    expect(billingMode(scenarioOf([simulated(SONNET, { pauseHours: 2, prefixChanges: 1 })]))?.rewrites).toBe(0);
  });

  it("does not ask how the scenario itself caches", () => {
    const of = (caching: "5m" | "1h") => billingMode(scenarioOf([simulated(SONNET, { caching, pauseMinutes: 1 })]));
    expect(of("5m")).toEqual(of("1h"));
  });

  it("leaves totals and uncached sessions as they are beside one that is cached", () => {
    const cached = simulated(SONNET, { pauseMinutes: 1 });
    const others = [byTotals(SONNET, REPRESENTATIVE), simulated(SONNET, { caching: "off", pauseMinutes: 1 })];
    const [alone, beside] = [billingMode(scenarioOf([cached])), billingMode(scenarioOf([cached, ...others]))];
    // 341,400 of the totals, 18,450 uncached: in both bills, in neither term
    expect(((beside?.oneHour ?? 0) - (alone?.oneHour ?? 0)) * 1e6).toBeCloseTo(341_400 + 18_450, 6);
    expect(beside?.cheaperWrites).toBeCloseTo(alone?.cheaperWrites ?? 0, 12);
    expect(beside?.rewrites).toBeCloseTo(alone?.rewrites ?? 0, 12);
  });

  it("is nothing to compare where nothing simulated is cached", () => {
    expect(billingMode(scenarioOf([byTotals(SONNET, REPRESENTATIVE)]))).toBeNull();
    expect(billingMode(scenarioOf([simulated(SONNET, { caching: "off" })]))).toBeNull();
  });
});

describe("for every scenario", () => {
  it("the two terms lead from one bill to the other; at Anthropic's rates writes get cheaper and breaks cost", () => {
    fc.assert(
      fc.property(anyScenario({ mostRequests: 60, mostProfiles: 2 }), (scenario) => {
        const mode = billingMode(scenario);
        fc.pre(mode !== null);
        const { oneHour, fiveMinutes, cheaperWrites, rewrites } = mode as NonNullable<typeof mode>;
        const slack = 1e-9 * Math.max(1, oneHour, fiveMinutes);
        expect(Math.abs(oneHour + cheaperWrites + rewrites - fiveMinutes)).toBeLessThanOrEqual(slack);
        // Own models may have any rates; the published ones write for an hour at 2 times input, for 5 minutes at 1.25, and read below both.
        if (scenario.ownModels.length > 0) return;
        expect(cheaperWrites).toBeLessThanOrEqual(slack);
        expect(rewrites).toBeGreaterThanOrEqual(-slack);
      }),
      { numRuns: 80 },
    );
  });

  it("is that scenario's own bill at the cache that it has", () => {
    const scenario = scenarioOf([simulated(SONNET, { pauseMinutes: 2 })], { developers: 3, workingDays: 20 });
    expect(billingMode(scenario)?.fiveMinutes).toBe(apiMonth(scenario));
  });
});
