import { describe, expect, it } from "vitest";
import { NO_USAGE } from "../../src/pricing/usage.ts";
import type { BilledRequest } from "../../src/usage-import/log-usage.ts";
import { type PricedBilledRequest, priceBilledRequest } from "../../src/usage-import/price-billed-request.ts";
import { linesOf } from "../../src/usage-import/request-terms.ts";

const MILLION = 1_000_000;

function price(fields: Partial<BilledRequest>, day: string | null = "2026-10-20"): PricedBilledRequest {
  const standard = {
    model: "claude-sonnet-4-6",
    usage: { ...NO_USAGE, output: MILLION },
    speed: "standard",
    geo: "global",
  } as const;
  return priceBilledRequest({ ...standard, batch: false, ...fields }, day);
}

describe("the rates of the day", () => {
  // Sonnet 5.5 read its cache at $0.20 until 2026-10-07, and at $0.10 from then on.
  it.each([
    ["2026-10-06", 0.2],
    ["2026-10-07", 0.1],
    ["2026-10-08", 0.1],
    [null, 0.1],
  ])("%s", (day, cost) => {
    const read = price({ model: "claude-sonnet-5-5", usage: { ...NO_USAGE, cacheRead: MILLION } }, day);
    expect(read.request.cost).toBeCloseTo(cost, 12);
    expect(read.problems).toEqual([]);
  });

  it("before a model's first day its first rates, and that is said", () => {
    const early = price({ model: "claude-opus-5-5" }, "2026-09-21");
    expect(early.request.cost).toBeCloseTo(20, 12);
    expect(early.problems).toEqual([
      "2026-09-21 is before the first day of claude-opus-5-5, 2026-09-22: priced at its first rates",
    ]);
    expect(price({ model: "claude-opus-5-5" }, "2026-09-22").problems).toEqual([]);
  });

  it("after its last day its last rates, marked", () => {
    const late = price({ model: "claude-opus-4-1" }, "2026-08-05");
    expect(late).toMatchObject({ request: { model: "claude-opus-4-1-20250805", cost: 75, retired: true }, problems: [] });
    expect(price({ model: "claude-opus-4-1" }, "2026-08-04").request.retired).toBe(false);
  });
});

describe("the tier of a request's own prompt", () => {
  // Haiku 5.5 above 100,000 prompt tokens: $0.50 input instead of $0.10.
  it.each([
    [99_999, 0.009_999_9, "standard"],
    [100_000, 0.01, "standard"],
    [100_001, 0.050_000_5, "long-context"],
  ])("%i tokens", (input, cost, tier) => {
    const { request } = price({ model: "claude-haiku-5-5", usage: { ...NO_USAGE, input } });
    expect(request.cost).toBeCloseTo(cost, 12);
    expect(request.tier).toBe(tier);
  });

  it("a prompt longer than the window is priced and marked", () => {
    const atWindow = (input: number) => price({ model: "claude-haiku-4-5", usage: { ...NO_USAGE, input } }).request;
    expect(atWindow(200_000)).toMatchObject({ overWindow: false });
    expect(atWindow(200_001)).toMatchObject({ overWindow: true });
    // 200,001 × $1 a million.
    expect(atWindow(200_001).cost).toBeCloseTo(0.200_001, 12);
  });
});

describe("modifiers", () => {
  it.each([
    ["fast doubles Opus 5.5's $20", { model: "claude-opus-5-5", speed: "fast" }, 40],
    ["US-only is a tenth more", { model: "claude-opus-5-5", geo: "us" }, 22],
    ["batch is half", { model: "claude-opus-5-5", batch: true }, 10],
    ["20 × 2 × 1.1", { model: "claude-opus-5-5", speed: "fast", geo: "us" }, 44],
    ["a regional profile is a tenth more: 20 × 1.1", { model: "eu.anthropic.claude-opus-5-5" }, 22],
    ["Opus 4.6 takes fast and bills standard", { model: "claude-opus-4-6", speed: "fast" }, 25],
  ] as const)("%s", (_why, fields, cost) => {
    const priced = price(fields);
    expect(priced.request.cost).toBeCloseTo(cost, 12);
    expect(priced.problems).toEqual([]);
  });

  it("one that the model does not offer is left out and said; the others stay", () => {
    // $15, and batch is half.
    const refused = price({ speed: "fast", batch: true });
    expect(refused.request.cost).toBeCloseTo(7.5, 12);
    expect(refused.problems).toEqual(['speed: "fast" is not offered by claude-sonnet-4-6 on 2026-10-20: priced without it']);
    expect(price({ model: "claude-haiku-4-5", geo: "us" })).toMatchObject({
      request: { cost: 5 },
      problems: ['geo: "us" is not offered by claude-haiku-4-5-20251001: priced without it'],
    });
  });

  it("of fast and batch, which exclude each other, fast stays", () => {
    const both = price({ model: "claude-opus-5-5", speed: "fast", batch: true });
    expect(both.request.cost).toBeCloseTo(40, 12);
    expect(both.problems).toHaveLength(1);
  });
});

describe("a model that the catalog does not know", () => {
  it.each(["qwen3-coder", "claude-opus-9", "__proto__", "", "claude-3-5-sonnet"])(
    "%s keeps its tokens and has no cost",
    (model) => {
      const { request, problems } = price({ model });
      expect(request).toMatchObject({ model, known: false, cost: null, usage: { output: MILLION } });
      expect(linesOf(request)).toEqual([]);
      expect(problems).toEqual([]);
    },
  );
});

it("web searches cost $10 a thousand, whatever the modifiers", () => {
  const { request } = price({ usage: { ...NO_USAGE, webSearches: 3 }, batch: true });
  expect(request.cost).toBeCloseTo(0.03, 12);
});
