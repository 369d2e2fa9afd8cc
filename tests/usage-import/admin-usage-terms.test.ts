import { describe, expect, it } from "vitest";
import { importUsage } from "../../src/usage-import/import-usage.ts";

const LONG_PROMPTS = /long prompts/;

/** The terms of one result or row: a million tokens in and a million out. */
interface Terms {
  readonly model: string;
  readonly day: string;
  readonly speed?: string;
  readonly geo?: string;
  readonly window?: string;
  readonly searches?: number;
}

function report({ model, day, speed, geo, window, searches = 0 }: Terms): string {
  const result = {
    model,
    uncached_input_tokens: 1_000_000,
    cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
    cache_read_input_tokens: 0,
    output_tokens: 1_000_000,
    server_tool_use: { web_search_requests: searches },
    service_tier: "standard",
    context_window: window ?? null,
    speed: speed ?? null,
    inference_geo: geo ?? null,
  };
  return JSON.stringify({ data: [{ starting_at: `${day}T00:00:00Z`, results: [result] }], has_more: false });
}

function exported({ model, day, speed = "", geo = "", window = "", searches = 0 }: Terms): string {
  const row = {
    usage_date_utc: day,
    model_version: model,
    usage_type: "standard",
    context_window: window,
    inference_geo: geo,
    speed,
    usage_input_tokens_no_cache: 1_000_000,
    usage_input_tokens_cache_write_5m: 0,
    usage_input_tokens_cache_write_1h: 0,
    usage_input_tokens_cache_read: 0,
    usage_output_tokens: 1_000_000,
    web_search_count: searches,
  };
  return `${Object.keys(row).join(",")}\n${Object.values(row).join(",")}\n`;
}

const OPUS = { model: "claude-opus-4-8", day: "2026-11-10" };
// Before 2026-04-30 Sonnet 4.5 took prompts above 200,000 tokens, at $6 in and $22.50 out; below, $3 and $15.
const SONNET = { model: "claude-sonnet-4-5-20250929", day: "2025-11-10" };

describe.each([
  ["the Admin API's report", report],
  ["the Console's export", exported],
])("%s says on which terms tokens were billed", (_what, textOf) => {
  it.each<readonly [string, Terms, number]>([
    // $5 and $25 a million; fast is twice that, US-only inference 1.1 times, both 2.2 times; 100 searches are $1.
    ["as usual", OPUS, 30],
    ["fast", { ...OPUS, speed: "fast" }, 60],
    ["standard by name", { ...OPUS, speed: "standard" }, 30],
    ["in the US", { ...OPUS, geo: "us" }, 33],
    ["anywhere, by name", { ...OPUS, geo: "global" }, 30],
    ["fast and in the US", { ...OPUS, speed: "fast", geo: "us" }, 66],
    ["with searches", { ...OPUS, searches: 100 }, 31],
  ])("%s", (_terms, terms, usd) => {
    expect(importUsage(textOf(terms)).cost).toBeCloseTo(usd, 9);
  });

  it("and cannot say of an unknown window whether prompts were long: at least the standard rate", () => {
    const { cost, problems } = importUsage(textOf(SONNET));
    expect(cost).toBeCloseTo(18, 9);
    expect(problems.map(({ reason }) => reason)).toEqual([expect.stringMatching(LONG_PROMPTS)]);
  });
});

describe("the window of the prompts", () => {
  it.each([
    ["0-200k", 18],
    ["200k-1M", 28.5],
  ])("%s in a report", (window, usd) => {
    const { cost, problems } = importUsage(report({ ...SONNET, window }));
    expect(cost).toBeCloseTo(usd, 9);
    expect(problems).toEqual([]);
  });

  it.each([
    ["≤ 200k", 18],
    ["<=200K", 18],
    ["> 200k", 28.5],
    [">200K", 28.5],
    ["200k-1M", 28.5],
  ])("%s in an export", (window, usd) => {
    const { cost, problems } = importUsage(exported({ ...SONNET, window }));
    expect(cost).toBeCloseTo(usd, 9);
    expect(problems).toEqual([]);
  });
});

describe("an export", () => {
  it.each(["", "200k", "up to ≤ 200k", "≤ 200k or so", "not > 200k", "> 200kB", "1200k-1M", "200k-1MB"])(
    "does not say by the window %j how long prompts were",
    (window) => {
      const { cost, problems } = importUsage(exported({ ...SONNET, window }));
      expect(cost).toBeCloseTo(18, 9);
      expect(problems.map(({ reason }) => reason)).toEqual([expect.stringMatching(LONG_PROMPTS)]);
    },
  );

  it("lists tokens without a model as nobody's, and prices a row without a day at the price list's", () => {
    const { models, problems } = importUsage(exported({ ...OPUS, model: "" }));
    expect(models).toMatchObject([{ model: "unknown", known: false, usage: { output: 1_000_000 } }]);
    expect(problems).toEqual([]);
    // Reads cost Sonnet 5.5 half as much from 2026-10-07 on: 3,000 at 0.10 a million.
    const reads =
      "usage_date_utc,model_version,usage_input_tokens_cache_read,usage_output_tokens\nsoon,claude-sonnet-5-5,3000,0\n";
    expect(importUsage(reads).cost).toBeCloseTo(0.0003, 12);
  });

  it("of costs keeps a model's name that nobody knows, and names a row without dollars", () => {
    const rows = [
      "Claude Opus 4.8,",
      "Claude Next,1000000000000",
      "Claude Next,1000000000001",
      "Claude Next,-1",
      "Claude Next,1e3",
      "Claude Next,0",
    ];
    const text = `usage_date_utc,model,cost_usd\n${rows.map((row) => `2026-11-10,${row}`).join("\n")}\n`;
    expect(importUsage(text)).toMatchObject({
      models: [{ model: "Claude Next", known: false, stated: 1e12, cost: null }],
      stated: 1e12,
      problems: [
        { line: 2, reason: "a row of Claude Opus 4.8 states no dollars that can be read: left out" },
        { line: 2, reason: "a cost export: dollars without tokens, so nothing is recalculated" },
        ...[4, 5, 6].map((line) => ({ line, reason: "a row of Claude Next states no dollars that can be read: left out" })),
      ],
    });
  });

  it("of costs without a row is an export all the same", () => {
    expect(importUsage("usage_date_utc,model,cost_usd\n")).toEqual({
      format: "admin-usage",
      models: [],
      cost: 0,
      stated: 0,
      problems: [{ line: 1, reason: "a cost export: dollars without tokens, so nothing is recalculated" }],
    });
  });

  it("names a row that has another number of cells, by its line", () => {
    const { problems, cost } = importUsage(`${exported(OPUS)}2026-11-11,claude-opus-4-8\n`);
    expect(problems).toEqual([{ line: 3, reason: "a row with another number of cells than the header: left out" }]);
    expect(cost).toBeCloseTo(30, 9);
  });

  it("of costs counts a row without a model into the sum alone, and names its first line", () => {
    const text = "usage_date_utc,model,cost_usd\n\n2026-11-10,Claude Opus 4.8,2.5\n2026-11-10,,0.25\n";
    const { models, stated, problems } = importUsage(text);
    expect(models.map(({ model, stated: usd }) => [model, usd])).toEqual([["claude-opus-4-8", 2.5]]);
    expect(stated).toBe(2.75);
    expect(problems).toEqual([{ line: 3, reason: "a cost export: dollars without tokens, so nothing is recalculated" }]);
  });

  it.each([
    "usage_date_utc,model_version",
    "usage_date_utc,usage_output_tokens",
    "usage_date_utc,model",
    "usage_date_utc,cost_usd",
  ])("that has only the columns %s is of no known form", (header) => {
    expect(importUsage(`${header}\n2026-11-10,1\n`).format).toBeNull();
  });
});
