import { describe, expect, it } from "vitest";
import { combineVendors, percentUnder } from "../../src/features/vendors/combine-vendors.ts";
import { monthTokens } from "../../src/features/vendors/month-tokens.ts";
import { TOKEN_CLASSES } from "../../src/pricing/usage.ts";
import { DEFAULT_SCENARIO, DEFAULT_SIMULATED, DEFAULT_TOTALS } from "../../src/scenario/defaults.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import { PRESETS } from "../../src/scenario/presets.ts";
import type { Profile, Scenario } from "../../src/scenario/scenario.ts";

const profileWith = (usage: Profile["usage"]): Profile => ({
  name: "Coding",
  sessionsPerDay: 2,
  mix: [{ model: "claude-sonnet-4-6", percent: 100, locked: false }],
  usage,
});
const monthOf = (usage: Profile["usage"], change: Partial<Scenario> = {}): Scenario => ({
  ...DEFAULT_SCENARIO,
  priceDate: "2026-11-20",
  tokensOf: "claude-sonnet-4-6",
  workingDays: 20,
  profiles: [profileWith(usage)],
  ...change,
});
/** 40 sessions a month: 2M input, 4M written, 20M read, 0.8M output; 0.15 + 0.375 + 0.15 + 0.3 = $0.975 each, $39 a month. */
const TOTALS = { ...DEFAULT_TOTALS, input: 50_000, cacheWrite5m: 100_000, cacheRead: 500_000, output: 20_000, requests: null };
/** Prompts of 240,000, 280,000 and 320,000 tokens, none cached. */
const LONG = {
  ...DEFAULT_SIMULATED,
  requests: 3,
  basePromptTokens: 200_000,
  inputGrowthPerRequest: 40_000,
  outputPerRequest: 1_000,
  outputKeptShare: 0,
  caching: "off" as const,
  warmPromptTokens: 0,
  pauseMinutes: 0,
  pauseHours: 0,
  prefixChanges: 0,
  compactAtTokens: null,
  clearAfterRequests: null,
};
const tokensOf = (scenario: Scenario) => monthTokens(scenario, estimate(scenario));
const viewOf = (scenario: Scenario, tokensPercent = 100) => {
  const view = combineVendors(scenario, estimate(scenario), tokensPercent);
  if (view === null) throw new Error("there is something to compare");
  return view;
};
const rowOf = (scenario: Scenario, id: string, tokensPercent = 100) => {
  const { rows, older } = viewOf(scenario, tokensPercent);
  return [...rows, ...older].find((row) => row.id === id);
};

describe("the tokens of a month", () => {
  it("are those of the bill, by class", () => {
    const { splitAt, usd, besideUsd } = tokensOf(monthOf(TOTALS));
    expect(splitAt(null).upTo).toMatchObject({
      input: 2_000_000,
      cacheWrite5m: 4_000_000,
      cacheRead: 20_000_000,
      output: 800_000,
    });
    expect(usd).toBeCloseTo(39, 9);
    expect(besideUsd).toBe(0);
  });

  it("leave out what is no tokens: 40 sessions × 3 searches × $10 per 1,000 and × $0.01 for the router", () => {
    const { usd, besideUsd } = tokensOf(monthOf({ ...TOTALS, webSearches: 3 }, { routerFee: 0.01 }));
    expect(usd).toBeCloseTo(39, 9);
    expect(besideUsd).toBeCloseTo(1.2 + 0.4, 9);
  });

  it("are split by the prompts of the sessions, strictly above", () => {
    const { splitAt } = tokensOf(monthOf(LONG));
    // 40 × 240,000 and 40 × (280,000 + 320,000); 40 × 1,000 and 40 × 2,000
    expect(splitAt(272_000).upTo).toMatchObject({ input: 9_600_000, output: 40_000 });
    expect(splitAt(272_000).above).toMatchObject({ input: 24_000_000, output: 80_000 });
    expect(splitAt(279_999).above.input).toBe(24_000_000);
    expect(splitAt(280_000).above.input).toBe(12_800_000);
    expect(splitAt(320_000).above.input).toBe(0);
  });

  it("of failed requests are as few as are billed", () => {
    const failed = { erroredPercent: 50, retriedPercent: 0, refusedPercent: 0 };
    // half of 40 × 600,000
    expect(tokensOf(monthOf(LONG, { failed })).splitAt(272_000).above.input).toBe(12_000_000);
  });

  it.each([
    // 650,000 tokens of prompt in all
    ["one even prompt of 325,000", 2, 2_000_000],
    ["three of 216,667", 3, 0],
    ["nobody knows how many", null, 0],
  ])("of totals are long where the even prompt is: %s", (_what, requests, input) => {
    expect(tokensOf(monthOf({ ...TOTALS, requests })).splitAt(272_000).above.input).toBe(input);
  });

  it.each([
    [271_999, 0],
    [272_000, 0],
    [272_001, 40 * 272_001],
  ])("of one request of %d tokens", (input, above) => {
    expect(tokensOf(monthOf({ ...DEFAULT_TOTALS, input, requests: 1 })).splitAt(272_000).above.input).toBe(above);
  });

  it.each(PRESETS.map(({ name, scenario }) => [name, scenario] as const))(
    "of “%s” add up to the bill's on both sides of a threshold",
    (_name, scenario) => {
      const { splitAt, usd, besideUsd } = tokensOf(scenario);
      const [whole, { upTo, above }] = [splitAt(null).upTo, splitAt(50_000)];
      for (const name of TOKEN_CLASSES) expect(upTo[name] + above[name]).toBeCloseTo(whole[name], 3);
      expect(usd + besideUsd).toBeCloseTo(estimate(scenario).perMonth, 6);
    },
  );
});

describe("other vendors beside a month on Claude", () => {
  it.each([
    // 2 × 1 + 4 × 1.25 + 20 × 0.05 + 0.8 × 5 = 12; 39 / 12
    ["gpt-6.1-terra", "$12.00", "69% less", 325],
    // (2 + 4) × 5 + 20 × 0.5 + 0.8 × 30 = 64; 39 / 64
    ["gpt-5.5", "$64.00", "64% more", 60.9375],
    // (2 + 4) × 2 + 20 × 0.1 + 0.8 × 10 = 22; 39 / 22
    ["gemini-4-argon", "$22.00", "44% less", 177.272727],
    // (2 + 4 + 20) × 0.5 + 0.8 × 1.5 = 14.2; 39 / 14.2
    ["gpt-3.5-turbo", "$14.20", "64% less", 274.647887],
  ])("%s", (id, month, against, under) => {
    const row = rowOf(monthOf(TOTALS), id);
    expect([row?.month, row?.against]).toEqual([month, against]);
    expect(row?.cheaperUnder).toBeCloseTo(under, 6);
  });

  it("cost in proportion to the tokens that they need, and stay as cheap for it under the same share", () => {
    // 325 % of 12 = 39
    expect(rowOf(monthOf(TOTALS), "gpt-6.1-terra", 325)).toMatchObject({ month: "$39.00", against: "the same" });
    expect(rowOf(monthOf(TOTALS), "gpt-6.1-terra", 50)).toMatchObject({ month: "$6.00", cheaperUnder: 325 });
  });

  it("charge long prompts at their tier: 2 × 2 + 4 × 2.5 + 20 × 0.1 + 0.8 × 7.5", () => {
    const row = rowOf(monthOf({ ...TOTALS, requests: 2 }), "gpt-6.1-terra");
    expect(row?.month).toBe("$22.00");
    expect(row?.lines.map(({ item }) => item)).toEqual([
      "Input, prompts above 272K",
      "Cache writes, prompts above 272K",
      "Cached input, prompts above 272K",
      "Output, prompts above 272K",
    ]);
  });

  it("open to lines that add up to their month", () => {
    for (const { lines, usd } of viewOf(monthOf(TOTALS)).rows)
      expect(lines.reduce((sum, { quantity, rate }) => sum + (quantity * rate) / 1_000_000, 0)).toBeCloseTo(usd, 9);
  });

  it("are told in a sentence: the cheapest, the dearest, and under what share each is cheaper", () => {
    // Luna: 0.2 + 0.5 + 0.2 + 0.4 = 1.3, 39 / 1.3 = 3,000 %; Astra: 20 + 50 + 20 + 40 = 130, 39 / 130 = 30 %; dearer are GPT-6 Astra, 6.2 Astra
    // (16 + 40 + 8 + 32 = 96), 5.6 Sol (8 + 20 + 8 + 16 = 52) and 5.5 (64)
    expect(viewOf(monthOf(TOTALS)).sentence).toBe(
      "Your month's tokens cost $39.00 on Claude. For as many tokens, 11 of 15 other models cost less by list price: GPT-6 Luna is the cheapest at $1.30, cheaper for you if it needs under 3,000% of the tokens; GPT-6 Astra is the dearest at $130.00, cheaper only under 30%.",
    );
    expect(viewOf(monthOf(TOTALS), 10_000).sentence).toContain("For 10,000% of the tokens, none of 15 other models cost less");
  });

  it("stand in the order of their month, the historical ones apart", () => {
    const { rows, older } = viewOf(monthOf(TOTALS));
    const usd = rows.map((row) => row.usd);
    expect(usd).toEqual([...usd].sort((a, b) => a - b));
    expect(older.map(({ id }) => id).sort()).toEqual(["gpt-3.5-turbo", "gpt-4o", "gpt-4o-mini", "o1"]);
  });

  it("show their rates, those for long prompts, and which is not known", () => {
    expect(rowOf(monthOf(TOTALS), "gpt-6.1-terra")).toMatchObject({
      rates: "$1 / $0.05 / $5",
      above: "above 272K: $2 / $0.10 / $7.50",
    });
    expect(rowOf(monthOf(TOTALS), "o1")).toMatchObject({ rates: "$15 / not known / $60", above: null });
  });

  it("say which change of price is known, and which model had none on that day", () => {
    expect(rowOf(monthOf(TOTALS), "gemini-4-argon")?.next).toBe("$4 / $0.20 / $20 from 2026-12-01");
    expect(rowOf(monthOf(TOTALS, { priceDate: "2026-12-01" }), "gemini-4-argon")).toMatchObject({
      next: "none known",
      month: "$44.00",
    });
    expect(viewOf(monthOf(TOTALS)).unpriced).toBeNull();
    expect(viewOf(monthOf(TOTALS, { priceDate: "2026-10-25" })).unpriced).toBe(
      "No price on 2026-10-25: GPT-6.2 Astra, GPT-6.2 Sol, GPT-6.1 Terra, Gemini 4 Carbon.",
    );
  });

  it("are told to be list prices beside terms of one's own, and what is left out", () => {
    const all = (change: Partial<Scenario>) => viewOf(monthOf(TOTALS, change)).notes.join(" ");
    expect(all({})).not.toContain("plain list prices");
    expect(all({ discountPercent: 10, batchPercent: 20 })).toContain(
      "with your batch share, discount; the others are plain list prices",
    );
    expect(all({ routerFee: 0.01 })).toContain("$0.40 of your bill, are left out on both sides");
  });

  it("have nothing to stand beside where nothing is used", () => {
    const idle = monthOf({ ...DEFAULT_TOTALS, requests: null });
    expect(combineVendors(idle, estimate(idle), 100)).toBeNull();
  });
});

describe("a share to stay under", () => {
  it.each([
    [325, "325%"],
    [99.99, "99%"],
    [60.9375, "60%"],
    [10, "10%"],
    [9.996, "9.99%"],
    [0.001, "0.01%"],
    [null, "any share"],
  ])("%s is shown as %s", (percent, text) => {
    expect(percentUnder(percent)).toBe(text);
  });
});
