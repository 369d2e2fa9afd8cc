import { describe, expect, it } from "vitest";
import { apiMonth } from "../../src/scenario/estimate.ts";
import { PRESETS } from "../../src/scenario/presets.ts";
import type { Scenario, SimulatedUsage } from "../../src/scenario/scenario.ts";
import { type Sensitivity, sensitivity } from "../../src/scenario/sensitivity.ts";
import { byTotals, scenarioOf, simulated } from "./made-scenario.ts";

const SONNET = "claude-sonnet-4-6";
const OPUS = "claude-opus-4-6";
const HAIKU = "claude-haiku-4-5-20251001";

/** 100,000 output tokens at $15 per MTok = $1.50 a session, × 20 days = $30 a month. */
const THIRTY = scenarioOf([byTotals(SONNET, { output: 100_000 })], { workingDays: 20 });

const find = (scenario: Scenario, id: string): Sensitivity | undefined => sensitivity(scenario).find((input) => input.id === id);
const simulatedWith = (shape: Partial<SimulatedUsage>, fields: Partial<Scenario> = {}): Scenario =>
  scenarioOf([simulated(SONNET, shape)], fields);

describe("which input moves the bill most", () => {
  it("moves each input by a quarter, the greatest swing first, ties in the order of the list", () => {
    const rows = sensitivity(THIRTY).map(({ id, low, high, swing }) => [id, low?.perMonth, high?.perMonth, swing]);
    expect(rows).toEqual([
      // 30 × 0.75 and 30 × 1.25
      ["sessionsPerDay", 22.5, 37.5, 15],
      ["workingDays", 22.5, 37.5, 15],
      ["totals-output", 22.5, 37.5, 15],
      // half of it in batch at half price: 15 + 7.5
      ["batchPercent", 30, 22.5, 7.5],
    ]);
  });

  it("takes swings for equal that differ only by what floating-point sums leave behind", () => {
    // 10,000 × $5 a million = 0.05, × 12 = 0.60: a quarter either way is 0.30 of each, in sums of other numbers.
    const rows = sensitivity(scenarioOf([byTotals(HAIKU, { output: 10_000 })], { workingDays: 12 }));
    expect(rows.map(({ id, swing }) => [id, Number(swing.toFixed(12))])).toEqual([
      ["sessionsPerDay", 0.3],
      ["workingDays", 0.3],
      ["totals-output", 0.3],
      // half of it at half price
      ["batchPercent", 0.15],
    ]);
  });

  it("leaves an input out both ends of which are forbidden: Mythos Preview has no rate for a cache", () => {
    const uncached = scenarioOf([simulated("claude-mythos-preview", { caching: "off" })]);
    const rows = sensitivity(uncached);
    expect(rows.map(({ id }) => id)).toContain("requests");
    expect(rows.map(({ id }) => id)).not.toContain("caching");
  });

  it("leaves inputs without any effect out, and all of them where the work costs nothing", () => {
    // A single developer stays one; the tokens are of one tokenizer; no input tokens, no simulated session.
    const ids = sensitivity(THIRTY).map(({ id }) => id);
    for (const id of ["developers", "tokenizerFactor", "totals-input", "requests", "caching"]) expect(ids).not.toContain(id);
    expect(sensitivity(scenarioOf([byTotals(SONNET, { output: 100_000 }, { sessionsPerDay: 0 })]))).toEqual([]);
  });

  it.each([
    // A quarter rounded to whole people, at least one from two on; texts say the true share.
    { developers: 2, low: "1", lowWords: "50% less", high: "3" },
    { developers: 5, low: "4", lowWords: "20% less", high: "6" },
    { developers: 6, low: "4", lowWords: "33% less", high: "8" },
    { developers: 20, low: "15", lowWords: "25% less", high: "25" },
  ])("moves $developers developers to $low and $high", ({ developers, low, lowWords, high }) => {
    expect(find({ ...THIRTY, developers }, "developers")).toMatchObject({
      low: { value: low, words: lowWords, perMonth: 30 * Number(low) },
      high: { value: high, perMonth: 30 * Number(high) },
    });
  });

  it("keeps an input within what it takes: 25 days and a quarter are 31, not 31.3", () => {
    // 1.50 × 31
    expect(find({ ...THIRTY, workingDays: 25 }, "workingDays")?.high).toEqual({ value: "31", words: "24% more", perMonth: 46.5 });
  });

  it.each([
    { pauseHours: 0, now: "0", high: "1", words: "1 a session" },
    { pauseHours: 1, now: "1", high: "3", words: "3 a session" },
    { pauseHours: 2, now: "2", high: "5", words: "5 a session" },
  ])("moves $pauseHours breaks from none to twice as many and one", ({ pauseHours, now, high, words }) => {
    const breaks = find(simulatedWith({ requests: 12, pauseHours }), "pauseHours");
    expect(breaks).toMatchObject({ now, low: { value: "0", words: "none" }, high: { value: high, words } });
    expect(breaks?.high?.perMonth).toBeCloseTo(apiMonth(simulatedWith({ requests: 12, pauseHours: Number(high) })), 12);
  });

  it.each([
    { caching: "off", low: "5 minutes", high: "1 hour" },
    { caching: "5m", low: "off", high: "1 hour" },
    { caching: "1h", low: "off", high: "5 minutes" },
  ] as const)("sets a cache lifetime of $caching beside the two others", ({ caching, low, high }) => {
    expect(find(simulatedWith({ caching }), "caching")).toMatchObject({ low: { words: low }, high: { words: high } });
  });

  it("counts the bill as it is into the swing, where both ends lie on one side of it", () => {
    // Without breaks 5 minutes is the cheapest of the three lifetimes: a longer one writes at a dearer rate, none re-reads at full price.
    const lifetime = find(simulatedWith({ requests: 40, caching: "5m" }), "caching");
    const [off, hour, base] = [lifetime?.low?.perMonth ?? 0, lifetime?.high?.perMonth ?? 0, lifetime?.base ?? 0];
    expect(Math.min(off, hour)).toBeGreaterThan(base);
    expect(lifetime?.swing).toBeCloseTo(Math.max(off, hour) - base, 12);
  });

  describe("compaction", () => {
    // Prompts of 1,000 + 3,000 a request: the 40th would be 121,000, so a limit of 100,000 tokens is met and one of 110,000 too.
    const shape = { requests: 40, inputGrowthPerRequest: 3_000, outputPerRequest: 0 };

    it.each([
      [null, "none"],
      [110_000, "at 110,000"],
    ])("at %j is set beside none and 100,000 tokens", (compactAtTokens, now) => {
      expect(find(simulatedWith({ ...shape, compactAtTokens }), "compaction")).toMatchObject({
        label: "Compaction",
        now,
        low: { value: "none", words: "none", perMonth: expect.closeTo(apiMonth(simulatedWith(shape)), 12) },
        high: {
          value: "at 100K",
          words: "at 100,000 tokens",
          perMonth: expect.closeTo(apiMonth(simulatedWith({ ...shape, compactAtTokens: 100_000 })), 12),
        },
      });
    });

    it("has no one value where profiles differ, and is none of totals", () => {
      const two = [simulated(SONNET, shape), simulated(SONNET, { ...shape, compactAtTokens: 100_000 })];
      expect(find(scenarioOf(two), "compaction")?.now).toBeNull();
      expect(find(scenarioOf([...two.slice(0, 1), byTotals(SONNET, { output: 1 })]), "compaction")?.now).toBe("none");
    });
  });

  it("says points of a share where mixes differ, and leaves a profile of one model as it is", () => {
    const mixed = (opus: number) => [
      { model: SONNET, percent: 100 - opus, locked: false },
      { model: OPUS, percent: opus, locked: false },
    ];
    const work = { output: 100_000 };
    const two = scenarioOf([byTotals(SONNET, work, { mix: mixed(50) }), byTotals(SONNET, work, { mix: mixed(40) })]);
    // 2.00 + 1.90; at 25 and 15 %: 1.75 + 1.65; at 75 and 65 %: 2.25 + 2.15.
    expect(find(two, "dearestShare")).toMatchObject({
      now: null,
      low: { value: "−25 points", words: "25 points less", perMonth: expect.closeTo(3.4, 12) },
      high: { value: "+25 points", words: "25 points more", perMonth: expect.closeTo(4.4, 12) },
    });
    expect(find(THIRTY, "dearestShare")).toBeUndefined();
  });

  it("leaves an end out that another input forbids", () => {
    // Compaction keeps 1,000 + 200 + 100 = 1,300 tokens: with growth 125 it would need 1,325.
    const growth = find(simulatedWith({ requests: 40, compactAtTokens: 1_300 }), "inputGrowthPerRequest");
    expect(growth?.high).toBeNull();
    expect(growth?.low?.value).toBe("75");
    expect(find(simulatedWith({ requests: 40, compactAtTokens: 1_325 }), "inputGrowthPerRequest")?.high?.value).toBe("125");
  });

  it.each([
    // Opus at 2.50 a session, Sonnet at 1.50
    { opus: 50, low: ["25%", 1.75], high: ["75%", 2.25] },
    { opus: 90, low: ["65%", 2.15], high: ["100%", 2.5] },
  ])("moves a share of $opus % on the dearest model by 25 points, locked or not", ({ opus, low, high }) => {
    const mix = [
      { model: SONNET, percent: 100 - opus, locked: true },
      { model: OPUS, percent: opus, locked: true },
    ];
    const share = find(scenarioOf([byTotals(SONNET, { output: 100_000 }, { mix })]), "dearestShare");
    expect(share).toMatchObject({
      label: "Share on Opus 4.6",
      now: `${opus}%`,
      low: { value: low[0] },
      high: { value: high[0] },
    });
    expect(share?.low?.perMonth).toBeCloseTo(Number(low[1]), 12);
    expect(share?.high?.perMonth).toBeCloseTo(Number(high[1]), 12);
  });

  it("asks for the tokenizer factor where a model counts otherwise", () => {
    // 100,000 tokens of Sonnet 4.6 on Opus 5.5 at $20: 2.00 × 1 and × 1.35
    const factor = find(scenarioOf([byTotals("claude-opus-5-5", { output: 100_000 })]), "tokenizerFactor");
    expect(factor?.low?.perMonth).toBeCloseTo(2, 12);
    expect(factor?.high?.perMonth).toBeCloseTo(2.7, 12);
  });

  it("changes all profiles at once, and says a share where they differ", () => {
    const two = scenarioOf([byTotals(SONNET, { output: 100_000 }), byTotals(SONNET, { output: 300_000 }, { name: "Other" })]);
    // 1.50 + 4.50 = 6, × 0.75 and × 1.25
    expect(find(two, "totals-output")).toMatchObject({
      now: null,
      low: { value: "−25%", words: "25% less", perMonth: 4.5 },
      high: { value: "+25%", words: "25% more", perMonth: 7.5 },
    });
  });

  it.each(PRESETS.map(({ id, scenario }) => ({ id, scenario })))("is sorted and finite for the preset $id", ({ scenario }) => {
    const swings = sensitivity(scenario).map(({ swing }) => swing);
    expect(swings.length).toBeGreaterThan(3);
    for (const [index, swing] of swings.entries()) {
      expect(Number.isFinite(swing)).toBe(true);
      expect(swing).toBeLessThanOrEqual((swings[index - 1] ?? Infinity) + 1e-6);
    }
  });
});
