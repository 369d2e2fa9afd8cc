import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { totalOf } from "../../src/pricing/bill-line.ts";
import { priceWithCard } from "../../src/pricing/price-request.ts";
import { priceTotals } from "../../src/pricing/price-totals.ts";
import type { ModelCard } from "../../src/pricing/rate-card.ts";
import { catalog } from "../../src/rates/catalog.ts";
import { findModel } from "../../src/rates/resolve-model.ts";

const haiku55 = findModel("claude-haiku-5-5") as ModelCard;
const sonnet46 = findModel("claude-sonnet-4-6") as ModelCard;
const terms = { day: "2026-11-20", webSearch: catalog.webSearch };

describe("totals without a request count are priced at the standard tier", () => {
  it.each([
    // 100,000 × 0.10 = 0.01; 1,000,000 × 0.10 = 0.10.
    ["no single prompt can have passed the threshold", haiku55, 99_999, 0.009_999_9, false],
    ["at the threshold none can have passed it either", haiku55, 100_000, 0.01, false],
    ["above it one can have: a lower bound", haiku55, 100_001, 0.010_000_1, true],
    ["far above it", haiku55, 1_000_000, 0.1, true],
    // 10,000,000 × 3 = 30, whatever the prompts were.
    ["a model without a tier is exact", sonnet46, 10_000_000, 30, false],
  ])("%s", (_why, card, input, total, lowerBound) => {
    const priced = priceTotals(card, { usage: { input }, requests: null }, terms);
    expect(totalOf(priced.lines)).toBeCloseTo(total, 12);
    expect(priced.lowerBound).toBe(lowerBound);
  });
});

describe("totals with a request count are taken as an even split", () => {
  // One million prompt tokens and 10,000 out: over 10 requests 100,000 each, at the threshold and so standard.
  it.each([
    // 1,000,000 × 0.50 = 0.5; 10,000 × 2.50 = 0.025.
    [9, 0.525],
    // 1,000,000 × 0.10 = 0.1; 10,000 × 0.50 = 0.005.
    [10, 0.105],
    [11, 0.105],
  ])("over %d requests: $%d", (requests, total) => {
    const split = priceTotals(haiku55, { usage: { input: 1_000_000, output: 10_000 }, requests }, terms);
    expect(totalOf(split.lines)).toBeCloseTo(total, 12);
    expect(split.lowerBound).toBe(false);
  });

  it("a split that leaves a fraction counts it: 1,000,001 over 10 is above 100,000", () => {
    // 1,000,001 × 0.50 = 0.5000005.
    expect(totalOf(priceTotals(haiku55, { usage: { input: 1_000_001 }, requests: 10 }, terms).lines)).toBeCloseTo(
      0.500_000_5,
      12,
    );
  });

  it("one request is priced as that request", () => {
    const usage = { input: 60_000, cacheRead: 50_000, output: 900, webSearches: 3 };
    const { lines } = priceTotals(haiku55, { usage, requests: 1 }, terms);
    expect(lines).toEqual(priceWithCard(haiku55, { usage, at: "2026-11-20" }, catalog.webSearch).lines);
  });
});

describe("the lower bound is one", () => {
  it("however the prompts were split, they cost no less", () => {
    const prompts = fc.array(fc.nat(300_000), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(prompts, (inputs) => {
        const apart = inputs.map((input) => priceWithCard(haiku55, { usage: { input }, at: terms.day }, catalog.webSearch).total);
        const together = priceTotals(haiku55, { usage: { input: inputs.reduce((a, b) => a + b) }, requests: null }, terms);
        const sum = apart.reduce((a, b) => a + b);
        expect(totalOf(together.lines)).toBeLessThanOrEqual(sum + 1e-9);
        if (!together.lowerBound) expect(totalOf(together.lines)).toBeCloseTo(sum, 10);
      }),
    );
  });
});

describe("what cannot be priced is refused", () => {
  it.each([
    ["no requests", 0, /^requests: 0 is not a whole number of at least 1$/],
    ["half a request", 1.5, /^requests: 1\.5 is not a whole number of at least 1$/],
    ["NaN", Number.NaN, /^requests: NaN is not/],
  ])("%s", (_why, requests, message) => {
    expect(() => priceTotals(sonnet46, { usage: { input: 5 }, requests }, terms)).toThrow(RangeError);
    expect(() => priceTotals(sonnet46, { usage: { input: 5 }, requests }, terms)).toThrow(message);
  });

  it("a count below zero, a day before the first, a modifier that is not offered", () => {
    const price = (usage: object, over: object = {}) => priceTotals(sonnet46, { usage, requests: null }, { ...terms, ...over });
    expect(() => price({ input: -1 })).toThrow(/^usage\.input: -1/);
    expect(() => price({ input: 1 }, { day: "2026-02-16" })).toThrow(/^at: "2026-02-16"/);
    expect(() => price({ input: 1 }, { speed: "fast" })).toThrow(/^speed: "fast"/);
  });
});
