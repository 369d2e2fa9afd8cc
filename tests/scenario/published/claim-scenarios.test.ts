import { describe, expect, it } from "vitest";
import { DEFAULT_SCENARIO, DEFAULT_SIMULATED, DEFAULT_TOTALS } from "../../../src/scenario/defaults.ts";
import {
  byShape,
  byTotals,
  call,
  requestCost,
  scenarioOf,
  statedSessions,
} from "../../../src/scenario/published/claim-scenarios.ts";

const SONNET = "claude-sonnet-4-6";
const HAIKU_3_5 = "claude-3-5-haiku-20241022";

const on = (model: string) => [{ model, percent: 100, locked: false }];

describe("a kind of session as claims state it", () => {
  it("by its totals is one a day on one model, named unless it says otherwise", () => {
    const usage = { ...DEFAULT_TOTALS, input: 7, output: 8 };
    expect(byTotals(SONNET, { input: 7, output: 8 })).toEqual({ name: "Session", sessionsPerDay: 1, mix: on(SONNET), usage });
    expect(byTotals(SONNET, { input: 7, output: 8 }, { name: "Light", sessionsPerDay: 6 })).toEqual({
      name: "Light",
      sessionsPerDay: 6,
      mix: on(SONNET),
      usage,
    });
  });

  it("that is a call is one request", () => {
    const usage = { ...DEFAULT_TOTALS, input: 7, output: 8, requests: 1 };
    expect(call(SONNET, { input: 7, output: 8 })).toEqual({ name: "Call", sessionsPerDay: 1, mix: on(SONNET), usage });
    expect(call(SONNET, { input: 7, output: 8 }, { sessionsPerDay: 50 })).toMatchObject({ name: "Call", sessionsPerDay: 50 });
    expect(call(SONNET, { input: 7, output: 8 }, { name: "A chat" })).toMatchObject({ name: "A chat", sessionsPerDay: 1 });
  });

  it("by its shape has nothing that is not stated, and no cache", () => {
    const usage = {
      ...DEFAULT_SIMULATED,
      requests: 1,
      basePromptTokens: 900,
      inputGrowthPerRequest: 0,
      outputPerRequest: 0,
      outputKeptShare: 0,
      caching: "off",
      pauseMinutes: 0,
    };
    expect(byShape(SONNET, { basePromptTokens: 900 })).toEqual({ name: "Session", sessionsPerDay: 1, mix: on(SONNET), usage });
  });
});

describe("the scenario of a claim", () => {
  it.each([
    // Haiku 3.5, Sonnet 4 and Opus 4 were retired when the others were there.
    [HAIKU_3_5, "2026-02-01"],
    ["claude-sonnet-4-20250514", "2026-02-01"],
    ["claude-opus-4-20250514", "2026-02-01"],
    ["claude-haiku-4-5-20251001", "2026-11-20"],
    ["claude-opus-4-7", "2026-11-20"],
  ])("on %s is one developer's day at the prices of %s, in the model's own tokens", (model, priceDate) => {
    const profiles = [byTotals(model, { input: 1 })];
    expect(scenarioOf(profiles)).toEqual({ ...DEFAULT_SCENARIO, priceDate, tokensOf: model, workingDays: 1, profiles });
  });

  it("without any kind of session is in the tokens of Sonnet 4.6", () => {
    expect(scenarioOf([])).toMatchObject({ tokensOf: SONNET, priceDate: "2026-11-20", profiles: [] });
  });

  it("of sessions of a stated price has a model of that price a million tokens, and a million of them", () => {
    expect(statedSessions(6, { perDay: 2, workingDays: 22 })).toEqual({
      ...DEFAULT_SCENARIO,
      priceDate: "2026-11-20",
      tokensOf: SONNET,
      workingDays: 22,
      ownModels: [
        {
          id: "own-stated",
          rates: { input: 6, cacheWrite5m: 0, cacheWrite1h: 0, cacheRead: 0, output: 0 },
          tokenizer: "before-4.7",
        },
      ],
      profiles: [
        {
          name: "Stated price",
          sessionsPerDay: 2,
          mix: on("own-stated"),
          usage: { ...DEFAULT_TOTALS, input: 1_000_000 },
        },
      ],
    });
  });
});

describe("one request at the prices of a scenario", () => {
  const scenario = scenarioOf([byTotals(SONNET, { input: 1 })], { discountPercent: 10 });

  it("has its discount: (1,000 × 3 + 100 × 15) × 0.9 = 4,050 millionths", () => {
    expect(requestCost(scenario, SONNET, { input: 1_000, output: 100 })).toBeCloseTo(0.004_05, 12);
  });

  it("is none of a model that nobody has rates for", () => {
    const unknown = () => requestCost(scenario, "claude-opus-9", { input: 1 });
    expect(unknown).toThrow(new RangeError('model: "claude-opus-9" is not in the catalog'));
  });
});
