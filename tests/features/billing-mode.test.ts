import { describe, expect, it } from "vitest";
import { combineBillingMode } from "../../src/features/billing-mode/combine-billing-mode.ts";
import type { Profile, Scenario } from "../../src/scenario/scenario.ts";
import { byTotals, REPRESENTATIVE, scenarioOf, simulated } from "../scenario/made-scenario.ts";

const SONNET = "claude-sonnet-4-6";
const often = (profile: Profile): Profile => ({ ...profile, sessionsPerDay: 1_000 });

function viewOf(scenario: Scenario) {
  const view = combineBillingMode(scenario);
  if ("why" in view) throw new Error(view.why);
  return view;
}

// A session in tests/scenario/billing-mode.test.ts, 1,000 times: for an hour 12,952.5 millionths of a dollar, cheaper writes −3,318.75,
// again after the break +4,226.25, for 5 minutes 13,860. In dollars 12.9525, 9.63375 after the first term, 13.86.
const BROKEN = scenarioOf([often(simulated(SONNET, { pauseMinutes: 1 }))]);

describe("API key or subscription", () => {
  it("says both figures and both terms in a sentence", () => {
    // 12.9525 reads 12.95 and 9.63375 reads 9.63: −3.32 between them, and +4.23 to 13.86
    expect(viewOf(BROKEN).sentence).toBe(
      "On a subscription this work is worth $12.95 a month at API rates; on an API key it costs $13.86: cheaper writes −$3.32, re-writes after breaks +$4.23.",
    );
  });

  it("has the terms as rows that add up, and names what is no bill", () => {
    const { rows, total } = viewOf(BROKEN);
    expect(rows.map(({ cells }) => cells[1])).toEqual(["$12.95", "−$3.32", "+$4.23"]);
    expect(total[1]).toBe("$13.86");
    expect(rows[0]?.cells[0]).toContain("API-equivalent, not a bill");
  });

  it("says that nothing is written again where no break comes", () => {
    expect(viewOf(scenarioOf([often(simulated(SONNET))])).sentence).toMatch(
      /cheaper writes −\$3\.32, no re-writes after breaks\.$/,
    );
  });

  it("notes what is in both figures unchanged, and that plans cover no programs", () => {
    const mixed = scenarioOf([simulated(SONNET), byTotals(SONNET, REPRESENTATIVE), simulated(SONNET, { caching: "off" })], {
      work: "app",
    });
    expect(viewOf(mixed).notes).toHaveLength(4);
    expect(viewOf(BROKEN).notes).toHaveLength(1);
  });

  it("says why there is nothing to compare", () => {
    expect(combineBillingMode(scenarioOf([byTotals(SONNET, REPRESENTATIVE)]))).toMatchObject({
      why: expect.stringContaining("totals"),
    });
    const uncached = scenarioOf([byTotals(SONNET, REPRESENTATIVE), simulated(SONNET, { caching: "off" })]);
    expect(combineBillingMode(uncached)).toMatchObject({ why: expect.stringContaining("prompt cache") });
  });
});
