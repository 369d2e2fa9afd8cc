import { describe, expect, it } from "vitest";
import { importUsage } from "../../src/usage-import/import-usage.ts";
import { checkFixture, type ExpectedUsage, readFixture } from "./fixture-check.ts";

const REPORTS: Readonly<Record<string, ExpectedUsage>> = {
  // 100 × 5 + 8 × 6.25 + 2 × 10 + 50 × 0.50 + 200 × 25 = 500 + 50 + 20 + 25 + 5,000 millionths.
  "usage-report.json": {
    models: [
      {
        model: "claude-opus-4-7",
        usage: { input: 100, cacheWrite5m: 8, cacheWrite1h: 2, cacheRead: 50, output: 200 },
        cost: 0.005595,
      },
    ],
    stated: null,
    problems: [],
    garbage: "named",
  },
  // The report knows which prompts were long: 900,000 + 15,000; and half of 1,800,000 + 22,500.
  "usage-report-tiers.json": {
    models: [{ model: "claude-sonnet-4-5-20250929", usage: { input: 600_000, output: 2_000 }, cost: 0.915 + 0.91125 }],
    stated: null,
    problems: [],
    garbage: "named",
  },
  // Amounts are cents.
  "cost-report.json": {
    models: [{ model: "claude-opus-5", stated: 1.2378912 }],
    stated: 1.2378912,
    problems: [/further pages/, /dollars without tokens/],
    garbage: "named",
  },
  // 46,981 × 5 + 15,969 × 6.25 + 16,932 × 25 = 758,011.25; 100,000 × 3 + 5,000 × 15 = 375,000 and ten searches.
  "console-usage-2026.csv": {
    models: [
      { model: "claude-opus-5", usage: { input: 46_981, cacheWrite5m: 15_969, output: 16_932 }, cost: 0.75801125 },
      { model: "claude-sonnet-4-20250514", usage: { input: 100_000, output: 5_000, webSearches: 10 }, cost: 0.475 },
    ],
    stated: null,
    problems: [],
    garbage: "named",
  },
  // Half of 1,000 × 1 + 100 × 1.25 + 200 × 2 + 3,000 × 0.10 + 400 × 5.
  "console-usage-2025.csv": {
    models: [
      {
        model: "claude-haiku-4-5-20251001",
        usage: { input: 1_000, cacheWrite5m: 100, cacheWrite1h: 200, cacheRead: 3_000, output: 400 },
        cost: 0.0019125,
      },
    ],
    stated: null,
    problems: [],
    garbage: "named",
  },
  // 1,000 × 0.80 + 100 × 1 + 3,000 × 0.08 + 400 × 4.
  "console-usage-oldest.csv": {
    models: [
      {
        model: "claude-3-5-haiku-20241022",
        usage: { input: 1_000, cacheWrite5m: 100, cacheRead: 3_000, output: 400 },
        cost: 0.00274,
      },
    ],
    stated: null,
    problems: [/how long cache writes lived/],
    garbage: "named",
  },
  "console-cost-2026.csv": {
    models: [{ model: "claude-haiku-4-5-20251001", stated: 0.22 }],
    stated: 0.22,
    problems: [/dollars without tokens/],
    garbage: "named",
  },
};

describe("what an organization sees of itself", () => {
  it.each(Object.entries(REPORTS))("%s: is read row by row", (file, expected) => {
    checkFixture(`admin-usage/${file}`, expected);
  });

  it.each(["-1", "1.5", "many", "1e3", "9999999999999999"])(
    "has a row with the count %s, which is a problem and no usage",
    (count) => {
      const { models, problems } = importUsage(readFixture("admin-usage/console-usage-2026.csv").replace("46981", count));
      expect(models.map(({ model }) => model)).toEqual(["claude-sonnet-4-20250514"]);
      expect(problems).toEqual([{ line: 3, reason: "a row of claude-opus-5 has a count that is no whole number: left out" }]);
    },
  );

  it.each([";", "\t"])("may have been through a spreadsheet that separates by %j", (separator) => {
    const text = readFixture("admin-usage/console-usage-2025.csv");
    expect(importUsage(text.replaceAll(",", separator))).toEqual(importUsage(text));
  });

  it("prices each row on its day", () => {
    const text = readFixture("admin-usage/console-usage-2025.csv").replace("claude-haiku-4-5-20251001", "claude-sonnet-5-5");
    const on = (day: string) => importUsage(text.replace("2025-11-10", day)).cost;
    // Reads of 3,000 tokens at half of 0.20 and of 0.10 per million.
    expect(on("2026-10-06") - on("2026-10-07")).toBeCloseTo(0.00015, 10);
  });
});
