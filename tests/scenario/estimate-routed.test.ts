import { describe, expect, it } from "vitest";
import { totalOf } from "../../src/pricing/bill-line.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { scenarioOf, simulated } from "./made-scenario.ts";

const SONNET = "claude-sonnet-4-6";
const HAIKU = "claude-haiku-4-5-20251001";

describe("a session whose requests are routed", () => {
  const mix = [
    { model: SONNET, percent: 25, locked: false },
    { model: HAIKU, percent: 75, locked: false },
  ];
  const routed = (fields: Partial<Scenario> = {}, percents = mix) =>
    estimate(scenarioOf([{ ...simulated(SONNET, { routing: "request" }), mix: percents }], fields));

  it("is every session of the profile, each model's part of it by its requests: 4,235 + 5,812.5 millionths", () => {
    // Haiku, Haiku, Sonnet, Haiku: as in the tests of a session's parts.
    const { perSession: session, profiles } = routed();
    expect(session).toBeCloseTo(0.010_047_5, 12);
    expect(profiles[0]?.models.map(({ session: { model }, share }) => [model, share])).toEqual([
      [HAIKU, 1],
      [SONNET, 1],
    ]);
  });

  it("costs a month as often as there are sessions: × 6 × 18 × 20", () => {
    const six = { ...simulated(SONNET, { routing: "request" }), mix, sessionsPerDay: 6 };
    const { perMonth, lines, profiles } = estimate(scenarioOf([six], { workingDays: 18, developers: 20 }));
    // 0.0100475 × 2,160.
    expect(perMonth).toBeCloseTo(21.7026, 9);
    expect(totalOf(lines)).toBeCloseTo(21.7026, 9);
    // 0.004235 and 0.0058125 × 2,160.
    expect(profiles[0]?.models.map((model) => Math.round(model.perMonth * 1e6) / 1e6)).toEqual([9.1476, 12.555]);
  });

  it("where sessions are mixed each model has its own whole sessions: a quarter of 9,633.75 and three of 3,211.25", () => {
    const { perSession: session } = estimate(scenarioOf([{ ...simulated(SONNET), mix }]));
    // 2,408.4375 + 2,408.4375.
    expect(session).toBeCloseTo(0.004_816_875, 12);
  });

  it("over one model is what sessions on that model are", () => {
    const one = [{ model: HAIKU, percent: 100, locked: false }];
    const { profiles, ...whole } = routed({ routerFee: 0.001, batchPercent: 25 }, one);
    const plain = estimate(scenarioOf([{ ...simulated(SONNET), mix: one }], { routerFee: 0.001, batchPercent: 25 }));
    expect({ ...whole, profiles }).toEqual(plain);
  });
});

describe("subagents beside the conversation", () => {
  const subagents = {
    count: 2,
    model: SONNET,
    requests: 2,
    basePromptTokens: 1_000,
    inputGrowthPerRequest: 100,
    outputPerRequest: 50,
  };

  it("are in the month with it, on one line where model, class and rate agree", () => {
    const { lines, perMonth } = estimate(scenarioOf([simulated(SONNET, { subagents })]));
    // 1,475 + 2 × 1,225 written, 3,675 + 2 × 1,100 read, 200 + 2 × 100 out.
    expect(lines.map(({ item, quantity }) => [item, quantity])).toEqual([
      ["cacheWrite5m", 3_925],
      ["cacheRead", 5_875],
      ["output", 400],
    ]);
    // 9,633.75 + 12,847.5.
    expect(perMonth).toBeCloseTo(0.022_481_25, 12);
  });

  it("keep their own cache beside plans, where the conversation has one of an hour", () => {
    const { comparison } = estimate(scenarioOf([simulated(SONNET, { subagents })]));
    // 12,952.5 + 12,847.5.
    expect(comparison.work.subscription).toBeCloseTo(0.0258, 12);
  });
});
