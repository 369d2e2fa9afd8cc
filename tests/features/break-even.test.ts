import { describe, expect, it } from "vitest";
import { combineBreakEven } from "../../src/features/break-even/combine-break-even.ts";
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

  it("has nothing to show for programs", () => {
    expect(viewOf({ ...THIRTY, work: "app" })).toBeNull();
  });
});
