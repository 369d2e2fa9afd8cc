import { describe, expect, it } from "vitest";
import { combineBreakEven } from "../../src/features/break-even/combine-break-even.ts";
import { combineOwnRange } from "../../src/features/break-even/combine-own-range.ts";
import { DEFAULT_SCENARIO, DEFAULT_TOTALS } from "../../src/scenario/defaults.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";

/** Each session a working day costs $30 a month: 100,000 output tokens at $15 per MTok = $1.50, × 20 days. */
const THIRTY: Scenario = {
  ...DEFAULT_SCENARIO,
  tokensOf: "claude-sonnet-4-6",
  workingDays: 20,
  limitRule: "guides",
  overflow: "not-allowed",
  profiles: [
    {
      name: "Coding",
      sessionsPerDay: 2,
      mix: [{ model: "claude-sonnet-4-6", percent: 100, locked: false }],
      usage: { ...DEFAULT_TOTALS, output: 100_000 },
    },
  ],
};
const viewOf = (scenario: Scenario) => combineBreakEven(scenario, estimate(scenario));

describe("API against plans", () => {
  it("names the crossings in sessions a day", () => {
    // Pro from $20 = 0.667 sessions, Max from just over $100 = 3.33, Ultra from just over $200 = 6.67
    expect(viewOf(THIRTY)?.takeaway).toBe(
      "Pro is cheapest from 0.67, Max from 3.33, Ultra from 6.67 sessions a day, at the low end of what the plans cover; you are at 2.",
    );
  });

  it("puts the person's own point on the API's line", () => {
    expect(viewOf(THIRTY)?.own).toMatchObject({ x: 2, y: 60 });
  });

  it("ends a plan's line where it stops serving, and lets it rise with the API where overflow is bought", () => {
    const proOf = (scenario: Scenario) => viewOf(scenario)?.chart.series.find(({ name }) => name === "Pro")?.points ?? [];
    expect(proOf(THIRTY).map(({ y }) => y)).toEqual([20, 20]);
    expect(proOf(THIRTY).at(-1)?.x).toBeCloseTo(100 / 30, 9);
    const rising = proOf({ ...THIRTY, overflow: "api-rates" });
    const last = rising.at(-1);
    // 20 + what is past 100
    expect(last?.y).toBeCloseTo(20 + (last?.x ?? 0) * 30 - 100, 9);
  });

  it("holds the same figures in its table", () => {
    const row = viewOf(THIRTY)?.rows.find(({ id }) => id === "2");
    expect(row?.cells).toEqual(["2", "$60.00", "$20.00", "$100.00", "$200.00"]);
  });

  it("has a line for each plan even with no session a day yet", () => {
    const [profile] = THIRTY.profiles;
    if (!profile) throw new Error("the scenario has a profile");
    expect(viewOf({ ...THIRTY, profiles: [{ ...profile, sessionsPerDay: 0 }] })?.own).toMatchObject({ x: 0, y: 0 });
  });

  describe("where a limit is a range", () => {
    // Pro covers 30 to 90 = 1 to 3 sessions a day at $30 each
    const RANGED: Scenario = {
      ...THIRTY,
      limitRule: "own",
      overflow: "api-rates",
      ownLimits: {
        pro: { low: 30, high: 90 },
        max: { low: 400, high: 400 },
        ultra: null,
        "team-standard": null,
        "team-premium": null,
      },
    };

    it("has a band from the low limit on, its line the dear end of it", () => {
      const bands = viewOf(RANGED)?.chart.bands;
      expect(bands?.map(({ name, mark }) => [name, mark])).toEqual([["Pro", 2]]);
      const [start, bend, end] = bands?.[0]?.points ?? [];
      expect(start).toEqual({ x: 1, low: 20, high: 20 });
      // 20 + 90 − 30 where the high limit ends
      expect(bend).toEqual({ x: 3, low: 20, high: 80 });
      expect((end?.high ?? 0) - (end?.low ?? 0)).toBeCloseTo(60, 9);
    });

    it("costs its fee up to the high limit where work stops there", () => {
      const [band] = viewOf({ ...RANGED, overflow: "not-allowed" })?.chart.bands ?? [];
      expect(band?.points).toEqual([
        { x: 1, low: 20, high: 20 },
        { x: 3, low: 20, high: 20 },
      ]);
    });

    it("holds the high end in its table too", () => {
      const view = viewOf(RANGED);
      expect(view?.columns.map(({ label }) => label)).toEqual(["Sessions a day", "API", "Pro", "Max", "Pro, high limit"]);
      // 60 of work: 20 + 30, and nothing past 90
      expect(view?.rows.find(({ id }) => id === "2")?.cells).toEqual(["2", "$60.00", "$50.00", "$100.00", "$20.00"]);
    });

    it("has none where both ends are one limit", () => {
      expect(viewOf(THIRTY)?.chart.bands).toBeUndefined();
    });
  });

  it("has nothing to show for programs", () => {
    expect(viewOf({ ...THIRTY, work: "app" })).toBeNull();
  });
});

describe("the range at the person's own point", () => {
  it("goes from p10 to p90 of one developer's month, and says so", () => {
    expect(combineOwnRange(195, { p10: 142.4, p50: 188, p90: 249.6, mean: 195 })).toEqual({
      low: 142.4,
      high: 249.6,
      lowLabel: "p10 $142",
      highLabel: "p90 $250",
      words: "you: $195, p10–p90 $142–$250",
    });
  });

  it("is none where all months cost the same", () => {
    expect(combineOwnRange(60, { p10: 60, p50: 60, p90: 60, mean: 60 })).toBeUndefined();
  });
});
