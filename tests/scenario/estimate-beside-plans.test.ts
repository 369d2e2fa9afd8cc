import { describe, expect, it } from "vitest";
import { estimate } from "../../src/scenario/estimate.ts";
import { byTotals, scenarioOf, simulated } from "./made-scenario.ts";

const SONNET = "claude-sonnet-4-6";

describe("the work that stands beside plans", () => {
  // Four requests on Sonnet 4.6: at 5 minutes 1,475 written, 3,675 read, 200 out; at an hour the writes at 6 instead of 3.75; without a cache
  // 5,150 in.
  const SHORT = simulated(SONNET);
  const LONG = simulated(SONNET, { caching: "1h" });
  const OFF = simulated(SONNET, { caching: "off" });
  const TOTALS = byTotals(SONNET, { output: 1_000 });

  it.each([
    // 9,633.75 and 12,952.5 millionths.
    ["5 minutes are an hour there", [SHORT], 9_633.75, 12_952.5],
    ["an hour stays one", [LONG], 12_952.5, 12_952.5],
    // 5,150 × 3 + 200 × 15.
    ["no cache stays none", [OFF], 18_450, 18_450],
    ["totals stay as they were measured", [TOTALS], 15_000, 15_000],
    ["no cache beside 5 minutes stays none", [OFF, SHORT], 28_083.75, 31_402.5],
    ["totals beside 5 minutes stay as they were", [TOTALS, SHORT], 24_633.75, 27_952.5],
  ])("%s, for one of two developers", (_, profiles, api, subscription) => {
    const { work } = estimate(scenarioOf(profiles, { developers: 2 })).comparison;
    expect(work.api * 1e6).toBeCloseTo(api, 8);
    expect(work.subscription * 1e6).toBeCloseTo(subscription, 8);
  });
});
