import { describe, expect, it } from "vitest";
import { combineClasses } from "../../src/features/bill/combine-bill.ts";
import { combineCaveats } from "../../src/features/bill/combine-caveats.ts";
import { combineModelCosts } from "../../src/features/model-costs/combine-model-costs.ts";
import { combineMonth } from "../../src/features/month/combine-month.ts";
import { meanSessionInWords, monthInWords } from "../../src/scenario/bill-in-words.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import { PRESETS } from "../../src/scenario/presets.ts";
import type { Profile, Scenario } from "../../src/scenario/scenario.ts";

const preset = (id: string): Scenario => PRESETS.find((candidate) => candidate.id === id)?.scenario ?? DEFAULT_SCENARIO;
const caveatsOf = (scenario: Scenario): readonly string[] => combineCaveats(estimate(scenario), scenario);
const profileOf = (scenario: Scenario): Profile => scenario.profiles[0] as Profile;

describe("the bill", () => {
  it("has a line for each class with its rate's day and source", () => {
    const lines = monthInWords(estimate(preset("light")));
    expect(lines.map(({ item }) => item)).toEqual(["Input, Sonnet 4.6", "Cache read, Sonnet 4.6", "Output, Sonnet 4.6"]);
    // 45,000 × 6 sessions × 18 days
    expect(lines[0]).toMatchObject({ quantity: 4_860_000, rate: 3, unit: "tokens", per: "MTok" });
    expect(lines[0]?.source).toMatchObject({ checkedOn: "2026-11-20" });
    expect(JSON.stringify(lines[0]?.source)).toContain("2026-03-13");
  });

  it("says of own rates that they are the person's", () => {
    const lines = monthInWords(estimate({ ...preset("light"), discountPercent: 10 }));
    expect(lines.every(({ source }) => source === "own")).toBe(true);
    expect(caveatsOf({ ...preset("light"), discountPercent: 10 })[0]).toContain("Your own rates");
  });

  it("of a mean session adds up to what a session costs, whatever the profiles and mixes", () => {
    const bill = estimate(preset("heavy"));
    expect(meanSessionInWords(bill).reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(bill.perSession, 9);
  });

  it("adds up over its classes", () => {
    const bill = estimate(preset("heavy"));
    expect(combineClasses(bill).reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(bill.perMonth, 9);
    expect(combineClasses(bill).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it("warns of a prompt above a model's window", () => {
    const usage = { ...profileOf(DEFAULT_SCENARIO).usage, requests: 500 } as Profile["usage"];
    const long: Scenario = { ...DEFAULT_SCENARIO, profiles: [{ ...profileOf(DEFAULT_SCENARIO), usage }] };
    // 20,000 + n × 1,600 + (n − 1) × 360 passes 1,000,000 at n = 501: 999,640 + … so 500 requests stay inside, 501 do not
    expect(caveatsOf(long)).toEqual([]);
    const longer: Scenario = {
      ...long,
      profiles: [{ ...profileOf(long), usage: { ...usage, requests: 501 } as Profile["usage"] }],
    };
    expect(caveatsOf(longer)[0]).toContain("Opus 5.5 from request 501");
  });

  it.each([
    // 100 − 2 + 5.5 − 1 = 102.5
    [
      { erroredPercent: 2, retriedPercent: 5.5, refusedPercent: 1 },
      "2026-06-02",
      "2 end in an error (not billed), 5.5 are sent again (billed twice) and 1 is refused without output (not billed): 102.5\u00a0% of the plan is billed.",
    ],
    // One errs for each that is sent again: said all the same.
    [
      { erroredPercent: 1, retriedPercent: 1, refusedPercent: 0 },
      "2026-11-20",
      "1 ends in an error (not billed) and 1 is sent again (billed twice): 100\u00a0% of the plan is billed.",
    ],
    // Prompts 100, output 100 − 10.
    [
      { erroredPercent: 0, retriedPercent: 0, refusedPercent: 10 },
      "2026-06-01",
      "10 are refused without output (billed for the prompt before 2026-06-02): 100\u00a0% of the planned prompts and 90\u00a0% of the output are billed.",
    ],
  ])("says which requests fail, and how much of the plan is billed", (failed, priceDate, says) => {
    expect(caveatsOf({ ...preset("light"), failed, priceDate })).toEqual([`Of every 100 requests planned, ${says}`]);
  });
});

describe("the charts", () => {
  it("show a session by class on each current model and on those of the mix", () => {
    const { chart } = combineModelCosts(preset("light"), profileOf(preset("light")));
    const own = chart.rows.find(({ isMarked }) => isMarked);
    expect(own?.label).toBe("Sonnet 4.6");
    // 0.135 input + 0.0114 cache read + 0.195 output
    expect(own?.parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(0.3414, 9);
    expect(chart.parts.map(({ name }) => name)).toEqual(["Input", "Cache read", "Output"]);
  });

  it("leave out a model that cannot serve the session so, and name it in the table", () => {
    const fast: Scenario = { ...DEFAULT_SCENARIO, fast: true };
    const { chart, rows } = combineModelCosts(fast, profileOf(fast));
    expect(chart.rows.map(({ label }) => label)).not.toContain("Sonnet 5.5");
    expect(rows.find(({ id }) => id === "claude-sonnet-5-5")?.cells.at(-1)).toBe("does not serve it so");
  });

  it("show the month by kind of session and model", () => {
    const bill = estimate(preset("api-app"));
    const { chart, takeaway } = combineMonth(bill);
    expect(chart.rows.map(({ label }) => label)).toEqual(["Chat reply", "File review"]);
    const total = chart.rows.flatMap(({ parts }) => parts).reduce((sum, part) => sum + part, 0);
    expect(total).toBeCloseTo(bill.perMonth, 9);
    // 500 reviews × (5,000 × $2 + 2,000 × $10) / 1M = $15 of $15 + 10,000 × (2,000 × $0.10 + 500 × $0.50) / 1M = $4.50
    expect(takeaway).toContain("File review on Sonnet 5.5 is the largest part: $15.00 of $19.50");
  });
});
