import { describe, expect, it } from "vitest";
import { rowDays } from "../../src/usage-import/ccusage-rows.ts";
import { importUsage } from "../../src/usage-import/import-usage.ts";

const MODEL = "claude-opus-4-8";
// A million tokens of output at $25.
const COUNTS = { inputTokens: 0, outputTokens: 1_000_000, cacheCreationTokens: 0, cacheReadTokens: 0 };

const monthly = (month: string) =>
  importUsage(JSON.stringify({ monthly: [{ month, modelBreakdowns: [{ modelName: MODEL, ...COUNTS }] }] }));

describe("a row of a month", () => {
  it.each([
    ["2026-06", "2026-06-01", "2026-06-30"],
    ["2026-07", "2026-07-01", "2026-07-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2027-02", "2027-02-01", "2027-02-28"],
    ["2025-12", "2025-12-01", "2025-12-31"],
    // Its last day is ahead of the price list of 2026-11-20.
    ["2026-11", "2026-11-01", "2026-11-20"],
  ])("%s is from its first day on, priced on its last", (month, since, day) => {
    expect(rowDays("monthly", { month })).toEqual({ since, day });
  });

  it.each(["12026-06", "2026-06x", "2026-13", "June"])("%s is none: priced at the catalog's day, which is said", (month) => {
    const { problems, cost } = monthly(month);
    expect(problems).toContainEqual({ line: 1, reason: "a row without a date that can be read: priced at the catalog's day" });
    expect(cost).toBeCloseTo(25, 9);
  });
});

it("a week is seven days from the one that it names", () => {
  expect(rowDays("weekly", { week: "2026-06-28" })).toEqual({ since: "2026-06-28", day: "2026-07-04" });
});

it("a gap between blocks is no usage", () => {
  const block = { startTime: "2026-06-01T00:00:00Z", tokenCounts: COUNTS, models: [MODEL], costUSD: 0, entries: 1 };
  const blocks = (isGap: boolean) => importUsage(JSON.stringify({ blocks: [{ ...block, isGap }] })).cost;
  expect(blocks(false)).toBeCloseTo(25, 9);
  expect(blocks(true)).toBe(0);
});
