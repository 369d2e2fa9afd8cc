import { describe, expect, it } from "vitest";
import { type PricedRequest, priceRequest } from "../../src/index.ts";

type Terms = Omit<PricedRequest, "model" | "usage">;

/** What a million input tokens cost in prompts of 100,000, where no tier begins: the factor shows against the list price. */
function millionInput(model: string, terms: Terms = {}): number {
  return priceRequest({ model, usage: { input: 100_000 }, ...terms }).total * 10;
}

describe("fast mode multiplies every token rate, on the days on which it was offered", () => {
  it.each([
    // 6 × 5 until the day on which it began to run and bill as standard.
    ["claude-opus-4-6", "2026-02-07", 30],
    ["claude-opus-4-6", "2026-06-28", 30],
    ["claude-opus-4-6", "2026-06-29", 5],
    ["claude-opus-4-6", "2026-11-20", 5],
    ["claude-opus-4-7", "2026-05-12", 30],
    ["claude-opus-4-7", "2026-07-23", 30],
    // 2 × 5, 2 × 4, 2 × 8.
    ["claude-opus-4-8", "2026-05-28", 10],
    ["claude-opus-4-8", "2026-11-29", 10],
    ["claude-opus-5", "2026-07-24", 10],
    ["claude-opus-5-5", "2026-09-22", 8],
    ["claude-opus-5-5", "2026-11-20", 8],
    ["claude-fable-5-2", "2026-11-09", 16],
  ])("%s on %s: a million input tokens cost $%d", (model, at, usd) => {
    expect(millionInput(model, { speed: "fast", at })).toBeCloseTo(usd, 12);
  });

  it("output and cache classes too", () => {
    // 2 × (20 + 5 + 8 + 0.20) = 66.4.
    const usage = { output: 1_000_000, cacheWrite5m: 1_000_000, cacheWrite1h: 1_000_000, cacheRead: 1_000_000 };
    expect(priceRequest({ model: "claude-opus-5-5", speed: "fast", usage }).total).toBeCloseTo(66.4, 12);
  });

  it.each([
    ["claude-opus-4-6", "2026-02-06"],
    ["claude-opus-4-7", "2026-05-11"],
    ["claude-opus-4-7", "2026-07-24"],
    ["claude-opus-4-8", "2026-11-30"],
    ["claude-sonnet-5-5", "2026-11-20"],
    ["claude-haiku-5-5", "2026-11-20"],
    ["claude-opus-4-5", "2026-11-20"],
  ])("%s did not offer it on %s", (model, at) => {
    expect(() => millionInput(model, { speed: "fast", at })).toThrow(RangeError);
    expect(() => millionInput(model, { speed: "fast", at })).toThrow(/^speed: "fast" is not offered by .* on 20/);
    expect(() => millionInput(model, { speed: "standard", at })).not.toThrow();
  });
});

describe("US-only inference costs 1.1 times from the 4.6 generation on", () => {
  it.each([
    ["claude-opus-4-6", 5.5],
    ["claude-sonnet-4-6", 3.3],
    ["claude-opus-5-5", 4.4],
    ["claude-sonnet-5-5", 2.2],
    ["claude-fable-5-2", 8.8],
  ])("%s: $%d a million", (model, usd) => {
    expect(millionInput(model, { geo: "us" })).toBeCloseTo(usd, 12);
    expect(millionInput(model, { geo: "global" })).toBeCloseTo(usd / 1.1, 12);
  });

  it.each(["claude-haiku-4-5", "claude-opus-4-5", "claude-sonnet-4-5", "claude-opus-4-1"])("%s does not offer it", (model) => {
    expect(() => millionInput(model, { geo: "us" })).toThrow(RangeError);
    expect(() => millionInput(model, { geo: "us" })).toThrow(/^geo: "us" is not offered by claude-/);
  });
});

describe("a regional endpoint of Bedrock or Vertex costs 1.1 times from the 4.5 generation on, and nothing before", () => {
  it.each([
    ["us.anthropic.claude-opus-4-5-20251101-v1:0", 5.5],
    ["eu.anthropic.claude-haiku-4-5-20251001-v1:0", 1.1],
    ["jp.anthropic.claude-sonnet-4-5-20250929-v1:0", 3.3],
    ["apac.anthropic.claude-opus-5-5", 4.4],
    ["global.anthropic.claude-opus-4-5-20251101-v1:0", 5],
    ["anthropic.claude-opus-4-5-20251101-v1:0", 5],
    ["claude-opus-4-5-20251101", 5],
    ["us.anthropic.claude-opus-4-1-20250805-v1:0", 15],
    ["eu.anthropic.claude-sonnet-4-20250514-v1:0", 3],
  ])("%s: $%d a million", (model, usd) => {
    expect(millionInput(model)).toBeCloseTo(usd, 12);
  });
});

describe("batch costs half", () => {
  it.each([
    ["claude-sonnet-4-6", 1.5],
    ["claude-opus-5-5", 2],
    ["claude-haiku-4-5", 0.5],
  ])("%s: $%d a million", (model, usd) => {
    expect(millionInput(model, { batch: true })).toBeCloseTo(usd, 12);
    expect(millionInput(model, { batch: false })).toBeCloseTo(usd * 2, 12);
  });

  it("excludes fast mode, even where that bills as standard", () => {
    for (const model of ["claude-opus-5-5", "claude-opus-4-6"]) {
      expect(() => millionInput(model, { batch: true, speed: "fast" })).toThrow(RangeError);
      expect(() => millionInput(model, { batch: true, speed: "fast" })).toThrow(
        /^batch: true is not possible together with fast/,
      );
    }
  });

  it("is refused for Mythos Preview, where nobody knows of it", () => {
    expect(() => millionInput("claude-mythos-preview", { batch: true })).toThrow(
      /^batch: true is not offered by claude-mythos-preview/,
    );
  });
});

describe("modifiers multiply, on top of the tier", () => {
  it.each([
    // 4 × 1.1 × 0.5 = 2.2.
    ["US-only in batch", "claude-opus-5-5", { geo: "us", batch: true }, 1_000_000, 2.2],
    // 4 × 2 × 1.1 = 8.8.
    ["US-only and fast", "claude-opus-5-5", { geo: "us", speed: "fast" }, 1_000_000, 8.8],
    // 100,001 × 0.50 × 0.5 = 0.02500025.
    ["the tier of Haiku 5.5 in batch", "claude-haiku-5-5", { batch: true }, 100_001, 0.025_000_25],
    // 100,001 × 0.50 × 1.1 = 0.05500055.
    ["the tier of Haiku 5.5 in the US", "claude-haiku-5-5", { geo: "us" }, 100_001, 0.055_000_55],
    // 100,001 × 0.50 × 1.1 × 0.5 = 0.027500275.
    ["from a region in batch", "eu.anthropic.claude-haiku-5-5", { batch: true }, 100_001, 0.027_500_275],
    // 200,001 × 10 × 6 × 1.1 = 13.200066.
    ["Opus 4.6 in March 2026", "claude-opus-4-6", { geo: "us", speed: "fast", at: "2026-03-12" }, 200_001, 13.200_066],
  ] satisfies [string, string, Terms, number, number][])("%s", (_why, model, terms, input, usd) => {
    expect(priceRequest({ model, usage: { input }, ...terms }).total).toBeCloseTo(usd, 10);
  });

  it("stand inside the rate of each line", () => {
    const { lines } = priceRequest({ model: "claude-opus-5-5", usage: { output: 10 }, geo: "us", batch: true });
    // 20 × 1.1 × 0.5 = 11.
    expect(lines[0]?.rate).toBeCloseTo(11, 12);
  });

  it.each([
    ["speed", { speed: "turbo" }, /^speed: "turbo" is not "standard" or "fast"$/],
    ["place", { geo: "eu" }, /^geo: "eu" is not "us" or "global"$/],
    ["batch", { batch: 1 }, /^batch: 1 is not true or false$/],
  ])("an unknown %s is refused", (_what, terms, message) => {
    expect(() => millionInput("claude-opus-5-5", terms as Terms)).toThrow(message);
  });
});
