import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { totalOf } from "../../src/pricing/bill-line.ts";
import { rateBook } from "../../src/scenario/rate-book.ts";
import type { Scenario, SimulatedUsage } from "../../src/scenario/scenario.ts";
import { sessionPricer } from "../../src/scenario/session-cost.ts";
import { requestLines, type SimulatedProfile, sessionStory } from "../../src/scenario/session-story.ts";
import { only, scenarioOf, simulated } from "./made-scenario.ts";

const SONNET = "claude-sonnet-4-6";
const HAIKU_4_5 = "claude-haiku-4-5-20251001";
const HAIKU_5_5 = "claude-haiku-5-5";
const MILLIONTHS = 1e-6;

interface Made {
  readonly scenario: Scenario;
  readonly profile: SimulatedProfile;
}

function made(shape: Partial<SimulatedUsage> = {}, fields: Partial<Scenario> = {}, mix = only(SONNET)): Made {
  const { usage, ...profile } = simulated(SONNET, shape);
  if (usage.kind !== "simulated") throw new Error("it is simulated");
  return { scenario: scenarioOf([{ ...profile, mix, usage }], fields), profile: { mix, usage } };
}

const storyOf = ({ scenario, profile }: Made) => sessionStory(scenario, profile);

// Prompts of 1,100; 1,225; 1,350; 1,475 on Sonnet 4.6: input $3, output $15, reads $0.30, writes $3.75 per MTok.
describe("the story of a small session", () => {
  it("says what each request costs and what was spent so far", () => {
    const { requests } = storyOf(made());
    const costs = [
      1_100 * 3.75 + 50 * 15,
      1_100 * 0.3 + 125 * 3.75 + 50 * 15,
      1_225 * 0.3 + 125 * 3.75 + 50 * 15,
      1_350 * 0.3 + 125 * 3.75 + 50 * 15,
    ];
    expect(requests.map(({ promptTokens }) => promptTokens)).toEqual([1_100, 1_225, 1_350, 1_475]);
    for (const [index, { cost }] of requests.entries()) expect(cost).toBeCloseTo((costs[index] ?? 0) * MILLIONTHS, 12);
    // 4,875; + 1,548.75; + 1,586.25; + 1,623.75
    expect(requests.map(({ soFar }) => Number((soFar / MILLIONTHS).toFixed(6)))).toEqual([4_875, 6_423.75, 8_010, 9_633.75]);
  });

  it("says what the same prompts would have cost with nothing cached", () => {
    // 1,100 × 3 + 750 = 4,050; + 4,425; + 4,800; + 5,175
    const { uncachedSoFar } = storyOf(made());
    expect(uncachedSoFar.map((usd) => Number((usd / MILLIONTHS).toFixed(6)))).toEqual([4_050, 8_475, 13_275, 18_450]);
  });

  it("says how much of the prompts came from the cache: 3,675 of 5,150 tokens", () => {
    expect(storyOf(made()).cacheHitRate).toBeCloseTo(3_675 / 5_150, 12);
  });

  it.each([
    // One break among four requests comes before request 1 + ⌊4 / 2⌋ = 3, which then writes its whole prompt.
    ["5m" as const, [false, false, true, false], 1_350 * 3.75 + 50 * 15],
    ["1h" as const, [false, false, false, false], 1_225 * 0.3 + 125 * 6 + 50 * 15],
    ["off" as const, [false, false, false, false], 1_350 * 3 + 50 * 15],
  ])("marks the request after a break of minutes at caching %s", (caching, marks, third) => {
    const { requests } = storyOf(made({ pauseMinutes: 1, caching }));
    expect(requests.map(({ isAfterBreak }) => isAfterBreak)).toEqual(marks);
    expect(requests[2]?.cost).toBeCloseTo(third * MILLIONTHS, 12);
  });

  it("holds a compaction as a request of its own", () => {
    // 1,475 would pass 1,350: the compaction sends 1,350 + 25 and writes 200, the next request is 1,000 + 200 + 100.
    const { requests } = storyOf(made({ compactAtTokens: 1_350 }));
    expect(requests.map(({ kind }) => kind)).toEqual(["turn", "turn", "turn", "compaction", "turn"]);
    expect(requests.map(({ promptTokens }) => promptTokens)).toEqual([1_100, 1_225, 1_350, 1_375, 1_300]);
    expect(requests[3]?.cost).toBeCloseTo((1_350 * 0.3 + 25 * 3.75 + 200 * 15) * MILLIONTHS, 12);
  });

  it.each([
    { promptTokens: 99_999, isAboveTier: false, usd: 99_999 * 0.125 + 50 * 0.5 },
    { promptTokens: 100_000, isAboveTier: false, usd: 100_000 * 0.125 + 50 * 0.5 },
    { promptTokens: 100_001, isAboveTier: true, usd: 100_001 * 0.625 + 50 * 2.5 },
  ])("charges a prompt of $promptTokens on Haiku 5.5 at the tier: $isAboveTier", ({ promptTokens, isAboveTier, usd }) => {
    const shape = { requests: 1, basePromptTokens: promptTokens - 100 };
    const [request] = storyOf(made(shape, { tokensOf: HAIKU_5_5 }, only(HAIKU_5_5))).requests;
    expect(request).toMatchObject({ promptTokens, isAboveTier });
    expect(request?.cost).toBeCloseTo(usd * MILLIONTHS, 12);
  });

  it.each([
    [199_999, null],
    [200_000, null],
    [200_001, 1],
  ])("with a second prompt of %i tokens on Haiku 4.5, which takes 200,000, is over its window at %j", (prompt, over) => {
    // The second prompt is base + 2 × 100 + 25.
    const shape = { requests: 2, basePromptTokens: prompt - 225 };
    expect(storyOf(made(shape, {}, only(HAIKU_4_5))).firstOverWindow).toBe(over);
  });

  it("is over the first window that is passed, whichever of several models that is", () => {
    const mix = [
      { model: HAIKU_4_5, percent: 50, locked: false },
      { model: "claude-opus-4-5-20251101", percent: 50, locked: false },
    ];
    // Both take 200,000. The second prompt is base + 2 × 100 + 25, the third 125 more, and they take turns from Haiku, the cheaper, on.
    const firstWith = (second: number) =>
      storyOf(made({ routing: "request", basePromptTokens: second - 225 }, {}, mix)).firstOverWindow;
    expect([firstWith(200_126), firstWith(200_001), firstWith(200_000), firstWith(199_876)]).toEqual([0, 1, 2, 2]);
  });

  it("names the model that served each request: routed half and half the cheaper one goes first", () => {
    const mix = [
      { model: SONNET, percent: 50, locked: false },
      { model: HAIKU_4_5, percent: 50, locked: false },
    ];
    const { requests } = storyOf(made({ routing: "request" }, {}, mix));
    expect(requests.map(({ model }) => model)).toEqual([HAIKU_4_5, SONNET, HAIKU_4_5, SONNET]);
  });
});

describe("what the story and the bill share", () => {
  it("is the cost of the conversation, batch share and router's fee inside", () => {
    const { scenario, profile } = made({}, { batchPercent: 50, routerFee: 0.001 });
    const [main] = sessionPricer(scenario, profile.usage, rateBook(scenario)).startedOn(SONNET);
    // 9,633.75 millionths, half of it at half price, and four fees of $0.001.
    expect(sessionStory(scenario, profile).requests.at(-1)?.soFar).toBeCloseTo(9_633.75 * MILLIONTHS * 0.75 + 0.004, 12);
    expect(main?.cost).toBeCloseTo(9_633.75 * MILLIONTHS * 0.75 + 0.004, 12);
  });

  it("is the conversation alone where there are subagents", () => {
    const { scenario, profile } = made({ subagents: { ...made().profile.usage.subagents, count: 2 } });
    const parts = sessionPricer(scenario, profile.usage, rateBook(scenario)).startedOn(SONNET);
    expect(parts.map(({ role }) => role)).toEqual(["main", "subagents"]);
    expect(sessionStory(scenario, profile).requests.at(-1)?.soFar).toBeCloseTo(parts[0]?.cost ?? 0, 12);
  });
});

describe("the lines of a request", () => {
  it("are quantity × rate: the second reads 1,100, writes 125 and puts out 50", () => {
    const { scenario, profile } = made();
    expect(requestLines(scenario, profile, 1).map(({ item, quantity, rate }) => [item, quantity, rate])).toEqual([
      ["cacheWrite5m", 125, 3.75],
      ["cacheRead", 1_100, 0.3],
      ["output", 50, 15],
    ]);
  });

  it("are none for a request that is not there", () => {
    const { scenario, profile } = made();
    expect(requestLines(scenario, profile, 4)).toEqual([]);
    expect(requestLines(scenario, profile, -1)).toEqual([]);
    const mix = [SONNET, HAIKU_4_5].map((model) => ({ model, percent: 50, locked: false }));
    // A router's fee is due for each request, so even one of no tokens would have a line.
    const routed = made({ routing: "request" }, { routerFee: 0.001 }, mix);
    expect(requestLines(routed.scenario, routed.profile, 3)).not.toEqual([]);
    expect(requestLines(routed.scenario, routed.profile, 4)).toEqual([]);
  });

  it("add up to what the request costs, for every request of every session", () => {
    // 76,800 of Sonnet 4.6 are 99,840 of Haiku 5.5: its tier begins at the second request, and the limit lies just above it.
    const shape = fc.record({
      requests: fc.integer({ min: 1, max: 12 }),
      basePromptTokens: fc.constantFrom(0, 1_000, 76_800),
      caching: fc.constantFrom("off" as const, "5m" as const, "1h" as const),
      pauseMinutes: fc.integer({ min: 0, max: 3 }),
      compactAtTokens: fc.constantFrom(null, 100_300),
      routing: fc.constantFrom("session" as const, "request" as const),
    });
    const terms = fc.record({
      batchPercent: fc.constantFrom(0, 30, 100),
      routerFee: fc.constantFrom(0, 0.001),
      discountPercent: fc.constantFrom(0, 10),
    });
    const mix = [
      { model: SONNET, percent: 40, locked: false },
      { model: HAIKU_5_5, percent: 60, locked: false },
    ];
    fc.assert(
      fc.property(shape, terms, (anyShape, anyTerms) => {
        const { scenario, profile } = made(anyShape, anyTerms, mix);
        for (const [index, { cost }] of sessionStory(scenario, profile).requests.entries())
          expect(totalOf(requestLines(scenario, profile, index))).toBeCloseTo(cost, 12);
      }),
      { numRuns: 60 },
    );
  });
});
