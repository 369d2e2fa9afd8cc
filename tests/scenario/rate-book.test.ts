import { describe, expect, it } from "vitest";
import { TOKEN_CLASSES } from "../../src/pricing/usage.ts";
import { findModel } from "../../src/rates/resolve-model.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { isOwnModel, rateBook } from "../../src/scenario/rate-book.ts";
import type { OwnModel, Scenario } from "../../src/scenario/scenario.ts";

const house: OwnModel = {
  id: "own-house",
  rates: { input: 1, cacheWrite5m: 1.25, cacheWrite1h: 2, cacheRead: 0.1, output: 5 },
  tokenizer: "before-4.7",
};

function book(fields: Partial<Scenario> = {}): ReturnType<typeof rateBook> {
  return rateBook({ ...DEFAULT_SCENARIO, ...fields });
}

describe("the price list of a scenario", () => {
  it("is the catalog's where nothing of one's own is laid over it", () => {
    expect(book().find("claude-haiku-5-5")).toBe(findModel("claude-haiku-5-5"));
    expect(book().webSearch.usdPerThousand).toBe(10);
    expect(book().discounted).toBe(false);
  });

  it("knows no model that nobody stated, and no other spelling", () => {
    expect(book().find("own-house")).toBeNull();
    expect(book().find("claude-haiku-4-5")).toBeNull();
    expect(book().find("__proto__")).toBeNull();
  });
});

describe("a contract's discount comes off every rate of the provider", () => {
  // 12.5 % off: × 0.875.
  const eighth = book({ discountPercent: 12.5 });

  it("of every class: 0.10, 0.50, 0.125, 0.20 and 0.01", () => {
    const rates = eighth.find("claude-haiku-5-5")?.periods[0]?.rates ?? {};
    const expected = { input: 0.0875, output: 0.4375, cacheWrite5m: 0.109375, cacheWrite1h: 0.175, cacheRead: 0.00875 };
    expect(Object.keys(rates).sort()).toEqual(Object.keys(expected).sort());
    for (const name of TOKEN_CLASSES) expect(rates[name]).toBeCloseTo(expected[name], 12);
  });

  it("of the long-context tier, whose threshold stays", () => {
    const tier = book({ discountPercent: 12.5 }).find("claude-haiku-5-5")?.periods[0]?.longContext;
    expect(tier?.thresholdTokens).toBe(100_000);
    // 0.50 and 2.50.
    expect(tier?.rates).toMatchObject({ input: 0.4375, output: 2.1875 });
  });

  it("of web searches: 8.75 a thousand", () => {
    expect(eighth.webSearch.usdPerThousand).toBe(8.75);
  });

  it("makes no rate where none is known", () => {
    expect(eighth.find("claude-mythos-preview")?.periods[0]?.rates).toEqual({ input: 21.875, output: 109.375 });
  });

  it("leaves the catalog itself as it was, and says that it is there", () => {
    expect(findModel("claude-haiku-5-5")?.periods[0]?.rates.input).toBe(0.1);
    expect(eighth.discounted).toBe(true);
  });

  it("does not touch rates of one's own: those are what the person pays", () => {
    expect(book({ discountPercent: 50, ownModels: [house] }).find("own-house")?.periods[0]?.rates).toEqual(house.rates);
  });
});

describe("a model of one's own", () => {
  const card = book({ ownModels: [house], priceDate: "2026-01-01" }).find("own-house");

  it("has the rates that were stated on the day that is asked for, half of them in batch; costs the same wherever it is served", () => {
    expect(card).toEqual({
      id: "own-house",
      name: "house",
      family: "own",
      aliases: [],
      status: "current",
      released: "2026-01-01",
      retired: null,
      periods: [
        {
          from: "2026-01-01",
          to: null,
          rates: house.rates,
          longContext: null,
          contextWindow: 1_000_000,
          source: "your own rates",
          checkedOn: "2026-01-01",
        },
      ],
      fast: [],
      batchMultiplier: 0.5,
      usMultiplier: 1,
      regionalMultiplier: 1,
      tokenizer: "before-4.7",
      minCacheableTokens: null,
      // A person's word, not a price list's.
      confidence: "medium",
    });
  });

  it.each([
    ["own-house", true],
    ["claude-opus-5-5", false],
    ["my-own-house", false],
  ])("%s: %s", (id, own) => {
    expect(isOwnModel(id)).toBe(own);
  });
});
