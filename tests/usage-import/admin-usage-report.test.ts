import { describe, expect, it } from "vitest";
import { NO_USAGE } from "../../src/pricing/usage.ts";
import { isAdminReport, readAdminReport } from "../../src/usage-import/admin-usage-report.ts";
import { importUsage } from "../../src/usage-import/import-usage.ts";

const DAY = "2026-11-10";
const bucket = (...results: readonly unknown[]) => ({ starting_at: `${DAY}T00:00:00Z`, results });
const page = (...results: readonly unknown[]) => ({ data: [bucket(...results)] });
const read = (...values: readonly unknown[]) => readAdminReport(JSON.stringify(values));

const counts = {
  uncached_input_tokens: 1,
  cache_creation: { ephemeral_5m_input_tokens: 2, ephemeral_1h_input_tokens: 3 },
  cache_read_input_tokens: 4,
  output_tokens: 5,
  server_tool_use: { web_search_requests: 6 },
};
const usual = { speed: "standard", geo: "global", batch: false };
const entry = {
  model: "claude-opus-5",
  line: 1,
  usage: { input: 1, cacheWrite5m: 2, cacheWrite1h: 3, cacheRead: 4, output: 5, webSearches: 6 },
  requests: null,
  stated: null,
  modifiers: usual,
  day: DAY,
};

describe("a page of the Admin API", () => {
  it.each([
    ["a bucket", page({})],
    ["a bucket without results", page()],
    ["buckets among what is none", { data: [null, bucket({}), bucket()] }],
  ])("is known by %s", (_what, value) => {
    expect(isAdminReport(value)).toBe(true);
    expect(importUsage(JSON.stringify([null, { note: 1 }, value]).replaceAll('"results":', '"results" :')).format).toBe(
      "admin-usage",
    );
  });

  it.each([
    { data: [], results: [] },
    { data: [null], results: [] },
    { data: [bucket({}), { note: 1 }] },
    { data: [{ results: [] }] },
    { data: [{ starting_at: DAY, results: {} }] },
    { data: bucket({}) },
  ])("is none: %j", (value) => {
    expect(isAdminReport(value)).toBe(false);
    expect(importUsage(JSON.stringify(value)).format).toBeNull();
  });
});

describe("a result of a usage report", () => {
  it.each([
    ["every class at the usual terms", {}, {}],
    ["fast", { speed: "fast" }, { modifiers: { ...usual, speed: "fast" } }],
    ["in the US", { inference_geo: "us" }, { modifiers: { ...usual, geo: "us" } }],
    ["in a batch", { service_tier: "batch" }, { modifiers: { ...usual, batch: true } }],
    ["short prompts", { context_window: "0-200k" }, { above200k: false }],
    ["long prompts", { context_window: "200k-1M" }, { above200k: true }],
    ["prompts of any length", { context_window: "any" }, {}],
    ["no model", { model: null }, { model: "unknown" }],
  ])("is read: %s", (_what, terms, expected) => {
    expect(read(null, { note: 1 }, page(null, { ...counts, model: "claude-opus-5", ...terms }))).toEqual({
      entries: [{ ...entry, ...expected }],
      problems: [],
      stated: null,
    });
  });

  it("of a bucket without a day that can be read has none", () => {
    const { entries } = read({ data: [null, { starting_at: "soon", results: [{ ...counts, model: "claude-opus-5" }] }] });
    const { day: _day, ...undated } = entry;
    expect(entries).toEqual([undated]);
  });

  it("with a bad count is named, and its neighbour is kept", () => {
    const bad = { ...counts, output_tokens: 0.5 };
    const results = page({ ...bad, model: "claude-opus-5" }, bad, { ...counts, model: "claude-opus-5" });
    expect(read(results)).toEqual({
      entries: [entry],
      problems: ["claude-opus-5", "unknown"].map((model) => ({
        line: 1,
        reason: `a result of ${model} has a figure that is no count: left out`,
      })),
      stated: null,
    });
  });

  it("may not be the last: further pages are spoken of", () => {
    const further = { line: 1, reason: "the report has further pages: only those in this text are counted" };
    expect(read({ ...page(), has_more: true }).problems).toEqual([further]);
    expect(read({ ...page(), has_more: false }).problems).toEqual([]);
  });
});

describe("a result of a cost report", () => {
  const cost = { line: 1, usage: NO_USAGE, requests: null, statedOnly: true, day: DAY };
  const noRecalculation = { line: 1, reason: "a cost report: dollars without tokens, so nothing is recalculated" };

  it("is cents; what names no model counts into the sum alone", () => {
    // 123.45 + 50 + 6.55 cents.
    const results = [
      { model: "claude-opus-5", amount: "123.45" },
      { amount: "50" },
      { model: "claude-opus-4-8", amount: "6.55" },
    ];
    expect(read(page(...results))).toEqual({
      entries: [
        { ...cost, model: "claude-opus-5", stated: 1.2345 },
        { ...cost, model: "claude-opus-4-8", stated: expect.closeTo(0.0655, 12) },
      ],
      problems: [noRecalculation],
      stated: expect.closeTo(1.8, 12),
    });
  });

  it.each(["0", "9".repeat(15), `0.${"0".repeat(19)}1`])("of %s cents is one", (amount) => {
    expect(read(page({ amount })).stated).toBeCloseTo(Number(amount) / 100, 12);
  });

  it.each([5, "-5", "1e3", "", "5 cents", "$5", "5.", ".5", "1.2.3", "9".repeat(16), `0.${"0".repeat(20)}1`])(
    "of %j cents is none",
    (amount) => {
      expect(read(page({ amount }))).toEqual({
        entries: [],
        problems: [{ line: 1, reason: "a result of unknown has a figure that is no count: left out" }],
        stated: null,
      });
    },
  );
});
