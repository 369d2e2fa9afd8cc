import { describe, expect, it } from "vitest";
import { cacheHitRate, promptTokens, requireUsage, type Usage } from "../../src/pricing/usage.ts";

describe("the prompt is everything sent", () => {
  it("input, both writes and reads: 1 + 20 + 300 + 4,000; neither output nor searches", () => {
    const usage = { input: 1, cacheWrite5m: 20, cacheWrite1h: 300, cacheRead: 4_000, output: 50_000, webSearches: 9 };
    expect(promptTokens(usage)).toBe(4_321);
    expect(promptTokens({})).toBe(0);
  });
});

describe("the cache hit rate is reads / (input + writes + reads)", () => {
  it.each([
    ["three of four", { input: 1, cacheRead: 3 }, 0.75],
    ["writes count as sent", { cacheWrite5m: 1, cacheWrite1h: 1, cacheRead: 2 }, 0.5],
    ["output does not", { cacheRead: 3, input: 1, output: 1_000 }, 0.75],
    ["nothing read", { input: 5 }, 0],
    ["everything read", { cacheRead: 5 }, 1],
    ["nothing sent has none", { output: 5 }, null],
  ] satisfies [string, Usage, number | null][])("%s", (_why, usage, rate) => {
    expect(cacheHitRate(usage)).toBe(rate);
  });
});

describe("counts", () => {
  it("that are left out are 0", () => {
    expect(() => requireUsage({})).not.toThrow();
    expect(() => requireUsage({ input: undefined } as unknown as Usage)).not.toThrow();
  });

  it.each([
    ["a class of another provider", { cached_tokens: 5 }, /^usage: "cached_tokens" is not one of input, /],
    ["a key of every object's", { constructor: 5 }, /^usage: "constructor" is not one of input, /],
    ["a text", { input: "5" }, /^usage\.input: "5" is not a whole number of at least 0$/],
    ["null", { output: null }, /^usage\.output: null is not a whole number/],
    ["more than can be counted exactly", { input: 2 ** 53 }, /^usage\.input: 9007199254740992 is not a whole number/],
  ])("%s: refused", (_why, usage, message) => {
    expect(() => requireUsage(usage as unknown as Usage)).toThrow(RangeError);
    expect(() => requireUsage(usage as unknown as Usage)).toThrow(message);
  });
});
