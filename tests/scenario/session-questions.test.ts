import { describe, expect, it } from "vitest";
import type { Scenario, SimulatedUsage } from "../../src/scenario/scenario.ts";
import { nextRequest, oneReadCost, startOverPoint } from "../../src/scenario/session-questions.ts";
import { type only, scenarioOf, simulated } from "./made-scenario.ts";

const SONNET = "claude-sonnet-4-6";
const MILLIONTHS = 1e-6;

// Four requests of base 1,000, growth 100, output 50, half of it kept, on Sonnet 4.6: prompts of 1,100; 1,225; 1,350; 1,475, then 1,600.
// Input $3, output $15, reads $0.30, writes $3.75 (5 minutes) and $6 (1 hour) per MTok.
function asked<Answer>(
  question: (scenario: Scenario, profile: { mix: ReturnType<typeof only>; usage: SimulatedUsage }) => Answer,
  shape: Partial<SimulatedUsage> = {},
  fields: Partial<Scenario> = {},
): Answer {
  const profile = simulated(SONNET, shape);
  const { usage } = profile;
  if (usage.kind !== "simulated") throw new Error("it is simulated");
  return question(scenarioOf([profile], fields), { mix: profile.mix, usage });
}

describe("the next request", () => {
  const WARM_READS = 1_475 * 0.3;
  const OUTPUT = 50 * 15;

  it.each([
    {
      caching: "5m" as const,
      atOnce: WARM_READS + 125 * 3.75 + OUTPUT,
      afterMinutes: 1_600 * 3.75 + OUTPUT,
      afterHours: 1_600 * 3.75 + OUTPUT,
    },
    {
      caching: "1h" as const,
      atOnce: WARM_READS + 125 * 6 + OUTPUT,
      afterMinutes: WARM_READS + 125 * 6 + OUTPUT,
      afterHours: 1_600 * 6 + OUTPUT,
    },
    { caching: "off" as const, atOnce: 1_600 * 3 + OUTPUT, afterMinutes: 1_600 * 3 + OUTPUT, afterHours: 1_600 * 3 + OUTPUT },
  ])("at caching $caching, after nothing, minutes and hours", ({ caching, ...millionths }) => {
    const next = asked(nextRequest, { caching });
    expect(next.atOnce).toBeCloseTo(millionths.atOnce * MILLIONTHS, 12);
    expect(next.afterMinutes).toBeCloseTo(millionths.afterMinutes * MILLIONTHS, 12);
    expect(next.afterHours).toBeCloseTo(millionths.afterHours * MILLIONTHS, 12);
  });

  it("runs on the model that the session was switched to", () => {
    // From its third request on Haiku 4.5, which counts as Sonnet 4.6 does: reads $0.10, writes $1.25, output $5 per MTok.
    const modelSwitch = { model: "claude-haiku-4-5-20251001", beforeRequest: 3 };
    const { atOnce, afterHours } = asked(nextRequest, { modelSwitch });
    expect(atOnce).toBeCloseTo((1_475 * 0.1 + 125 * 1.25 + 50 * 5) * MILLIONTHS, 12);
    expect(afterHours).toBeCloseTo((1_600 * 1.25 + 50 * 5) * MILLIONTHS, 12);
  });

  it("counts the compaction that runs before it", () => {
    // 1,600 would pass 1,500: the compaction sends 1,475 + 25 and writes 200; then base 1,000 (read) + summary 200 + growth 100.
    const { atOnce, afterHours } = asked(nextRequest, { compactAtTokens: 1_500 });
    const restart = 1_000 * 0.3 + 300 * 3.75 + OUTPUT;
    expect(atOnce).toBeCloseTo((WARM_READS + 25 * 3.75 + 200 * 15 + restart) * MILLIONTHS, 12);
    expect(afterHours).toBeCloseTo((1_500 * 3.75 + 200 * 15 + restart) * MILLIONTHS, 12);
  });

  it("runs no compaction at a limit that it just reaches, and one at a token less", () => {
    const plain = asked(nextRequest).atOnce;
    expect(asked(nextRequest, { compactAtTokens: 1_600 }).atOnce).toBeCloseTo(plain, 12);
    expect(asked(nextRequest, { compactAtTokens: 1_599 }).atOnce).toBeGreaterThan(plain);
  });

  it("is the base prompt and its growth again after a /clear", () => {
    const restart = 1_000 * 0.3 + 100 * 3.75 + OUTPUT;
    expect(asked(nextRequest, { clearAfterRequests: 4 }).atOnce).toBeCloseTo(restart * MILLIONTHS, 12);
  });

  it("costs the router's fee as well, and less in batch", () => {
    const plain = asked(nextRequest).atOnce;
    const { atOnce } = asked(nextRequest, {}, { batchPercent: 100, routerFee: 0.001 });
    expect(atOnce).toBeCloseTo(plain / 2 + 0.001, 12);
  });
});

describe("the point where starting over pays", () => {
  // The first request of a new session: 1,000 × 0.30 + (100 + re-read) × 3.75 + 750 = 1,425 + 3.75 × re-read millionths. Request k of
  // this one: (1,100 + 125 × (k − 2)) × 0.30 + 125 × 3.75 + 750, that is 1,548.75 for k = 2, 1,586.25 for 3, 1,623.75 for 4.
  it.each([
    { reReadTokens: 32, firstCost: 1_545, after: 1 },
    { reReadTokens: 42, firstCost: 1_582.5, after: 2 },
    { reReadTokens: 43, firstCost: 1_586.25, after: 3 },
    { reReadTokens: 44, firstCost: 1_590, after: 3 },
    { reReadTokens: 53, firstCost: 1_623.75, after: 4 },
    { reReadTokens: 54, firstCost: 1_627.5, after: 4 },
  ])("is after request $after where a new one reads $reReadTokens tokens again", ({ reReadTokens, firstCost, after }) => {
    const point = asked(startOverPoint, {}, { reReadTokens });
    expect(point?.after).toBe(after);
    expect(point?.firstCost).toBeCloseTo(firstCost * MILLIONTHS, 12);
  });

  it("lies past the session's own end where that comes earlier", () => {
    // 1,425 + 3.75 × 100 = 1,800 is passed by 1,548.75 + 37.5 × (k − 2) from k = 9 on: 1,811.25.
    expect(asked(startOverPoint, { requests: 2 }, { reReadTokens: 100 })?.after).toBe(8);
  });

  it("asks about the conversation's length alone: breaks, compaction and /clear change nothing", () => {
    const broken = { pauseMinutes: 2, pauseHours: 1, prefixChanges: 1, compactAtTokens: 1_350, clearAfterRequests: 3 };
    expect(asked(startOverPoint, broken, { reReadTokens: 42 })).toEqual(asked(startOverPoint, {}, { reReadTokens: 42 }));
  });

  it("never comes where the conversation does not grow", () => {
    const still = { inputGrowthPerRequest: 0, outputKeptShare: 0 };
    expect(asked(startOverPoint, still, { reReadTokens: 0 })).toBeNull();
  });
});

describe("one long read", () => {
  it.each([
    // 1,000 tokens are sent with each request from the one that reads them on.
    { caching: "off" as const, request: 2, millionths: 3 * 1_000 * 3 },
    { caching: "off" as const, request: 4, millionths: 1_000 * 3 },
    { caching: "5m" as const, request: 1, millionths: 1_000 * 3.75 + 3 * 1_000 * 0.3 },
    { caching: "5m" as const, request: 2, millionths: 1_000 * 3.75 + 2 * 1_000 * 0.3 },
    { caching: "5m" as const, request: 4, millionths: 1_000 * 3.75 },
    { caching: "1h" as const, request: 2, millionths: 1_000 * 6 + 2 * 1_000 * 0.3 },
    { caching: "5m" as const, request: 5, millionths: 0 },
  ])("at request $request of 4, caching $caching", ({ caching, request, millionths }) => {
    expect(asked(oneReadCost, { caching }, { oneRead: { tokens: 1_000, request } })).toBeCloseTo(millionths * MILLIONTHS, 12);
  });

  it("is written again after a break", () => {
    // The break of minutes comes before request 3: written at 2 and at 3, read at 4.
    const cost = asked(oneReadCost, { pauseMinutes: 1 }, { oneRead: { tokens: 1_000, request: 2 } });
    expect(cost).toBeCloseTo((2 * 1_000 * 3.75 + 1_000 * 0.3) * MILLIONTHS, 12);
  });

  it("is gone after a /clear", () => {
    // Request 4 begins anew: written at 2, read at 3.
    const cost = asked(oneReadCost, { clearAfterRequests: 3 }, { oneRead: { tokens: 1_000, request: 2 } });
    expect(cost).toBeCloseTo((1_000 * 3.75 + 1_000 * 0.3) * MILLIONTHS, 12);
  });

  it("is gone after a compaction, which still sends it once", () => {
    // With or without the 40 tokens request 6 would pass 1,650 (1,725) and request 5 would not (1,600): written at 2, read at 3, 4, 5
    // and by the compaction.
    const shape = { requests: 8, compactAtTokens: 1_650 };
    const cost = asked(oneReadCost, shape, { oneRead: { tokens: 40, request: 2 } });
    expect(cost).toBeCloseTo((40 * 3.75 + 4 * 40 * 0.3) * MILLIONTHS, 12);
  });

  it("can bring a compaction forward, and then the session costs less with it", () => {
    // Nothing but growth of 1,000, no cache: prompts of 1 to 6 thousand, a compaction of 6 and a prompt of 1, 28,000 tokens in all. With
    // one more token from request 2 on request 6 does not fit: 1,000 + 2,001 + 3,001 + 4,001 + 5,001, a compaction of 5,001, 1,000, 2,000.
    const shape = {
      requests: 7,
      caching: "off" as const,
      basePromptTokens: 0,
      inputGrowthPerRequest: 1_000,
      outputPerRequest: 0,
      summaryTokens: 0,
      compactAtTokens: 6_000,
    };
    const cost = asked(oneReadCost, shape, { oneRead: { tokens: 1, request: 2 } });
    expect(cost).toBeCloseTo((23_005 - 28_000) * 3 * MILLIONTHS, 12);
  });
});
