import { describe, expect, it } from "vitest";
import { costTextFormat, readCostText } from "../../src/usage-import/cost-text.ts";
import { importUsage } from "../../src/usage-import/import-usage.ts";
import { checkFixture, type ExpectedUsage, readFixture } from "./fixture-check.ts";

const UNSPLIT = /how long cache writes lived/;

const PRINTS: Readonly<Record<string, Omit<ExpectedUsage, "garbage">>> = {
  // 192,600 × 0.80 + 4,700 × 4 = 154,080 + 18,800 millionths. "claude-sonnet" names no generation.
  "1.0.txt": {
    models: [
      { model: "claude-3-5-haiku-20241022", usage: { input: 192_600, output: 4_700 }, cost: 0.17288 },
      {
        model: "claude-sonnet",
        known: false,
        usage: { input: 270, output: 41_000, cacheRead: 7_400_000, cacheWrite5m: 244_100 },
      },
    ],
    stated: 3.92,
    problems: [UNSPLIT],
  },
  // 9,400 × 3 + 33,700 × 15 + 2,300,000 × 0.30 + 172,200 × 3.75 = 28,200 + 505,500 + 690,000 + 645,750.
  "2.0-reply.txt": {
    models: [
      {
        model: "claude-sonnet-4-5-20250929",
        usage: { input: 9_400, output: 33_700, cacheRead: 2_300_000, cacheWrite5m: 172_200 },
        cost: 1.86945,
        stated: 3.1,
      },
    ],
    stated: 3.1,
    problems: [UNSPLIT, /long prompts.*least/, /do not fit/],
  },
  // 1,200 × 3 + 5,300 × 15 + 940,000 × 0.30 + 50,000 × 3.75 = 3,600 + 79,500 + 282,000 + 187,500.
  "2.1-end-of-session.txt": {
    models: [
      {
        model: "claude-sonnet-4-6",
        usage: { input: 1_200, output: 5_300, cacheRead: 940_000, cacheWrite5m: 50_000 },
        cost: 0.5526,
        stated: 0.55,
      },
    ],
    stated: 0.55,
    problems: [UNSPLIT],
  },
  // 1,100 × 2 + 12,000 × 10 + 1,500,000 × 0.20 + 55,300 × 2.50 = 2,200 + 120,000 + 300,000 + 138,250; 3,000 × 1 + 69 × 5.
  "2.1-two-models.txt": {
    models: [
      {
        model: "claude-sonnet-5",
        usage: { input: 1_100, output: 12_000, cacheRead: 1_500_000, cacheWrite5m: 55_300 },
        cost: 0.56045,
        stated: 0.62,
      },
      { model: "claude-haiku-4-5-20251001", usage: { input: 3_000, output: 69 }, cost: 0.003345, stated: 0.0034 },
    ],
    stated: 0.6234,
    problems: [UNSPLIT, /lived an hour/],
  },
  // 2,000 × 4 + 10,000 × 20 + 1,000,000 × 0.20 + 100,000 × 5 = 908,000; two searches at $10 a thousand.
  "2.1-boxed.txt": {
    models: [
      {
        model: "claude-opus-5-5",
        usage: { input: 2_000, output: 10_000, cacheRead: 1_000_000, cacheWrite5m: 100_000, webSearches: 2 },
        cost: 0.928,
        stated: 0.93,
      },
    ],
    stated: 0.93,
    problems: [/inaccurate itself/, UNSPLIT],
  },
  "2.1-usage-panel-empty.txt": { models: [], stated: 0, problems: [] },
  "2025-totals-only.txt": { models: [], stated: 0.55, problems: [/without tokens/] },
  "subscription.txt": { models: [], stated: null, problems: [/subscription/] },
};

describe("a print of /cost or /usage", () => {
  it.each(Object.entries(PRINTS))("%s: is read whatever terminal it was copied from", (file, expected) => {
    checkFixture(`cost-text/${file}`, { ...expected, garbage: "passed over", wraps: file !== "2.1-boxed.txt" });
  });

  it("of another tool that prints no colon after the model and no dollars is none", () => {
    expect(costTextFormat.detect(readFixture("cost-text/look-alike.txt"))).toBe(false);
    expect(importUsage(readFixture("cost-text/look-alike.txt")).format).toBeNull();
  });

  it("is not somebody's bill: a bare total needs the lines that stand beside it", () => {
    expect(costTextFormat.detect("Total cost: $12.00\nThank you for your visit")).toBe(false);
    expect(costTextFormat.detect("Total cost: $12.00\nTotal duration (API): 1s")).toBe(true);
  });

  it("is not sought inside JSON: a log may quote it", () => {
    expect(costTextFormat.detect(`{"message":"x"}\n${readFixture("cost-text/1.0.txt")}`)).toBe(false);
  });
});

const SESSION = readFixture("cost-text/2.1-end-of-session.txt");

describe("several prints in one text", () => {
  it("add up", () => {
    const { cost, stated, models, problems } = importUsage(`${SESSION}\n${SESSION.replace("6m 20s", "6m 21s")}`);
    expect(cost).toBeCloseTo(2 * 0.5526, 10);
    expect(stated).toBeCloseTo(1.1, 10);
    expect(models[0]?.usage.input).toBe(2_400);
    expect(problems.map(({ line }) => line)).toEqual([6, 8]);
    expect(problems[1]?.reason).toMatch(/2 prints are added up/);
  });

  it("that are the same to the letter count once", () => {
    const { cost, stated, problems } = importUsage(`${SESSION}\n/cost\n${SESSION}`);
    expect(cost).toBeCloseTo(0.5526, 10);
    expect(stated).toBe(0.55);
    expect(problems.at(-1)).toEqual({ line: 9, reason: "the same print as an earlier one: counted once" });
  });

  it("are told apart by /usage where they have no total", () => {
    const print = readFixture("cost-text/2.1-two-models.txt");
    expect(importUsage(`${print}${print.replace("69 output", "70 output")}`).models[1]?.usage.output).toBe(139);
  });
});

describe("counts of a print", () => {
  const withCount = (count: string) => importUsage(SESSION.replace("1.2k input", `${count} input`));

  it.each([
    ["999", 999],
    ["1.0k", 1_000],
    ["940.5k", 940_500],
    ["7.4m", 7_400_000],
    ["1.5b", 1_500_000_000],
    ["1.5B", 1_500_000_000],
  ])("%s are %i", (count, tokens) => {
    expect(withCount(count).models[0]?.usage.input).toBe(tokens);
  });

  it.each(["-5", "NaN", "1.5", "9999999b", "1.2345k", "1e5"])("%s are none: the line is a problem, the rest is kept", (count) => {
    const { models, stated, problems, format } = withCount(count);
    expect({ models, stated, format }).toEqual({ models: [], stated: 0.55, format: "cost-text" });
    expect(problems).toEqual([{ line: 6, reason: "a model's line with a count that is no whole number: left out" }]);
  });
});

describe("what stands behind a print's figures", () => {
  it("is a band as wide as the rounding of its counts", () => {
    // Half a digit each: 50 × 3 + 50 × 15 + 50 × 0.30 + 50 × 3.75 = 1,102.5 millionths.
    const [detail] = readCostText(SESSION).details;
    expect(detail?.costBand?.[0]).toBeCloseTo(0.5526 - 0.0011025, 10);
    expect(detail?.costBand?.[1]).toBeCloseTo(0.5526 + 0.0011025, 10);
    expect(detail?.reconciliation?.verdict).toBe("fits");
  });

  it("is the share of 1-hour writes that the dollars ask for", () => {
    // (0.62 − 0.56045) / (55,300 × (4 − 2.50) / 1,000,000) = 0.05955 / 0.08295.
    const [sonnet, haiku] = readCostText(readFixture("cost-text/2.1-two-models.txt")).details;
    expect(sonnet?.reconciliation?.verdict).toBe("needs-1h");
    expect(sonnet?.reconciliation?.hourShare?.best).toBeCloseTo(0.05955 / 0.08295, 2);
    expect(haiku?.reconciliation).toMatchObject({ verdict: "fits", hourShare: null });
  });

  it("is nothing for a model that nobody knows", () => {
    const text = SESSION.replace("claude-sonnet-4-6", "claude-sonnet");
    expect(readCostText(text).details[0]).toMatchObject({ costBand: null, reconciliation: { verdict: "unpriced" } });
  });

  it("is the price that was planned for Sonnet 5, where an old print used it", () => {
    // 1,000,000 × 3 + 100,000 × 15 = $4.50; at the rates in force $3.00.
    const text = "claude-sonnet-5: 1.0m input, 100.0k output, 0 cache read, 0 cache write ($4.50)";
    expect(importUsage(text).problems.map(({ reason }) => reason)).toEqual([expect.stringMatching(/fit \$3\/\$15/)]);
    expect(importUsage(text).cost).toBe(3);
  });
});
