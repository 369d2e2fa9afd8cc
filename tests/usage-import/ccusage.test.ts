import { describe, expect, it } from "vitest";
import { importUsage } from "../../src/usage-import/import-usage.ts";
import { checkFixture, type ExpectedModel, type ExpectedUsage, readFixture } from "./fixture-check.ts";

const UNSPLIT = /how long cache writes lived/;
const TOO_EARLY = /before claude-opus-5-5 had a price/;
const AN_HOUR = /lived an hour/;

// 125 × 5 + 970 × 25 + 20,900 × 6.25 + 58,000 × 0.50 = 625 + 24,250 + 130,625 + 29,000 millionths.
const opus48: ExpectedModel = {
  model: "claude-opus-4-8",
  usage: { input: 125, output: 970, cacheWrite5m: 20_900, cacheRead: 58_000 },
  cost: 0.1845,
};
// 9 × 4 + 800 × 20 + 100 × 5 + 9,000 × 0.20 = 36 + 16,000 + 500 + 1,800.
const opus55: ExpectedModel = {
  model: "claude-opus-5-5",
  usage: { input: 9, output: 800, cacheWrite5m: 100, cacheRead: 9_000 },
  cost: 0.018336,
};
// 3,000 × 1 + 40 × 5.
const haiku45: ExpectedModel = {
  model: "claude-haiku-4-5-20251001",
  usage: { input: 3_000, output: 40 },
  cost: 0.0032,
  stated: 0.0032,
};

// Version 18 wrote $0 for a model that its price list lacked, version 20 says that the price is missing.
const version18: ExpectedUsage = {
  models: [opus48, opus55, haiku45],
  stated: 0.0032,
  problems: [UNSPLIT, TOO_EARLY],
  garbage: "named",
};
const version20: ExpectedUsage = {
  models: [{ ...opus48, stated: 0.2595 }, opus55, haiku45],
  stated: 0.2627,
  problems: [UNSPLIT, TOO_EARLY, AN_HOUR],
  garbage: "named",
};
// A month and its last day: Opus 5.5 had its price by then.
const september: ExpectedUsage = { ...version20, problems: [UNSPLIT, AN_HOUR] };

const REPORTS: Readonly<Record<string, ExpectedUsage>> = {
  "18.0.11-daily.json": version18,
  "18.0.11-session.json": version18,
  "18.0.11-blocks.json": {
    models: [
      { ...opus55, requests: 1 },
      {
        model: "several models",
        known: false,
        usage: { input: 3_125, output: 1_010, cacheWrite5m: 20_900, cacheRead: 58_000 },
        requests: 3,
        stated: 0.0032,
      },
    ],
    stated: 0.0032,
    problems: [UNSPLIT, TOO_EARLY],
    garbage: "named",
  },
  "20.0.24-claude-daily.json": version20,
  "20.0.24-all-daily.json": version20,
  "20.0.24-claude-session.json": version20,
  "20.0.24-claude-weekly.json": version20,
  "20.0.24-claude-monthly.json": september,
  // Reads of Sonnet 5.5 cost 0.20 until 2026-10-06 and 0.10 from the 7th: 20 + 1,000 + 200,000, and 20 + 1,000 + 100,000 millionths.
  "20-instances.json": {
    models: [
      { model: "claude-sonnet-5-5", usage: { input: 20, output: 200, cacheRead: 2_000_000 }, cost: 0.30204, stated: 0.30204 },
    ],
    stated: 0.30204,
    problems: [],
    garbage: "named",
  },
  // Fast mode doubles: (1,000 × 4 + 100 × 20) × 2. The month repeats the days.
  "20-sections.json": {
    models: [{ model: "claude-opus-5-5", usage: { input: 1_000, output: 100 }, cost: 0.012, stated: 0.012 }],
    stated: 0.012,
    problems: [/only the first \(daily\)/],
    garbage: "named",
  },
  // A prompt of 100,000 is at the standard tier: 10,000 + 50; of 100,001 above it: 0.5 + 250 + 5,000 millionths.
  "18-session-id.json": {
    models: [
      {
        model: "claude-haiku-5-5",
        usage: { input: 100_001, output: 200, cacheRead: 100_000 },
        requests: 2,
        cost: 0.01005 + 0.0052505,
      },
    ],
    stated: null,
    problems: [],
    garbage: "named",
  },
};

describe("a report of ccusage", () => {
  it.each(Object.entries(REPORTS))("%s: is read as its rows say", (file, expected) => {
    checkFixture(`ccusage/${file}`, expected);
  });

  it("is found between a prompt and other words", () => {
    const { models, problems } = importUsage(
      `$ npx ccusage daily --json\n${readFixture("ccusage/20.0.24-claude-daily.json")}\n$`,
    );
    expect(models).toHaveLength(3);
    expect(problems.map(({ line }) => line)).toContain(1);
  });

  it("pasted twice counts once, and so does the same usage by month beside it by day", () => {
    const daily = readFixture("ccusage/20.0.24-claude-daily.json");
    const once = importUsage(daily);
    expect(importUsage(daily + daily)).toEqual(once);
    const both = importUsage(daily + readFixture("ccusage/20.0.24-claude-monthly.json"));
    expect(both.models).toEqual(once.models);
    expect(both.problems.at(-1)?.reason).toMatch(/report by monthly would count the same usage again/);
  });

  it("without a row is empty, not unknown", () => {
    expect(importUsage('{"daily":[],"totals":{"inputTokens":0,"totalCost":-0.0}}')).toEqual({
      format: "ccusage",
      models: [],
      cost: 0,
      stated: 0,
      problems: [],
    });
  });
});

const day = (...parts: readonly string[]) =>
  `{"daily":[{"date":"2026-11-10","totalCost":1,"modelBreakdowns":[${parts.join(",")}]}],"totals":{"totalCost":1}}`;
const part = (model: string, counts: string) => `{"modelName":${JSON.stringify(model)},"outputTokens":100,${counts}}`;

describe("a row of ccusage", () => {
  it.each(["-1", "1.5", "1e16", '"12"', "true"])("with the count %s is a problem, and nothing else is lost", (count) => {
    const text = day(part("claude-opus-5", `"inputTokens":${count}`), part("claude-opus-5-5", '"inputTokens":1'));
    const { models, problems } = importUsage(text);
    expect(models.map(({ model }) => model)).toEqual(["claude-opus-5-5"]);
    expect(problems).toEqual([{ line: 1, reason: "a row of claude-opus-5 has a count that is no whole number: left out" }]);
  });

  it("whose model is called __proto__ is a row like any other", () => {
    const { models } = importUsage(day(part("__proto__", '"inputTokens":7,"__proto__":{"cost":9}')));
    expect(models).toMatchObject([{ model: "__proto__", known: false, cost: null, stated: null, usage: { input: 7 } }]);
    expect(Object.keys({})).toEqual([]);
  });

  it("of Claude Code's own messages was never sent", () => {
    expect(importUsage(day(part("<synthetic>", '"inputTokens":7'))).models).toEqual([]);
  });

  it("that would lift a count beyond 10^15 is left out", () => {
    const { models, problems } = importUsage(day(part("m", '"inputTokens":1000000000000000'), part("m", '"inputTokens":1')));
    expect(models[0]?.usage.input).toBe(1_000_000_000_000_000);
    expect(problems).toEqual([{ line: 1, reason: "a count of m is beyond belief: left out" }]);
  });

  it("does not repeat a long name in a problem: it may be anything", () => {
    const secret = `sk-ant-${"x".repeat(60)}`;
    const { problems } = importUsage(day(part(secret, '"inputTokens":-1')));
    expect(problems).toEqual([{ line: 1, reason: "a row of a model has a count that is no whole number: left out" }]);
  });

  it("of a month in which a price changed says so", () => {
    const text =
      '{"monthly":[{"month":"2026-10","totalCost":0.1,"modelBreakdowns":[{"modelName":"claude-sonnet-5-5","cacheReadTokens":1000000,"cost":0.1}]}]}';
    expect(importUsage(text)).toMatchObject({
      cost: 0.1,
      stated: 0.1,
      problems: [{ reason: expect.stringMatching(/rates of claude-sonnet-5-5 changed/) }],
    });
  });

  it("of a week is priced on its Saturday", () => {
    const week = (sunday: string) =>
      `{"weekly":[{"week":"${sunday}","totalCost":0,"modelBreakdowns":[{"modelName":"claude-sonnet-5-5","cacheReadTokens":1000000}]}]}`;
    // Reads cost 0.20 up to Tuesday 2026-10-06; the week of Sunday the 4th ends on the 10th, the one before on the 3rd.
    expect(importUsage(week("2026-09-27")).cost).toBeCloseTo(0.2, 10);
    expect(importUsage(week("2026-10-04")).cost).toBeCloseTo(0.1, 10);
  });
});
