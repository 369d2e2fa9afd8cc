import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PricedRequest, priceRequest } from "../../src/index.ts";
import { totalOf } from "../../src/pricing/bill-line.ts";
import { TOKEN_CLASSES, type Usage } from "../../src/pricing/usage.ts";
import { catalog } from "../../src/rates/catalog.ts";

const MILLION = 1_000_000;
const SONNET_4_6 = "claude-sonnet-4-6";
const SONNET_4_5 = "claude-sonnet-4-5-20250929";
const HAIKU_5_5 = "claude-haiku-5-5";

const totals = (rows: readonly { readonly why: string; readonly in: PricedRequest; readonly out: number }[]): void => {
  it.each(rows)("$why", ({ in: request, out }) => {
    expect(priceRequest(request).total).toBeCloseTo(out, 12);
  });
};

describe("each class costs its tokens times its rate, per million", () => {
  totals([
    { why: "200,000 output tokens at $15 a million", in: { model: SONNET_4_6, usage: { output: 200_000 } }, out: 3 },
    { why: "nothing used costs nothing", in: { model: SONNET_4_6, usage: {} }, out: 0 },
    {
      // Every class of Opus 5.5 once: 4 + 5 + 8 + 0.20 + 20.
      why: "a million of each class",
      in: {
        model: "claude-opus-5-5",
        usage: { input: MILLION, cacheWrite5m: MILLION, cacheWrite1h: MILLION, cacheRead: MILLION, output: MILLION },
      },
      out: 37.2,
    },
    {
      // 1,200 × 3 = 0.0036; 5,300 × 15 = 0.0795; 940,000 × 0.30 = 0.282; 50,000 × 3.75 = 0.1875 (code.claude.com/docs/en/costs: $0.55).
      why: "Anthropic's own example of /usage",
      in: { model: SONNET_4_6, usage: { input: 1_200, output: 5_300, cacheRead: 940_000, cacheWrite5m: 50_000 } },
      out: 0.5526,
    },
    {
      // 10,000 × 5 = 0.05; 40,000 × 0.50 = 0.02; 15,000 × 25 = 0.375 (pricing page, Managed Agents without the running time).
      why: "Anthropic's own example of an agent on Opus 5",
      in: { model: "claude-opus-5", usage: { input: 10_000, output: 15_000, cacheRead: 40_000 } },
      out: 0.445,
    },
    // Cache reads are no fixed part of input: 0.1, 0.05 and 0.025 of it.
    { why: "a million read on Opus 5: 0.1 of $5", in: { model: "claude-opus-5", usage: { cacheRead: MILLION } }, out: 0.5 },
    { why: "a million read on Opus 5.5: 0.05 of $4", in: { model: "claude-opus-5-5", usage: { cacheRead: MILLION } }, out: 0.2 },
    {
      why: "a million read on Fable 5.2: 0.025 of $8",
      in: { model: "claude-fable-5-2", usage: { cacheRead: MILLION } },
      out: 0.2,
    },
    // Published rounded: 0.30 for 1.25 × 0.25 = 0.3125, and 0.03 for 0.025.
    {
      why: "Haiku 3 as published",
      in: { model: "claude-3-haiku-20240307", usage: { cacheWrite5m: MILLION, cacheRead: MILLION } },
      out: 0.33,
    },
  ]);

  it("a bill has a line for each class that is used, in the order of the classes, and its rate", () => {
    const { lines, total, model } = priceRequest({
      model: "claude-haiku-4-5",
      usage: { output: 2_000, input: 3_000, cacheRead: 0 },
    });
    // 3,000 × 1 / 1,000,000 = 0.003; 2,000 × 5 / 1,000,000 = 0.01.
    expect(lines).toEqual([
      { item: "input", quantity: 3_000, rate: 1, per: MILLION, amount: 0.003 },
      { item: "output", quantity: 2_000, rate: 5, per: MILLION, amount: 0.01 },
    ]);
    expect(total).toBeCloseTo(0.013, 12);
    expect(model).toBe("claude-haiku-4-5-20251001");
  });
});

describe("rates are those of the request's day", () => {
  totals([
    { why: "without a day: the catalog's", in: { model: "claude-sonnet-5-5", usage: { cacheRead: MILLION } }, out: 0.1 },
    {
      why: "the last day of an old rate",
      in: { model: "claude-sonnet-5-5", at: "2026-10-06", usage: { cacheRead: MILLION } },
      out: 0.2,
    },
    {
      why: "the first day of a new one",
      in: { model: "claude-sonnet-5-5", at: "2026-10-07", usage: { cacheRead: MILLION } },
      out: 0.1,
    },
    {
      why: "half past eleven at night, two hours behind UTC, is the next day",
      in: { model: "claude-sonnet-5-5", at: "2026-10-06T23:30:00-02:00", usage: { cacheRead: MILLION } },
      out: 0.1,
    },
    {
      why: "one in the morning, two hours ahead of UTC, is the day before",
      in: { model: "claude-sonnet-5-5", at: "2026-10-07T01:00:00+02:00", usage: { cacheRead: MILLION } },
      out: 0.2,
    },
    {
      why: "a time without a zone is UTC",
      in: { model: "claude-sonnet-5-5", at: "2026-10-06T23:59:59", usage: { cacheRead: MILLION } },
      out: 0.2,
    },
  ]);

  it("says which rates those were and where they come from", () => {
    const { rates } = priceRequest({ model: "claude-sonnet-5-5", at: "2026-10-06", usage: { input: 1 } });
    expect(rates).toMatchObject({ effectiveFrom: "2026-09-28", checkedOn: "2026-11-20", tier: "standard", retired: false });
    expect(rates.source).not.toBe("");
  });

  it.each([
    ["claude-sonnet-5-5", "2026-09-27", "2026-09-28"],
    ["claude-haiku-5-5", "2026-10-06", "2026-10-07"],
    ["claude-opus-4-5-20251101", "2025-11-23", "2025-11-24"],
    ["claude-3-opus-20240229", "2024-03-03", "2024-03-04"],
  ])("%s had no price on %s: its first day was %s", (model, before, first) => {
    const onDay = (at: string) => () => priceRequest({ model, at, usage: { input: 1 } });
    expect(onDay(before)).toThrow(RangeError);
    expect(onDay(before)).toThrow(`at: "${before}" is not a day on which ${model} had a price: its first is ${first}`);
    expect(onDay(first)).not.toThrow();
  });

  it.each([
    ["claude-opus-4-1-20250805", "2026-08-04", false, 15],
    ["claude-opus-4-1-20250805", "2026-08-05", true, 15],
    ["claude-opus-4-1-20250805", "2026-11-20", true, 15],
    ["claude-3-5-haiku-20241022", "2026-02-18", false, 0.8],
    ["claude-3-5-haiku-20241022", "2026-02-19", true, 0.8],
    // Deprecated, and announced to end on 2026-11-30.
    [SONNET_4_5, "2026-11-20", false, 3],
    [SONNET_4_5, "2026-11-29", false, 3],
    [SONNET_4_5, "2026-11-30", true, 3],
  ])("%s on %s: retired %s, and its last rates stay", (model, at, retired, input) => {
    const { rates, total } = priceRequest({ model, at, usage: { input: MILLION / 10 } });
    expect(rates.retired).toBe(retired);
    expect(total).toBeCloseTo(input / 10, 12);
  });
});

describe("above 100,000 prompt tokens every token of Haiku 5.5 costs five times as much, output too", () => {
  totals([
    {
      // 99,999 × 0.10 = 0.0099999; 1,000 × 0.50 = 0.0005.
      why: "one token below the threshold",
      in: { model: HAIKU_5_5, usage: { input: 99_999, output: 1_000 } },
      out: 0.0104999,
    },
    {
      // 100,000 × 0.10 = 0.01; 1,000 × 0.50 = 0.0005.
      why: "at the threshold: not yet",
      in: { model: HAIKU_5_5, usage: { input: 100_000, output: 1_000 } },
      out: 0.0105,
    },
    {
      // 100,001 × 0.50 = 0.0500005; 1,000 × 2.50 = 0.0025.
      why: "one token above",
      in: { model: HAIKU_5_5, usage: { input: 100_001, output: 1_000 } },
      out: 0.0525005,
    },
    {
      // 40,000 × 0.50 = 0.02; 20,000 × 0.625 = 0.0125; 20,000 × 1 = 0.02; 20,001 × 0.05 = 0.00100005.
      why: "input, writes and reads count together",
      in: { model: HAIKU_5_5, usage: { input: 40_000, cacheWrite5m: 20_000, cacheWrite1h: 20_000, cacheRead: 20_001 } },
      out: 0.05350005,
    },
    {
      // 100,000 × 0.10 = 0.01; 128,000 × 0.50 = 0.064.
      why: "output does not count, however long",
      in: { model: HAIKU_5_5, usage: { input: 100_000, output: 128_000 } },
      out: 0.074,
    },
    {
      // 1,000 × 0.50 = 0.0005; 1,000 × 2.50 = 0.0025; 100,000 × 0.05 = 0.005.
      why: "reads alone can pass it",
      in: { model: HAIKU_5_5, usage: { input: 1_000, output: 1_000, cacheRead: 100_000 } },
      out: 0.008,
    },
  ]);

  it("names the tier", () => {
    const tierAt = (input: number) => priceRequest({ model: HAIKU_5_5, usage: { input } }).rates.tier;
    expect([99_999, 100_000, 100_001].map(tierAt)).toEqual(["standard", "standard", "long-context"]);
  });
});

describe("above 200,000 prompt tokens Sonnet 4.5 costs its tier, on both sides of the end of its long window", () => {
  // Standard: input × 3 + 1,000 × 15 = 0.015. Tier: input × 6 + 1,000 × 22.50 = 0.0225.
  it.each([
    ["2026-04-30", 199_999, 0.614997, "standard", false],
    ["2026-04-30", 200_000, 0.615, "standard", false],
    ["2026-04-30", 200_001, 1.222506, "long-context", false],
    // From 2026-05-01 such a prompt is an error at Anthropic: priced by the last rule, and flagged.
    ["2026-05-01", 199_999, 0.614997, "standard", false],
    ["2026-05-01", 200_000, 0.615, "standard", false],
    ["2026-05-01", 200_001, 1.222506, "long-context", true],
  ])("on %s, %d tokens in and 1,000 out: $%d", (at, input, total, tier, overWindow) => {
    const priced = priceRequest({ model: SONNET_4_5, at, usage: { input, output: 1_000 } });
    expect(priced.total).toBeCloseTo(total, 12);
    expect(priced.rates.tier).toBe(tier);
    expect(priced.overWindow).toBe(overWindow);
  });

  it.each([
    // 200,001 × 10 = 2.00001 until 2026-03-12; from 2026-03-13 flat: 200,001 × 5 = 1.000005.
    ["claude-opus-4-6", "2026-03-12", 2.00001],
    ["claude-opus-4-6", "2026-03-13", 1.000005],
    // 200,001 × 6 = 1.200006, then 200,001 × 3 = 0.600003.
    [SONNET_4_6, "2026-03-12", 1.200006],
    [SONNET_4_6, "2026-03-13", 0.600003],
    // Sonnet 4 had no long window before 2025-08-12, so it had no tier: 0.600003 and 1.200006.
    ["claude-sonnet-4-20250514", "2025-08-11", 0.600003],
    ["claude-sonnet-4-20250514", "2025-08-12", 1.200006],
  ])("200,001 tokens into %s on %s: $%d", (model, at, total) => {
    expect(priceRequest({ model, at, usage: { input: 200_001 } }).total).toBeCloseTo(total, 12);
  });
});

describe("a prompt above the model's context window is priced and flagged", () => {
  it.each([
    ["claude-haiku-4-5-20251001", 200_000, false],
    ["claude-haiku-4-5-20251001", 200_001, true],
    ["claude-opus-5-5", 1_000_000, false],
    ["claude-opus-5-5", 1_000_001, true],
  ])("%s, %d tokens: %s", (model, cacheRead, overWindow) => {
    expect(priceRequest({ model, usage: { cacheRead } }).overWindow).toBe(overWindow);
  });
});

describe("web searches cost $10 a thousand, whatever else is multiplied", () => {
  // 5 × 10 / 1,000 = 0.05.
  const searches = { item: "webSearch", quantity: 5, rate: 10, per: 1_000, amount: 0.05 };

  it.each([
    ["plain", {}],
    ["fast", { speed: "fast" }],
    ["US-only", { geo: "us" }],
    ["in batch", { batch: true }],
    ["US-only in batch", { geo: "us", batch: true }],
  ] satisfies [string, Partial<PricedRequest>][])("%s", (_why, modifiers) => {
    const { lines } = priceRequest({ model: "claude-opus-5-5", usage: { webSearches: 5 }, ...modifiers });
    expect(lines).toEqual([searches]);
  });

  it("and are not part of the prompt", () => {
    // 100,000 × 0.10 = 0.01 at the standard tier; 1,000 × 10 / 1,000 = 10.
    expect(priceRequest({ model: HAIKU_5_5, usage: { input: 100_000, webSearches: 1_000 } }).total).toBeCloseTo(10.01, 12);
  });
});

describe("what cannot be priced is refused, with field, value and what is expected", () => {
  it.each([
    ["an unknown model", { model: "gpt-5", usage: {} }, /^model: "gpt-5" is not a model of the catalog/],
    ["a part of a model's name", { model: "opus", usage: {} }, /^model: "opus" is not/],
    ["a negative count", { model: SONNET_4_6, usage: { input: -1 } }, /^usage\.input: -1 is not a whole number of at least 0$/],
    ["a fraction", { model: SONNET_4_6, usage: { output: 0.5 } }, /^usage\.output: 0\.5 is not a whole number/],
    ["NaN", { model: SONNET_4_6, usage: { cacheRead: Number.NaN } }, /^usage\.cacheRead: NaN is not a whole number/],
    ["Infinity", { model: SONNET_4_6, usage: { input: Infinity } }, /^usage\.input: Infinity is not a whole number/],
    ["a fraction of a search", { model: SONNET_4_6, usage: { webSearches: 1.5 } }, /^usage\.webSearches: 1\.5 is not/],
    ["a class that nobody bills", { model: SONNET_4_6, usage: { inputs: 5 } as Usage }, /^usage: "inputs" is not one of input,/],
    ["a day that does not exist", { model: SONNET_4_6, usage: {}, at: "2026-02-30" }, /^at: "2026-02-30" is not an ISO date/],
    ["a text that is no day", { model: SONNET_4_6, usage: {}, at: "yesterday" }, /^at: "yesterday" is not an ISO date/],
    [
      "a read on Mythos Preview, whose cache rates nobody knows",
      { model: "claude-mythos-preview", usage: { cacheRead: 7 } },
      /^usage\.cacheRead: 7 is not priced: no rate of claude-mythos-preview/,
    ],
    ["a write there", { model: "claude-mythos-preview", usage: { cacheWrite5m: 7 } }, /^usage\.cacheWrite5m: 7 is not priced/],
    [
      "a long write there",
      { model: "claude-mythos-preview", usage: { cacheWrite1h: 7 } },
      /^usage\.cacheWrite1h: 7 is not priced/,
    ],
  ] satisfies [string, PricedRequest, RegExp][])("%s", (_why, request, message) => {
    expect(() => priceRequest(request)).toThrow(RangeError);
    expect(() => priceRequest(request)).toThrow(message);
  });

  it("a class without a rate is no error where it is not used", () => {
    // 1,000 × 25 = 0.025; 1,000 × 125 = 0.125.
    const usage = { input: 1_000, output: 1_000, cacheRead: 0 };
    expect(priceRequest({ model: "claude-mythos-preview", usage }).total).toBeCloseTo(0.15, 12);
  });
});

describe("laws", () => {
  const model = fc.constantFrom(...catalog.models.map(({ id }) => id).filter((id) => id !== "claude-mythos-preview"));
  const usageUpTo = (most: number): fc.Arbitrary<Required<Usage>> =>
    fc.record({
      input: fc.nat(most),
      cacheWrite5m: fc.nat(most),
      cacheWrite1h: fc.nat(most),
      cacheRead: fc.nat(most),
      output: fc.nat(most),
      webSearches: fc.nat(100),
    });
  const modifiers = fc.constantFrom<Partial<PricedRequest>>({}, { batch: true });

  it("a bill is the sum of its lines, and each line its quantity × rate / per", () => {
    fc.assert(
      fc.property(model, usageUpTo(400_000), modifiers, (id, usage, how) => {
        const { lines, total } = priceRequest({ model: id, usage, ...how });
        expect(total).toBe(totalOf(lines));
        for (const { amount, quantity, rate, per } of lines) expect(amount).toBe((quantity * rate) / per);
      }),
    );
  });

  it("at one rate, two usages together cost what they cost apart", () => {
    // 8 × 12,000 prompt tokens stay below every threshold.
    fc.assert(
      fc.property(model, usageUpTo(12_000), usageUpTo(12_000), modifiers, (id, a, b, how) => {
        const both = Object.fromEntries(([...TOKEN_CLASSES, "webSearches"] as const).map((name) => [name, a[name] + b[name]]));
        const total = (usage: Usage) => priceRequest({ model: id, usage, ...how }).total;
        expect(total(both)).toBeCloseTo(total(a) + total(b), 10);
      }),
    );
  });

  it("more of any class never costs less", () => {
    const anyClass = fc.constantFrom(...TOKEN_CLASSES, "webSearches" as const);
    fc.assert(
      fc.property(model, usageUpTo(120_000), anyClass, fc.nat(120_000), (id, usage, name, more) => {
        const total = (counts: Usage) => priceRequest({ model: id, usage: counts }).total;
        expect(total({ ...usage, [name]: usage[name] + more })).toBeGreaterThanOrEqual(total(usage) - 1e-12);
      }),
    );
  });

  it("nothing used costs nothing on any model", () => {
    fc.assert(
      fc.property(fc.constantFrom(...catalog.models.map(({ id }) => id)), (id) => {
        expect(priceRequest({ model: id, usage: { input: 0, output: 0, webSearches: 0 } })).toMatchObject({
          lines: [],
          total: 0,
        });
      }),
    );
  });
});
