import { describe, expect, it } from "vitest";
import { isWithin } from "../../src/lib/calendar.ts";
import type { RatePeriod } from "../../src/pricing/rate-card.ts";
import { findModel } from "../../src/rates/resolve-model.ts";

function periodOn(id: string, day: string): RatePeriod | undefined {
  return findModel(id)?.periods.find((period) => isWithin(day, period));
}

function fastOn(id: string, day: string): number | null {
  return findModel(id)?.fast.find((period) => isWithin(day, period))?.multiplier ?? null;
}

describe("rates change on their day and not before", () => {
  it.each([
    ["2026-09-27", undefined],
    ["2026-09-28", 0.2],
    ["2026-10-06", 0.2],
    ["2026-10-07", 0.1],
    ["2026-11-20", 0.1],
  ])("a cache read of Sonnet 5.5 on %s costs %s", (day, read) => {
    expect(periodOn("claude-sonnet-5-5", day)?.rates.cacheRead).toBe(read);
  });

  it("changed nothing of Sonnet 5.5 but the read", () => {
    const { cacheRead: _before, ...before } = periodOn("claude-sonnet-5-5", "2026-10-06")?.rates ?? {};
    const { cacheRead: _after, ...after } = periodOn("claude-sonnet-5-5", "2026-10-07")?.rates ?? {};
    expect(before).toEqual({ input: 2, output: 10, cacheWrite5m: 2.5, cacheWrite1h: 4 });
    expect(after).toEqual(before);
  });
});

describe("a long-context tier is in force from its first day to its last", () => {
  it.each([
    ["claude-sonnet-4-20250514", "2025-05-22", null, 200_000],
    ["claude-sonnet-4-20250514", "2025-08-11", null, 200_000],
    ["claude-sonnet-4-20250514", "2025-08-12", 200_000, 1_000_000],
    ["claude-sonnet-4-20250514", "2026-04-30", 200_000, 1_000_000],
    ["claude-sonnet-4-20250514", "2026-05-01", null, 200_000],
    ["claude-sonnet-4-5-20250929", "2025-09-29", 200_000, 1_000_000],
    ["claude-sonnet-4-5-20250929", "2026-04-30", 200_000, 1_000_000],
    ["claude-sonnet-4-5-20250929", "2026-05-01", null, 200_000],
    ["claude-opus-4-6", "2026-02-05", 200_000, 1_000_000],
    ["claude-opus-4-6", "2026-03-12", 200_000, 1_000_000],
    ["claude-opus-4-6", "2026-03-13", null, 1_000_000],
    ["claude-sonnet-4-6", "2026-02-17", 200_000, 1_000_000],
    ["claude-sonnet-4-6", "2026-03-12", 200_000, 1_000_000],
    ["claude-sonnet-4-6", "2026-03-13", null, 1_000_000],
    ["claude-haiku-5-5", "2026-10-07", 100_000, 1_000_000],
    ["claude-haiku-5-5", "2026-11-20", 100_000, 1_000_000],
  ])("%s on %s: threshold %s, window %d", (id, day, threshold, window) => {
    const period = periodOn(id, day);
    expect(period?.longContext?.thresholdTokens ?? null).toBe(threshold);
    expect(period?.contextWindow).toBe(window);
  });

  it.each(["claude-sonnet-4-20250514", "claude-sonnet-4-5-20250929", "claude-opus-4-6", "claude-sonnet-4-6"])(
    "%s costs the same below its threshold in every period",
    (id) => {
      const rates = findModel(id)?.periods.map((period) => period.rates) ?? [];
      expect(rates.length).toBeGreaterThan(1);
      for (const each of rates) expect(each).toEqual(rates[0]);
    },
  );
});

describe("a model has no price before its release", () => {
  it.each([
    ["claude-opus-5-5", "2026-09-21", "2026-09-22"],
    ["claude-haiku-5-5", "2026-10-06", "2026-10-07"],
    ["claude-fable-5-2", "2026-11-08", "2026-11-09"],
    ["claude-opus-4-5-20251101", "2025-11-23", "2025-11-24"],
    ["claude-3-5-haiku-20241022", "2024-10-21", "2024-10-22"],
  ])("%s: none on %s, one on %s", (id, dayBefore, firstDay) => {
    expect(periodOn(id, dayBefore)).toBeUndefined();
    expect(periodOn(id, firstDay)?.from).toBe(firstDay);
  });
});

describe("fast mode multiplies only in its days", () => {
  it.each([
    ["claude-opus-4-6", "2026-02-06", null],
    ["claude-opus-4-6", "2026-02-07", 6],
    ["claude-opus-4-6", "2026-06-28", 6],
    ["claude-opus-4-6", "2026-06-29", 1],
    ["claude-opus-4-6", "2026-11-20", 1],
    ["claude-opus-4-7", "2026-05-11", null],
    ["claude-opus-4-7", "2026-05-12", 6],
    ["claude-opus-4-7", "2026-07-23", 6],
    ["claude-opus-4-7", "2026-07-24", null],
    ["claude-opus-4-8", "2026-05-27", null],
    ["claude-opus-4-8", "2026-05-28", 2],
    ["claude-opus-4-8", "2026-11-29", 2],
    ["claude-opus-4-8", "2026-11-30", null],
    ["claude-opus-5", "2026-07-23", null],
    ["claude-opus-5", "2026-07-24", 2],
    ["claude-opus-5-5", "2026-09-21", null],
    ["claude-opus-5-5", "2026-09-22", 2],
    ["claude-fable-5-2", "2026-11-08", null],
    ["claude-fable-5-2", "2026-11-09", 2],
    ["claude-opus-4-5-20251101", "2026-06-01", null],
    ["claude-sonnet-5-5", "2026-11-20", null],
  ])("%s on %s: %s", (id, day, multiplier) => {
    expect(fastOn(id, day)).toBe(multiplier);
  });
});
