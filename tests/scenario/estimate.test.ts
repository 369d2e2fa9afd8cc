import { describe, expect, it } from "vitest";
import { estimate } from "../../src/scenario/estimate.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { byTotals, REPRESENTATIVE, scenarioOf, simulated } from "./made-scenario.ts";

const SONNET = "claude-sonnet-4-6";
const OPUS = "claude-opus-4-6";
const HAIKU = "claude-haiku-4-5-20251001";

function perSession(scenario: Scenario): number {
  return estimate(scenario).perSession;
}

describe("the representative session of a public guide: 45,000 in, 13,000 out, 38,000 read", () => {
  it.each([
    // 45,000 × 3 = 0.135; 13,000 × 15 = 0.195; 38,000 × 0.30 = 0.0114.
    [SONNET, 0.3414],
    // 45,000 × 5 = 0.225; 13,000 × 25 = 0.325; 38,000 × 0.50 = 0.019.
    [OPUS, 0.569],
    // 45,000 × 1 = 0.045; 13,000 × 5 = 0.065; 38,000 × 0.10 = 0.0038.
    [HAIKU, 0.1138],
  ])("on %s costs $%d", (model, usd) => {
    expect(perSession(scenarioOf([byTotals(model, REPRESENTATIVE)]))).toBeCloseTo(usd, 12);
  });

  it("six times on 18 days: 0.3414 × 108 = 36.8712", () => {
    const month = estimate(scenarioOf([byTotals(SONNET, REPRESENTATIVE, { sessionsPerDay: 6 })], { workingDays: 18 }));
    expect(month.perMonth).toBeCloseTo(36.8712, 10);
    // 0.3414 × 6 a day; × 12 a year.
    expect(month.perActiveDay).toBeCloseTo(2.0484, 10);
    expect(month.perYear).toBeCloseTo(442.4544, 10);
    expect(month.sessionsPerDay).toBe(6);
  });
});

describe("a month is sessions × days × developers", () => {
  const six = byTotals(SONNET, REPRESENTATIVE, { sessionsPerDay: 6 });

  it("a team costs its developers", () => {
    const team = estimate(scenarioOf([six], { workingDays: 18, developers: 20 }));
    // 36.8712 × 20.
    expect(team.perMonth).toBeCloseTo(737.424, 9);
    expect(team.perDeveloperMonth).toBeCloseTo(36.8712, 10);
    expect(team.perYear).toBeCloseTo(8_849.088, 8);
    expect(team.perActiveDay).toBeCloseTo(2.0484, 10);
  });

  it.each([
    // 36.8712 / 18 and / 30.
    ["working" as const, 2.0484],
    ["calendar" as const, 1.22904],
  ])("a day of the %s month: $%d", (dayBasis, usd) => {
    expect(estimate(scenarioOf([six], { workingDays: 18, dayBasis })).perDay).toBeCloseTo(usd, 10);
  });

  it("no sessions cost nothing, and one of them still has its price", () => {
    const none = estimate(scenarioOf([{ ...six, sessionsPerDay: 0 }]));
    expect(none.perMonth).toBe(0);
    expect(none.lines).toEqual([]);
    expect(none.perSession).toBeCloseTo(0.3414, 12);
    // Of two kinds of session none of which comes, each counts once: (0.3414 + 0.1138) / 2.
    const haiku = byTotals(HAIKU, REPRESENTATIVE, { sessionsPerDay: 0 });
    expect(perSession(scenarioOf([{ ...six, sessionsPerDay: 0 }, haiku]))).toBeCloseTo(0.2276, 12);
  });
});

describe("several profiles and models", () => {
  it("a mix is the mean of its models by their shares: (0.3414 + 0.569) / 2", () => {
    const mix = [
      { model: SONNET, percent: 50, locked: false },
      { model: OPUS, percent: 50, locked: true },
    ];
    expect(perSession(scenarioOf([byTotals(SONNET, REPRESENTATIVE, { mix })]))).toBeCloseTo(0.4552, 12);
  });

  it("a share of nothing costs nothing", () => {
    const mix = [
      { model: SONNET, percent: 100, locked: false },
      { model: OPUS, percent: 0, locked: false },
    ];
    const { perMonth, lines } = estimate(scenarioOf([byTotals(SONNET, REPRESENTATIVE, { mix })]));
    expect(perMonth).toBeCloseTo(0.3414, 12);
    expect(new Set(lines.map(({ model }) => model))).toEqual(new Set([SONNET]));
  });

  const both = scenarioOf(
    [
      byTotals(SONNET, REPRESENTATIVE, { sessionsPerDay: 6, name: "Sonnet" }),
      byTotals(HAIKU, REPRESENTATIVE, { sessionsPerDay: 2, name: "Haiku" }),
    ],
    { workingDays: 10, developers: 2 },
  );

  it("a session is their mean by sessions: (6 × 0.3414 + 2 × 0.1138) / 8 = 2.276 / 8", () => {
    expect(perSession(both)).toBeCloseTo(0.2845, 12);
  });

  it("a month is their sum: 2.276 × 10 × 2", () => {
    const { perMonth, profiles } = estimate(both);
    expect(perMonth).toBeCloseTo(45.52, 10);
    // 2.0484 × 20 and 0.2276 × 20.
    expect(profiles.map((profile) => [profile.name, Math.round(profile.perMonth * 1e6) / 1e6])).toEqual([
      ["Sonnet", 40.968],
      ["Haiku", 4.552],
    ]);
  });

  it("the month's lines are those of each model, class and rate, for all developers", () => {
    const { lines } = estimate(both);
    // 6 × 10 × 2 = 120 sessions on Sonnet, 40 on Haiku.
    expect(lines.map(({ model, item, quantity, rate }) => [model, item, Math.round(quantity), rate])).toEqual([
      [SONNET, "input", 5_400_000, 3],
      [SONNET, "cacheRead", 4_560_000, 0.3],
      [SONNET, "output", 1_560_000, 15],
      [HAIKU, "input", 1_800_000, 1],
      [HAIKU, "cacheRead", 1_520_000, 0.1],
      [HAIKU, "output", 520_000, 5],
    ]);
  });
});

describe("terms of the whole scenario", () => {
  const sonnet = [byTotals(SONNET, { ...REPRESENTATIVE, webSearches: 10 })];
  // 0.3414 + 10 × 10 / 1,000 = 0.4414; only the first part is tokens.
  it.each([
    ["nothing special", {}, 0.4414],
    ["all in batch: half of the tokens' part", { batchPercent: 100 }, 0.2707],
    // 0.3414 × (0.75 + 0.25 × 0.5) = 0.298725.
    ["a quarter in batch", { batchPercent: 25 }, 0.398725],
    // 0.4414 × 0.9.
    ["a tenth off everything", { discountPercent: 10 }, 0.39726],
    ["all of it off", { discountPercent: 100 }, 0],
    // 0.3414 × 1.1 = 0.37554.
    ["US-only", { place: "us" as const }, 0.47554],
    ["from a region", { place: "regional" as const }, 0.47554],
    // 0.3414 × 1.1 × 0.5 × 0.9 + 0.1 × 0.9 = 0.168993 + 0.09.
    ["all three", { place: "us" as const, batchPercent: 100, discountPercent: 10 }, 0.258993],
  ])("%s", (_why, terms, usd) => {
    expect(perSession(scenarioOf(sonnet, terms))).toBeCloseTo(usd, 12);
  });

  it("fast mode doubles Opus 5.5: 45,000 × 8 + 38,000 × 0.40 + 13,000 × 40 = 0.36 + 0.0152 + 0.52", () => {
    const opus = [byTotals("claude-opus-5-5", REPRESENTATIVE)];
    expect(perSession(scenarioOf(opus, { tokensOf: "claude-opus-5-5", fast: true }))).toBeCloseTo(0.8952, 12);
    expect(() => estimate(scenarioOf(sonnet, { fast: true }))).toThrow(/^speed: "fast" is not offered by claude-sonnet-4-6/);
  });

  it("a region costs nothing before the 4.5 generation: 45,000 × 15 + 38,000 × 1.50 + 13,000 × 75 = 1.707", () => {
    const old = scenarioOf([byTotals("claude-opus-4-1-20250805", REPRESENTATIVE)], { place: "regional" });
    expect(perSession(old)).toBeCloseTo(1.707, 12);
  });

  it("a router's fee is for each request, and no discount, batch or place touches it", () => {
    const counted = [byTotals(SONNET, { ...REPRESENTATIVE, requests: 25 })];
    // 25 × 0.001.
    expect(perSession(scenarioOf(counted, { routerFee: 0.001 }))).toBeCloseTo(0.3664, 12);
    // 0.3414 × 0.5 × 0.9 = 0.15363.
    const terms = { routerFee: 0.001, batchPercent: 100, discountPercent: 10 };
    expect(perSession(scenarioOf(counted, terms))).toBeCloseTo(0.17863, 12);
    const { lines } = estimate(scenarioOf(counted, { ...terms, developers: 4 }));
    expect(lines.find(({ item }) => item === "routerFee")).toEqual({
      item: "routerFee",
      model: null,
      quantity: 100,
      rate: 0.001,
      per: 1,
      amount: 0.1,
    });
  });

  it("of a simulated session the requests are those that it sends, compactions included", () => {
    // Four turns; at a limit of 1,350 a compaction before the fourth.
    const fee = (shape: object) => estimate(scenarioOf([simulated(SONNET, shape)], { routerFee: 1 })).lines.at(-1)?.amount;
    expect(fee({})).toBe(4);
    expect(fee({ compactAtTokens: 1_350 })).toBe(5);
  });

  it("prices are those of the price date", () => {
    const read = [byTotals("claude-sonnet-5-5", { cacheRead: 1_000_000 })];
    const on = (priceDate: string) => perSession(scenarioOf(read, { tokensOf: "claude-sonnet-5-5", priceDate }));
    expect(on("2026-10-06")).toBeCloseTo(0.2, 12);
    expect(on("2026-10-07")).toBeCloseTo(0.1, 12);
  });
});

describe("tokens of one tokenizer on a model of another", () => {
  const at = (model: string, tokensOf: string, tokenizerFactor = 1.3) =>
    perSession(scenarioOf([byTotals(model, REPRESENTATIVE)], { tokensOf, tokenizerFactor }));

  it.each([
    // 58,500 × 5 = 0.2925; 49,400 × 0.50 = 0.0247; 16,900 × 25 = 0.4225.
    ["from Sonnet 4.6 to Opus 4.7: × 1.3", "claude-opus-4-7", SONNET, 1.3, 0.7397],
    // × 1.2: 54,000 × 5 = 0.27; 45,600 × 0.50 = 0.0228; 15,600 × 25 = 0.39.
    ["by the factor that is set", "claude-opus-4-7", SONNET, 1.2, 0.6828],
    // 34,615.4 → 34,615 × 5 = 0.173075; 29,230.8 → 29,231 × 0.50 = 0.0146155; 10,000 × 25 = 0.25.
    ["back from Opus 4.7 to Opus 4.6: ÷ 1.3, to whole tokens", OPUS, "claude-opus-4-7", 1.3, 0.4376905],
    ["the model whose tokens they are: never", "claude-opus-4-7", "claude-opus-4-7", 1.3, 0.569],
    ["another of the same tokenizer: neither", OPUS, SONNET, 1.3, 0.569],
  ])("%s", (_why, model, tokensOf, factor, usd) => {
    expect(at(model, tokensOf, factor)).toBeCloseTo(usd, 12);
  });

  it("a simulated session is scaled before it runs, its limit is not", () => {
    // Sizes × 1.3: base 1,300, growth 130, output 65 of which round(32.5) = 33 are kept: prompts 1,430; 1,593; 1,756; 1,919.
    const run = (compactAtTokens: number | null) =>
      estimate(scenarioOf([simulated("claude-opus-4-7", { caching: "off", compactAtTokens })])).lines;
    expect(run(null).map(({ item, quantity }) => [item, quantity])).toEqual([
      ["input", 6_698],
      ["output", 260],
    ]);
    // At a limit of 1,756 the fourth compacts: 1,756 + 33 = 1,789 in, 260 out; then 1,300 + 260 + 130 = 1,690.
    expect(run(1_756).map(({ item, quantity }) => [item, quantity])).toEqual([
      ["input", 1_430 + 1_593 + 1_756 + 1_789 + 1_690],
      ["output", 260 + 260],
    ]);
  });
});

describe("a scenario that contradicts itself is refused", () => {
  it.each([
    ["an unknown model", { profiles: [byTotals("claude-opus-9", { input: 1 })] }, /^model: "claude-opus-9" is not a model/],
    ["a model before its first day", { priceDate: "2026-02-16" }, /^at: "2026-02-16" is not a day on which claude-sonnet-4-6/],
    [
      "a place that is not offered",
      { profiles: [byTotals(HAIKU, { input: 1 })], place: "us" as const },
      /^geo: "us" is not offered/,
    ],
  ])("%s", (_why, fields, message) => {
    const scenario = scenarioOf([byTotals(SONNET, REPRESENTATIVE)], fields);
    expect(() => estimate(scenario)).toThrow(RangeError);
    expect(() => estimate(scenario)).toThrow(message);
  });
});
