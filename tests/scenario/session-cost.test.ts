import { describe, expect, it } from "vitest";
import { rateBook } from "../../src/scenario/rate-book.ts";
import type { Profile, Scenario } from "../../src/scenario/scenario.ts";
import { type SessionCost, sessionPricer } from "../../src/scenario/session-cost.ts";
import { sessionOnModels } from "../../src/scenario/session-on-models.ts";
import { shapeOf, totalsOfSession } from "../../src/scenario/session-run.ts";
import { byTotals, REPRESENTATIVE, scenarioOf, simulated } from "./made-scenario.ts";

const SONNET = "claude-sonnet-4-6";
const HAIKU_5_5 = "claude-haiku-5-5";

function priced(profile: Profile, model: string, fields: Partial<Scenario> = {}): SessionCost {
  const scenario = scenarioOf([profile], fields);
  const parts = sessionPricer(scenario, profile.usage, rateBook(scenario)).startedOn(model);
  expect(parts.map(({ role }) => role)).toEqual(["main"]);
  return parts[0] as SessionCost;
}

describe("a session by totals", () => {
  it("says what it costs, on which rates", () => {
    const session = priced(byTotals(SONNET, REPRESENTATIVE), SONNET);
    // 0.135 + 0.0114 + 0.195.
    expect(session.cost).toBeCloseTo(0.3414, 12);
    expect(session.rates).toMatchObject({ effectiveFrom: "2026-03-13", checkedOn: "2026-11-20", retired: false });
    expect(session).toMatchObject({
      model: SONNET,
      name: "Claude Sonnet 4.6",
      tokenScale: 1,
      lowerBound: false,
      ownRates: false,
    });
  });

  it.each([
    // Without a count 200,001 tokens can have been one prompt above the threshold; two requests of 100,000.5 were; three were not.
    [null, true, 0.020_000_1],
    [2, false, 0.100_000_5],
    [3, false, 0.020_000_1],
  ])("on Haiku 5.5 over %j requests: lower bound %s", (requests, lowerBound, usd) => {
    const session = priced(byTotals(HAIKU_5_5, { input: 200_001, requests }), HAIKU_5_5, { tokensOf: HAIKU_5_5 });
    expect(session.lowerBound).toBe(lowerBound);
    // 200,001 × 0.10 or × 0.50.
    expect(session.cost).toBeCloseTo(usd, 12);
  });

  it("on a retired model costs its last rates, and says so", () => {
    // 45,000 × 3 + 38,000 × 0.30 + 13,000 × 15.
    const session = priced(byTotals(SONNET, REPRESENTATIVE), "claude-3-7-sonnet-20250219");
    expect(session.cost).toBeCloseTo(0.3414, 12);
    expect(session.rates.retired).toBe(true);
  });
});

describe("a simulated session", () => {
  it.each([
    // Worked out request by request in the pricing tests: 3,675 read, 1,475 written, 200 out.
    ["5m" as const, 0.009_633_75],
    ["1h" as const, 0.012_952_5],
    ["off" as const, 0.018_45],
  ])("with caching %s", (caching, usd) => {
    expect(priced(simulated(SONNET, { caching }), SONNET).cost).toBeCloseTo(usd, 12);
  });

  it("names the first request that passes the model's window", () => {
    // Haiku 4.5 takes 200,000: base 1,000 and 99,500 more each of four requests pass it at the second, 200,000 + 25, not at 199,000 + 1,000.
    const growing = simulated(SONNET, { inputGrowthPerRequest: 99_500 });
    expect(priced(growing, "claude-haiku-4-5-20251001").firstOverWindow).toBe(1);
    expect(priced(growing, SONNET).firstOverWindow).toBeNull();
    const within = simulated(SONNET, { inputGrowthPerRequest: 99_500, outputPerRequest: 0, requests: 2 });
    expect(priced(within, "claude-haiku-4-5-20251001").firstOverWindow).toBeNull();
  });

  it("is the session that the core runs, its breaks by their names there", () => {
    const { usage } = simulated(SONNET, { pauseMinutes: 2, pauseHours: 3 });
    if (usage.kind !== "simulated") expect.fail("it is simulated");
    const shape = shapeOf(usage);
    expect(shape).toMatchObject({ requests: 4, pauses: { minutes: 2, hours: 3 } });
    for (const field of ["kind", "pauseMinutes", "subagents", "modelSwitch", "routing"]) expect(shape).not.toHaveProperty(field);
  });

  it("comes to totals that cost the same, where no tier depends on single requests", () => {
    const profile = simulated(SONNET, { compactAtTokens: 1_350 });
    if (profile.usage.kind !== "simulated") expect.fail("it is simulated");
    const totals = totalsOfSession(profile.usage);
    // Four turns and a compaction: reads 4,675, writes 1,675, out 400, as in the pricing tests.
    expect(totals).toEqual({
      kind: "totals",
      input: 0,
      cacheWrite5m: 1_675,
      cacheWrite1h: 0,
      cacheRead: 4_675,
      output: 400,
      webSearches: 0,
      requests: 5,
    });
    expect(priced({ ...profile, usage: totals }, SONNET).cost).toBeCloseTo(priced(profile, SONNET).cost, 12);
  });
});

describe("what the person's own rates touch is marked", () => {
  const rates = { input: 2, cacheWrite5m: 0, cacheWrite1h: 0, cacheRead: 0, output: 0 };
  const ownModels = [{ id: "own-house", rates, tokenizer: "before-4.7" as const }];

  it("a discount is in every figure", () => {
    expect(priced(byTotals(SONNET, REPRESENTATIVE), SONNET, { discountPercent: 0.1 }).ownRates).toBe(true);
  });

  it("a model of one's own in its own", () => {
    const own = priced(byTotals(SONNET, REPRESENTATIVE), "own-house", { ownModels });
    // 45,000 × 2.
    expect(own.cost).toBeCloseTo(0.09, 12);
    expect(own.ownRates).toBe(true);
    expect(priced(byTotals(SONNET, REPRESENTATIVE), SONNET, { ownModels }).ownRates).toBe(false);
  });

  it("is halved in batch, and costs the same in the US", () => {
    expect(priced(byTotals(SONNET, REPRESENTATIVE), "own-house", { ownModels, batchPercent: 100 }).cost).toBeCloseTo(0.045, 12);
    expect(priced(byTotals(SONNET, REPRESENTATIVE), "own-house", { ownModels, place: "us" }).cost).toBeCloseTo(0.09, 12);
  });
});

describe("a session beside every model that can be chosen", () => {
  const onModels = (profile: Profile, fields: Partial<Scenario> = {}) => sessionOnModels(scenarioOf([profile], fields), profile);

  it("current ones, those of its mix and one's own", () => {
    const rates = { input: 2, cacheWrite5m: 0, cacheWrite1h: 0, cacheRead: 0, output: 0 };
    const ownModels = [{ id: "own-house", rates, tokenizer: "before-4.7" as const }];
    const models = onModels(byTotals(SONNET, REPRESENTATIVE), { ownModels }).map(({ model }) => model);
    expect(models).toContain("claude-opus-5-5");
    expect(models).toContain(SONNET);
    expect(models.at(-1)).toBe("own-house");
    expect(models).not.toContain("claude-opus-4-1-20250805");
    expect(new Set(models).size).toBe(models.length);
  });

  it("without a figure where a model cannot serve it: fast mode is not Sonnet's", () => {
    const sessions = onModels(byTotals("claude-opus-5-5", REPRESENTATIVE), { tokensOf: "claude-opus-5-5", fast: true });
    // 45,000 × 8 + 38,000 × 0.40 + 13,000 × 40 = 0.36 + 0.0152 + 0.52.
    const parts = (id: string) => sessions.find(({ model }) => model === id)?.parts;
    expect(parts("claude-opus-5-5")?.map(({ cost }) => cost)).toEqual([expect.closeTo(0.8952, 12)]);
    expect(parts("claude-sonnet-5-5")).toBeNull();
  });
});
