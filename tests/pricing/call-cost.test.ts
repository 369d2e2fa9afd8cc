import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Call, type CallTerms, callCost, isCacheable } from "../../src/pricing/call-cost.ts";
import type { ModelCard } from "../../src/pricing/rate-card.ts";
import { catalog } from "../../src/rates/catalog.ts";
import { findModel } from "../../src/rates/resolve-model.ts";

const TERMS: CallTerms = { day: catalog.date, webSearch: catalog.webSearch, scale: 1 };

function card(id: string): ModelCard {
  const found = findModel(id);
  if (!found) throw new Error(id);
  return found;
}

function callOf(call: Partial<Call>): Call {
  return { promptTokens: 0, outputTokens: 0, thinkingTokens: 0, cachedPercent: 0, batch: false, ...call };
}

function cost(model: string, call: Partial<Call>, terms: Partial<CallTerms> = {}) {
  return callCost(card(model), callOf(call), { ...TERMS, ...terms });
}

function usd(model: string, call: Partial<Call>, terms: Partial<CallTerms> = {}): number {
  const found = cost(model, call, terms);
  if (found.noPrice !== null) throw new Error(found.noPrice);
  return found.total;
}

const SONNET_4_6 = "claude-sonnet-4-6";
const SONNET_5_5 = "claude-sonnet-5-5";
const HAIKU_5_5 = "claude-haiku-5-5";
const HAIKU_4_5 = "claude-haiku-4-5-20251001";
const MYTHOS_PREVIEW = "claude-mythos-preview";

describe("one call costs its classes at the rates of the day", () => {
  it.each<[why: string, model: string, call: Partial<Call>, usd: number]>([
    ["a million tokens of prompt at $3", SONNET_4_6, { promptTokens: 1_000_000 }, 3],
    // 2,000 × 2 + 500 × 10 = 4,000 + 5,000 a million
    ["prompt and answer", SONNET_5_5, { promptTokens: 2_000, outputTokens: 500 }, 0.009],
    // thinking as output: 2,000 × 2 + 2,500 × 10 = 29,000
    ["thinking is billed as output", SONNET_5_5, { promptTokens: 2_000, outputTokens: 500, thinkingTokens: 2_000 }, 0.029],
    // 75 % of 2,000 read at 0.10, 500 at 2: 150 + 1,000 = 1,150
    ["the cached share is read", SONNET_5_5, { promptTokens: 2_000, cachedPercent: 75 }, 0.00115],
    // half of 0.009
    ["a batch is half", SONNET_5_5, { promptTokens: 2_000, outputTokens: 500, batch: true }, 0.0045],
    ["a call of nothing costs nothing", SONNET_5_5, {}, 0],
  ])("%s", (_, model, call, expected) => {
    expect(usd(model, call)).toBeCloseTo(expected, 12);
  });

  it.each<[prompt: number, usd: number]>([
    // 99,999 × 0.10 + 1,000 × 0.50 = 9,999.9 + 500
    [99_999, 0.0104999],
    // 100,000 × 0.10 + 500
    [100_000, 0.0105],
    // above the threshold all of it, output too: 100,001 × 0.50 + 1,000 × 2.50 = 50,000.5 + 2,500
    [100_001, 0.0525005],
  ])("the tier is that of this prompt: %d tokens into Haiku 5.5", (promptTokens, expected) => {
    expect(usd(HAIKU_5_5, { promptTokens, outputTokens: 1_000 })).toBeCloseTo(expected, 12);
  });

  it("a model that counts the text otherwise bills its own count, each class rounded", () => {
    // 1,001 × 1.3 = 1,301.3 in, (1 + 2) × 1.3 = 3.9 out
    const found = cost(SONNET_5_5, { promptTokens: 1_001, outputTokens: 1, thinkingTokens: 2 }, { scale: 1.3 });
    expect(found).toMatchObject({ usage: { input: 1_301, cacheRead: 0, output: 4 } });
  });

  it.each([
    ["cachedPercent", { cachedPercent: 101 }],
    ["cachedPercent", { cachedPercent: -1 }],
    ["usage.input", { promptTokens: -1 }],
  ])("refuses what is no count: %s", (field, call) => {
    expect(() => cost(SONNET_5_5, call)).toThrow(field);
  });
});

describe("what has no price says why", () => {
  it.each<[model: string, call: Partial<Call>, day: string, why: string | null]>([
    [MYTHOS_PREVIEW, { promptTokens: 10_000, batch: true }, catalog.date, "no-batch"],
    [MYTHOS_PREVIEW, { promptTokens: 10_000, cachedPercent: 50 }, catalog.date, "no-cache-rates"],
    // nothing is read, so no rate of reads is needed
    [MYTHOS_PREVIEW, { promptTokens: 10_000 }, catalog.date, null],
    [SONNET_5_5, { promptTokens: 1 }, "2026-09-27", "not-released"],
    [SONNET_5_5, { promptTokens: 1 }, "2026-09-28", null],
  ])("%s, %j on %s: %s", (model, call, day, why) => {
    expect(cost(model, call, { day }).noPrice).toBe(why);
    if (why !== null) expect(cost(model, call, { day })).not.toHaveProperty("total");
  });
});

describe("a prefix shorter than the model caches is input", () => {
  // Haiku 4.5 caches from 4,096 tokens on: input 1, read 0.10
  it.each<[cached: number, usd: number, tooShort: boolean]>([
    [4_095, 0.004095, true],
    [4_096, 0.0004096, false],
    [4_097, 0.0004097, false],
  ])("%d tokens, all of them cached", (promptTokens, expected, tooShortToCache) => {
    expect(usd(HAIKU_4_5, { promptTokens, cachedPercent: 100 })).toBeCloseTo(expected, 12);
    expect(cost(HAIKU_4_5, { promptTokens, cachedPercent: 100 })).toMatchObject({ tooShortToCache });
  });

  it("where the minimum was not found, any length is cached", () => {
    expect(isCacheable({ minCacheableTokens: null }, 1)).toBe(true);
  });
});

describe("laws", () => {
  const offered = catalog.models.filter(({ batchMultiplier, id }) => batchMultiplier !== null && id !== MYTHOS_PREVIEW);
  const anyCard = fc.constantFrom(...offered);
  const anyCall = fc.record({
    promptTokens: fc.nat(400_000),
    outputTokens: fc.nat(50_000),
    thinkingTokens: fc.nat(50_000),
    cachedPercent: fc.integer({ min: 0, max: 1_000 }).map((tenths) => tenths / 10),
    batch: fc.boolean(),
  });
  const total = (model: ModelCard, call: Call): number => {
    const found = callCost(model, call, TERMS);
    return found.noPrice === null ? found.total : Number.NaN;
  };

  it("a batch is never dearer", () => {
    fc.assert(
      fc.property(anyCard, anyCall, (model, call) => {
        expect(total(model, { ...call, batch: true })).toBeLessThanOrEqual(total(model, { ...call, batch: false }));
      }),
    );
  });

  it("a larger cached share never costs more, since every model reads more cheaply than it takes input", () => {
    fc.assert(
      fc.property(anyCard, anyCall, fc.integer({ min: 0, max: 100 }), (model, call, other) => {
        const [less, more] = [call.cachedPercent, other].sort((a, b) => a - b) as [number, number];
        const dear = total(model, { ...call, cachedPercent: less });
        expect(total(model, { ...call, cachedPercent: more })).toBeLessThanOrEqual(dear * (1 + 1e-12));
      }),
    );
  });

  it("the lines add up to the total", () => {
    fc.assert(
      fc.property(anyCard, anyCall, (model, call) => {
        const found = callCost(model, call, TERMS);
        if (found.noPrice !== null) throw new Error(found.noPrice);
        const sum = found.lines.reduce((all, { quantity, rate, per }) => all + (quantity * rate) / per, 0);
        expect(sum).toBeCloseTo(found.total, 9);
      }),
    );
  });
});
