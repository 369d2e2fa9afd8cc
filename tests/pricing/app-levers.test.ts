import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AppCalls, type AppTerms, appBill } from "../../src/pricing/app-bill.ts";
import { APP_LEVER_ORDER, type AppLeverSettings, type AppWaterfall, appWaterfall } from "../../src/pricing/app-levers.ts";
import { callCost } from "../../src/pricing/call-cost.ts";
import type { ModelCard } from "../../src/pricing/rate-card.ts";
import { catalog } from "../../src/rates/catalog.ts";
import { findModel } from "../../src/rates/resolve-model.ts";

function card(id: string): ModelCard {
  const found = findModel(id);
  if (!found) throw new Error(id);
  return found;
}

const SONNET_4_6 = card("claude-sonnet-4-6");
const SONNET_5_5 = card("claude-sonnet-5-5");
const HAIKU_4_5 = card("claude-haiku-4-5-20251001");
const HAIKU_5_5 = card("claude-haiku-5-5");
const MYTHOS_PREVIEW = card("claude-mythos-preview");

function termsOf(main: ModelCard, smaller: ModelCard = main, scale = 1): AppTerms {
  return { main: { card: main, scale: 1 }, smaller: { card: smaller, scale }, day: catalog.date, webSearch: catalog.webSearch };
}

/** 1,000 calls of 2,000 in and 1,000 out: on Sonnet 4.6 2,000,000 × 3 + 1,000,000 × 15 a million = 6 + 15 = $21. */
const CALLS: AppCalls = {
  promptTokens: 2_000,
  outputTokens: 1_000,
  cachedPercent: 0,
  prefix: null,
  arriving: 1_000,
  calls: 1_000,
  batchPercent: 0,
  smallerPercent: 0,
};

const OFF: AppLeverSettings = {
  outputCap: { on: false, tokens: 600 },
  trimming: { on: false, percent: 25 },
  prefix: { on: false, tokens: 1_500, lifetime: "5m", arrival: "steady", burstCalls: 20, burstMinutes: 60 },
  batch: { on: false, percent: 50 },
  localCache: { on: false, percent: 20 },
  smaller: { on: false, percent: 50 },
};

type Changes = { readonly [id in keyof AppLeverSettings]?: Partial<AppLeverSettings[id]> };

function leversWith(changes: Changes): AppLeverSettings {
  const levers = APP_LEVER_ORDER.map((id) => [id, { ...OFF[id], ...changes[id] }]);
  return Object.fromEntries(levers) as unknown as AppLeverSettings;
}

function fallOf(changes: Changes, terms: AppTerms = termsOf(SONNET_4_6, HAIKU_4_5), calls: AppCalls = CALLS): AppWaterfall {
  const fall = appWaterfall(calls, leversWith(changes), terms);
  if (fall.noPrice !== null) throw new Error(fall.noPrice);
  return fall;
}

function totalOf(calls: Partial<AppCalls>, terms: AppTerms = termsOf(SONNET_4_6, HAIKU_4_5)): number {
  const bill = appBill({ ...CALLS, ...calls }, terms);
  if (bill.noPrice !== null) throw new Error(bill.noPrice);
  return bill.total;
}

const step = (fall: AppWaterfall, id: keyof AppLeverSettings) => fall.steps.find((one) => one.id === id);

const PREFIX = { ...OFF.prefix, tokens: 1_500 };

describe("a month of an app's calls", () => {
  it.each<[why: string, calls: Partial<AppCalls>, usd: number]>([
    ["plain calls", {}, 21],
    // 1,500 of 2,000 read: 0.5M × 3 + 1.5M × 0.30 + 15 = 1.5 + 0.45 + 15
    ["a share that is read by every call", { cachedPercent: 75 }, 16.95],
    // 1,000 calls are 43.2 minutes apart: each writes. 1.5M × 3.75 + 0.5M × 3 + 15 = 5.625 + 1.5 + 15
    ["a prefix of 5 minutes that nobody comes back to", { prefix: PREFIX }, 22.125],
    // within the hour: 1 × 1,500 × 6 + 999 × 1,500 × 0.30 = 0.009 + 0.44955; + 1.5 + 15
    ["a prefix of an hour lives on", { prefix: { ...PREFIX, lifetime: "1h" } }, 16.95855],
    // 50 bursts of 20: 50 × 1,500 × 3.75 + 950 × 1,500 × 0.30 = 0.28125 + 0.4275; + 16.5
    ["bursts write once each", { prefix: { ...PREFIX, arrival: "bursts" } }, 17.20875],
    // no more than the prompt has is cached: 2,000 × 6 + 999 × 2,000 × 0.30 = 0.012 + 0.5994; + 15
    ["a prefix longer than the prompt", { prefix: { ...PREFIX, tokens: 9_000, lifetime: "1h" } }, 15.6114],
    // 0.75 × 21 + 0.25 × 10.5
    ["a quarter in batch", { batchPercent: 25 }, 18.375],
    // half on Haiku 4.5 at a third of the rates: 10.5 + 3.5
    ["half on a smaller model", { smallerPercent: 50 }, 14],
    ["no calls at all", { calls: 0 }, 0],
  ])("%s", (_, calls, expected) => {
    expect(totalOf(calls)).toBeCloseTo(expected, 10);
  });

  it("each model has a cache of its own, and its own shortest prefix", () => {
    // An hour, 500 calls each, 86.4 minutes apart: all write. Sonnet 4.6: 0.75M × 6 + 0.25M × 3 + 0.5M × 15 = 4.5 + 0.75 + 7.5.
    // Haiku 4.5 caches from 4,096 on: 1M × 1 + 0.5M × 5 = 3.5
    expect(totalOf({ smallerPercent: 50, prefix: { ...PREFIX, lifetime: "1h" } })).toBeCloseTo(16.25, 10);
  });

  it("the smaller model counts the text by its own tokenizer", () => {
    // All on Sonnet 5.5 at 1.3: 2,600 × 2 + 1,300 × 10 = 18,200 a call
    expect(totalOf({ smallerPercent: 100 }, termsOf(SONNET_4_6, SONNET_5_5, 1.3))).toBeCloseTo(18.2, 10);
  });

  it("has one line for each model, class and price, quantity × rate = amount", () => {
    const bill = appBill({ ...CALLS, batchPercent: 50 }, termsOf(SONNET_4_6));
    expect(bill).toMatchObject({
      lines: [
        { item: "input", quantity: 1_000_000, rate: 3, amount: 3, batch: false, model: SONNET_4_6.id },
        { item: "output", quantity: 500_000, rate: 15, amount: 7.5, batch: false },
        { item: "input", quantity: 1_000_000, rate: 1.5, amount: 1.5, batch: true },
        { item: "output", quantity: 500_000, rate: 7.5, amount: 3.75, batch: true },
      ],
    });
  });

  it("is what so many single calls cost", () => {
    const call = { promptTokens: 2_000, outputTokens: 400, thinkingTokens: 600, cachedPercent: 40, batch: false };
    const one = callCost(HAIKU_5_5, call, { day: catalog.date, webSearch: catalog.webSearch, scale: 1 });
    if (one.noPrice !== null) throw new Error(one.noPrice);
    expect(totalOf({ cachedPercent: 40 }, termsOf(HAIKU_5_5))).toBeCloseTo(one.total * 1_000, 10);
  });
});

describe("the waterfall of an app's levers", () => {
  it("is the bill itself with every lever off, and shows each alone", () => {
    const fall = fallOf({});
    expect(fall.today.total).toBeCloseTo(21, 10);
    expect(fall.optimised).toBe(fall.today);
    const alone = Object.fromEntries(fall.steps.map((one) => [one.id, Number(one.alone?.toFixed(6))]));
    expect(alone).toEqual({
      // 400 of 1,000 tokens less: 0.4M × 15
      outputCap: 6,
      // a quarter of 2M × 3
      trimming: 1.5,
      // 22.125 − 21, dearer
      prefix: -1.125,
      // a quarter of 21
      batch: 5.25,
      // a fifth
      localCache: 4.2,
      smaller: 7,
    });
  });

  it("pulls each at what those above it have left", () => {
    const fall = fallOf({
      outputCap: { on: true },
      trimming: { on: true },
      prefix: { on: true, lifetime: "1h", tokens: 1_200 },
      batch: { on: true },
      localCache: { on: true },
      smaller: { on: true, percent: 25 },
    });
    const after = fall.steps.map((one) => one.after);
    // 6 + 600 × 15 a thousand calls = 6 + 9
    expect(after[0]).toBeCloseTo(15, 10);
    // 1,500 in: 4.5 + 9
    expect(after[1]).toBeCloseTo(13.5, 10);
    // 300 × 3 = 0.9; 1,200 × 6 once = 0.0072; 999 × 1,200 × 0.30 = 0.35964; + 9
    expect(after[2]).toBeCloseTo(10.26684, 10);
    // half of them at half
    expect(after[3]).toBeCloseTo(7.70013, 10);
    // 800 calls, 54 minutes apart: 0.72 + 0.0072 + 799 × 0.00036 + 7.2 = 8.21484, times 0.75
    expect(after[4]).toBeCloseTo(6.16113, 10);
    // 600 calls are 72 minutes apart: all write, 600 × (0.9 + 7.2 + 9) / 1,000 = 10.26. 200 on Haiku 4.5, too short to cache there:
    // 200 × (1,500 × 1 + 600 × 5) = 0.9. Together 11.16, times 0.75
    expect(after[5]).toBeCloseTo(8.37, 10);
    expect(fall.optimised.total).toBe(after[5]);
  });

  it("leaves out a prefix shorter than the model caches, and goes on without it", () => {
    // Sonnet 4.6 caches from 1,024 tokens on
    const conflicts = [1_023, 1_024].map((tokens) => step(fallOf({ prefix: { on: true, tokens } }), "prefix")?.conflict);
    expect(conflicts).toEqual(["prefix-too-short", null]);
    const short = fallOf({ prefix: { on: true, tokens: 1_023 }, batch: { on: true } });
    expect(step(short, "prefix")).toMatchObject({ before: 21, after: 21, alone: null });
    expect(short.optimised.total).toBeCloseTo(15.75, 10);
  });

  it("says which lever has no price, and that calls without one have nothing to pull at", () => {
    const preview = termsOf(MYTHOS_PREVIEW, SONNET_4_6);
    const conflicts = fallOf({}, preview).steps.map(({ id, conflict }) => [id, conflict]);
    expect(Object.fromEntries(conflicts)).toMatchObject({ prefix: "prefix-too-short", batch: "no-batch", smaller: null });
    const long = { ...CALLS, promptTokens: 20_000 };
    expect(step(fallOf({ prefix: { tokens: 10_000 } }, preview, long), "prefix")?.conflict).toBe("no-cache-rates");
    expect(appWaterfall({ ...CALLS, batchPercent: 100 }, OFF, preview)).toEqual({ noPrice: "no-batch" });
  });

  it("takes the prefix in the place of the share that the call reads", () => {
    // 75 % read: 16.95; the hour's prefix of 1,500: 16.95855
    const fall = fallOf({ prefix: { on: true, lifetime: "1h" } }, undefined, { ...CALLS, cachedPercent: 75 });
    expect([fall.today.total, fall.optimised.total].map((usd) => usd.toFixed(5))).toEqual(["16.95000", "16.95855"]);
  });

  it("reproduces what a guide saves by caching 5,000 tokens over 1,000 calls a day, the one write apart (claim C4)", () => {
    // 30,000 calls × 5,000 × (3 − 0.30) = $405; one write costs 5,000 × (3.75 − 0.30) = $0.01725 more than a read
    const calls = { ...CALLS, promptTokens: 5_000, outputTokens: 0, arriving: 30_000, calls: 30_000 };
    const fall = fallOf({ prefix: { on: true, tokens: 5_000 } }, termsOf(card("claude-sonnet-4-20250514")), calls);
    expect(fall.today.total - fall.optimised.total).toBeCloseTo(405 - 0.01725, 9);
  });
});

describe("laws", () => {
  const percent = fc.integer({ min: 0, max: 1_000 }).map((tenths) => tenths / 10);
  const priced = fc.constantFrom(...catalog.models.filter(({ id }) => id !== MYTHOS_PREVIEW.id));
  const anyTerms = fc.tuple(priced, priced, fc.constantFrom(1, 1.3)).map((args) => termsOf(...args));
  const anyCalls: fc.Arbitrary<AppCalls> = fc
    .record({ promptTokens: fc.nat(300_000), outputTokens: fc.nat(20_000), cachedPercent: percent, calls: fc.nat(100_000) })
    .map((stated) => ({ ...CALLS, ...stated, arriving: stated.calls }));
  const anyLevers: fc.Arbitrary<AppLeverSettings> = fc.record({
    outputCap: fc.record({ on: fc.boolean(), tokens: fc.nat(20_000) }),
    trimming: fc.record({ on: fc.boolean(), percent }),
    prefix: fc.record({
      on: fc.boolean(),
      tokens: fc.nat(300_000),
      lifetime: fc.constantFrom("5m" as const, "1h" as const),
      arrival: fc.constantFrom("steady" as const, "bursts" as const),
      burstCalls: fc.integer({ min: 1, max: 1_000 }),
      burstMinutes: fc.integer({ min: 1, max: 1_000 }),
    }),
    batch: fc.record({ on: fc.boolean(), percent }),
    localCache: fc.record({ on: fc.boolean(), percent }),
    smaller: fc.record({ on: fc.boolean(), percent }),
  });
  const pulled = (calls: AppCalls, levers: AppLeverSettings, terms: AppTerms): AppWaterfall => {
    const fall = appWaterfall(calls, levers, terms);
    if (fall.noPrice !== null) throw new Error(fall.noPrice);
    return fall;
  };

  it("the steps add up to the difference, and both bills are the sums of their lines", () => {
    fc.assert(
      fc.property(anyCalls, anyLevers, anyTerms, (calls, levers, terms) => {
        const { today, optimised, steps } = pulled(calls, levers, terms);
        const saved = steps.reduce((sum, { before, after }) => sum + before - after, 0);
        const scale = Math.max(1, today.total, optimised.total);
        expect(Math.abs(saved - (today.total - optimised.total)) / scale).toBeLessThan(1e-9);
        for (const { total, lines } of [today, optimised]) {
          const sum = lines.reduce((all, { quantity, rate, per }) => all + (quantity * rate) / per, 0);
          expect(Math.abs(sum - total) / scale).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it("a batch, an output cap and fewer calls of the same kind are never dearer", () => {
    fc.assert(
      fc.property(anyCalls, anyLevers, anyTerms, (calls, levers, terms) => {
        const { steps } = pulled(calls, levers, terms);
        for (const { id, alone } of steps)
          if (["batch", "outputCap", "localCache"].includes(id) && alone !== null) expect(alone).toBeGreaterThanOrEqual(-1e-9);
        const batch = steps.find(({ id }) => id === "batch");
        expect(batch?.after).toBeLessThanOrEqual((batch?.before ?? 0) * (1 + 1e-12) + 1e-12);
      }),
    );
  });

  it("with every lever off the bill is the bill", () => {
    fc.assert(
      fc.property(anyCalls, anyTerms, (calls, terms) => {
        const { today, optimised } = pulled(calls, OFF, terms);
        const bill = appBill(calls, terms);
        expect([today.total, optimised.total]).toEqual([bill, bill].map((one) => (one.noPrice === null ? one.total : null)));
      }),
    );
  });
});
