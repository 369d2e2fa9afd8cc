import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conflicts } from "../../src/scenario/conflicts.ts";
import { apiMonth } from "../../src/scenario/estimate.ts";
import { LEVER_ORDER, pullAll, waterfall } from "../../src/scenario/levers.ts";
import type { Levers, Scenario } from "../../src/scenario/scenario.ts";
import { anyScenario } from "./any-scenario.ts";
import { HAIKU, HALVES, SONNET, scenarioWith } from "./pulled-levers.ts";

describe("all levers pulled", () => {
  it("are inputs of the scenario and off, their strengths kept", () => {
    const scenario = scenarioWith(
      {
        routing: { ...HALVES, fee: 0.001 },
        caching: { to: "1h" },
        clearing: { afterRequests: 2 },
        batch: { percent: 20 },
        subagents: { model: HAIKU },
      },
      { routerFee: 0.002 },
    );
    const pulled = pullAll(scenario);
    expect(pulled.profiles[0]?.mix).toEqual([
      { model: HAIKU, percent: 50, locked: false },
      { model: SONNET, percent: 50, locked: false },
    ]);
    expect(pulled.profiles[0]?.usage).toMatchObject({ caching: "1h", clearAfterRequests: 2, subagents: { model: HAIKU } });
    expect(pulled).toMatchObject({ batchPercent: 20, levers: { clearing: { on: false, afterRequests: 2 } } });
    expect(pulled.routerFee).toBeCloseTo(0.003, 12);
    expect(waterfall(pulled).optimised).toBe(waterfall(pulled).today);
  });

  it("leave out those that are off and those that cannot be pulled", () => {
    const pulled = pullAll(scenarioWith({ compaction: { atTokens: 1_299 }, thinking: { lessPercent: 30 } }));
    expect(pulled.profiles[0]?.usage).toMatchObject({ compactAtTokens: null, outputPerRequest: 35, clearAfterRequests: null });
  });
});

describe("for every scenario", () => {
  // Some levers on, whichever the scenario's own settings are.
  const anyPulled = fc
    .tuple(anyScenario({ mostRequests: 60, mostProfiles: 2 }), fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }))
    .map(([scenario, switches]): Scenario => {
      const { levers } = scenario;
      const switched = LEVER_ORDER.map((id, index) => [id, { ...levers[id], on: switches[index] ?? false }]);
      return { ...scenario, levers: Object.fromEntries(switched) as unknown as Levers };
    });

  it("the steps lead from today's bill to the optimised one, each from where the one before it ended", () => {
    fc.assert(
      fc.property(anyPulled, (scenario) => {
        const { today, optimised, steps } = waterfall(scenario);
        const slack = 1e-9 * Math.max(1, today, ...steps.map(({ after }) => after));
        expect(steps.map(({ id }) => id)).toEqual(LEVER_ORDER);
        expect(today).toBe(apiMonth(scenario));
        steps.forEach(({ before, after, on, conflict }, index) => {
          expect(before).toBe(index === 0 ? today : steps[index - 1]?.after);
          expect(Number.isFinite(after) && after >= 0).toBe(true);
          if (!on || conflict !== null) expect(after).toBe(before);
        });
        const saved = steps.reduce((sum, { before, after }) => sum + (before - after), 0);
        expect(Math.abs(today - optimised - saved)).toBeLessThanOrEqual(slack);
        expect(Math.abs(apiMonth(pullAll(scenario)) - optimised)).toBeLessThanOrEqual(slack);
      }),
      { numRuns: 60 },
    );
  });

  it("pulling keeps a scenario without contradiction so", () => {
    fc.assert(
      fc.property(anyPulled, (scenario) => {
        fc.pre(conflicts(scenario).length === 0);
        expect(conflicts(pullAll(scenario))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
