import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { totalOf } from "../../src/pricing/bill-line.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import { anyScenario } from "./any-scenario.ts";

describe("laws over every scenario that keeps the rules", () => {
  const scenarios = anyScenario({ mostRequests: 40 });
  const near = (actual: number, expected: number): void => {
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(Math.max(Math.abs(expected), 1) * 1e-9);
  };

  it("a month is the sum of its lines, of its profiles and of their models, and the developers' share × the developers", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { lines, perMonth, perDeveloperMonth, profiles, perYear, perActiveDay } = estimate(scenario);
        near(totalOf(lines), perMonth);
        near(
          profiles.reduce((sum, profile) => sum + profile.perMonth, 0),
          perMonth,
        );
        for (const profile of profiles)
          near(
            profile.models.reduce((sum, model) => sum + model.perMonth, 0),
            profile.perMonth,
          );
        near(perDeveloperMonth * scenario.developers, perMonth);
        near(perMonth * 12, perYear);
        near(perActiveDay * scenario.workingDays, perDeveloperMonth);
      }),
      { numRuns: 200 },
    );
  });

  it("a session × sessions a day × days × developers is the month", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { perSession: session, perMonth, sessionsPerDay } = estimate(scenario);
        near(session * sessionsPerDay * scenario.workingDays * scenario.developers, perMonth);
      }),
      { numRuns: 200 },
    );
  });

  it("each line is its quantity × rate / per, one for each model, class and rate", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { lines } = estimate(scenario);
        for (const { amount, quantity, rate, per } of lines) near(amount, (quantity * rate) / per);
        const keys = lines.map(({ model, item, rate }) => `${model} ${item} ${rate}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 200 },
    );
  });

  it("the plans stand beside one developer's month, at both ends of their limits, and no end saves less than the low one", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { plans, comparison, perDeveloperMonth } = estimate(scenario);
        expect(comparison.atLow).toEqual(plans);
        expect(comparison.work.api).toBe(perDeveloperMonth);
        comparison.atLow.costs.forEach(({ id, cost }, index) => {
          const high = comparison.atHigh.costs[index];
          expect(high?.id).toBe(id);
          if (cost !== null) expect(high?.cost ?? Infinity).toBeLessThanOrEqual(cost);
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe("laws of routed requests", () => {
  it("over one model the estimate is that of whole sessions, whatever happens in them", () => {
    fc.assert(
      fc.property(anyScenario({ mostRequests: 40, mostProfiles: 1 }), (scenario) => {
        const profiles = scenario.profiles.map(({ mix, usage, ...profile }) => ({
          ...profile,
          mix: [{ model: mix[0]?.model ?? "", percent: 100, locked: false }],
          usage: usage.kind === "simulated" ? { ...usage, modelSwitch: null } : usage,
        }));
        const by = (routing: "session" | "request") =>
          estimate({
            ...scenario,
            profiles: profiles.map((profile) => ({
              ...profile,
              usage: profile.usage.kind === "simulated" ? { ...profile.usage, routing } : profile.usage,
            })),
          });
        expect(by("request")).toEqual(by("session"));
      }),
      { numRuns: 200 },
    );
  });
});
