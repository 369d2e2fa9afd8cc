import { describe, expect, it } from "vitest";
import { daysBetween } from "../../src/lib/calendar.ts";
import { publishedAverages } from "../../src/rates/published-averages.ts";

describe("what Anthropic said that a developer costs", () => {
  it("was $6, later $13 a day, and $50–60, $100–200, $150–250 a month", () => {
    expect(
      publishedAverages.map(({ usdPerActiveDay, p90UsdPerActiveDay, usdPerMonth }) => [
        usdPerActiveDay,
        p90UsdPerActiveDay,
        usdPerMonth,
      ]),
    ).toEqual([
      [13, 30, { low: 150, high: 250 }],
      [6, 12, { low: 100, high: 200 }],
      [6, 12, { low: 50, high: 60 }],
    ]);
  });

  it("was said from 2025-07-09 to 2026-08-22, one wording at a time, newest first", () => {
    expect(publishedAverages.map(({ seenFrom, seenTo }) => [seenFrom, seenTo])).toEqual([
      ["2026-04-10", "2026-08-22"],
      ["2025-07-24", "2026-04-09"],
      ["2025-07-09", "2025-07-23"],
    ]);
    publishedAverages.slice(1).forEach(({ seenTo }, index) => {
      expect(daysBetween(seenTo, publishedAverages[index]?.seenFrom ?? seenTo)).toBe(1);
    });
  });

  it("names its source", () => {
    for (const { source } of publishedAverages) expect(source).toMatch(/docs\/costs\.md @[0-9a-f]{8}|@[0-9a-f]{7,8}/);
  });
});
