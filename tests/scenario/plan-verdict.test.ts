import { describe, expect, it } from "vitest";
import { DEFAULT_SCENARIO, DEFAULT_TOTALS } from "../../src/scenario/defaults.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import { planVerdict } from "../../src/scenario/plan-verdict.ts";
import type { MixShare, Scenario } from "../../src/scenario/scenario.ts";

const only = (model: string): readonly MixShare[] => [{ model, percent: 100, locked: false }];

/** 200,000 output tokens at $15 per MTok = $3 a session, × 5 a day × 20 days = $300 a month. */
const THREE_HUNDRED: Scenario = {
  ...DEFAULT_SCENARIO,
  tokensOf: "claude-sonnet-4-6",
  workingDays: 20,
  limitRule: "own",
  ownLimits: {
    pro: { low: 100, high: 250 },
    max: { low: 400, high: 400 },
    ultra: null,
    "team-standard": null,
    "team-premium": null,
  },
  profiles: [
    {
      name: "Coding",
      sessionsPerDay: 5,
      mix: only("claude-sonnet-4-6"),
      usage: { ...DEFAULT_TOTALS, output: 200_000 },
    },
  ],
};
const verdictOn = (scenario: Scenario) => planVerdict(scenario, estimate(scenario));
const choiceIn = (scenario: Scenario, id: string) => verdictOn(scenario).choices.find((choice) => choice.id === id);

describe("which plan fits", () => {
  it("says how much of the work is inside a plan at both ends of its limit, and what is past it", () => {
    const pro = choiceIn(THREE_HUNDRED, "pro");
    // 100 of 300, then 250 of 300
    expect(pro?.ends?.low.fits).toBeCloseTo(1 / 3, 9);
    expect(pro?.ends?.high.fits).toBeCloseTo(5 / 6, 9);
    expect(pro?.ends?.low.past.other).toBeCloseTo(200, 9);
    // 20 + 200 and 20 + 50
    expect(pro?.ends?.low.cost).toBeCloseTo(220, 9);
    expect(pro?.ends?.high.cost).toBeCloseTo(70, 9);
  });

  it("lists the API first, plans without a known limit uncompared, and Enterprise last at its fee on top of every token", () => {
    const { choices } = verdictOn(THREE_HUNDRED);
    expect(choices.map(({ id }) => id)).toEqual(["api", "pro", "max", "ultra", "team-standard", "team-premium", "enterprise"]);
    expect(choices.find(({ id }) => id === "ultra")?.ends).toBeNull();
    // 300 + 20
    expect(choices.at(-1)?.ends?.low).toMatchObject({ cost: 320, saves: -20, fits: 0 });
  });

  it("names the cheapest under each policy at both ends", () => {
    const { cheapest } = verdictOn(THREE_HUNDRED);
    // low: Pro 220, Max 100; high: Pro 70
    expect(cheapest["api-rates"].low).toMatchObject({ id: "max", cost: 100 });
    expect(cheapest["api-rates"].high.id).toBe("pro");
    expect(cheapest["api-rates"].high.cost).toBeCloseTo(70, 9);
    // Pro covers 250 at most: it stops, so Max at both ends
    expect([cheapest["not-allowed"].low.id, cheapest["not-allowed"].high.id]).toEqual(["max", "max"]);
  });

  it("says what a plan would have to cover to be the cheapest", () => {
    const pro = verdictOn(THREE_HUNDRED).flips.find(({ offer }) => offer.id === "pro");
    // Max costs 100, so Pro may leave 80 of the 300
    expect(pro?.atLow?.limit).toBeCloseTo(220, 9);
    // With Pro at 250 it costs 70: Max cannot get below its fee of 100
    expect(verdictOn(THREE_HUNDRED).flips.find(({ offer }) => offer.id === "max")?.atHigh).toBeNull();
  });

  it("fits everything where there is no work, and divides nothing by it", () => {
    const [profile] = THREE_HUNDRED.profiles;
    if (!profile) throw new Error("the scenario has a profile");
    const idle = choiceIn({ ...THREE_HUNDRED, profiles: [{ ...profile, sessionsPerDay: 0 }] }, "pro");
    expect(idle?.ends?.low).toMatchObject({ fits: 1, cost: 20, saves: -20 });
  });
});

describe("rules for Fable", () => {
  /** Amounts are stated from the month's bill, whatever Fable costs. */
  const fable = (percent: number): Scenario => ({
    ...THREE_HUNDRED,
    profiles: THREE_HUNDRED.profiles.map((profile) => ({
      ...profile,
      mix:
        percent === 100
          ? only("claude-fable-5-2")
          : [
              { model: "claude-fable-5-2", percent, locked: false },
              { model: "claude-sonnet-4-6", percent: 100 - percent, locked: false },
            ],
    })),
  });

  it("buy all of Fable from usage credits on Pro: nothing of a month of Fable is inside", () => {
    const scenario = fable(100);
    const bill = estimate(scenario).perDeveloperMonth;
    const pro = choiceIn(scenario, "pro");
    expect(pro?.rule?.rule.kind).toBe("usage-credits");
    expect(pro?.ends?.high).toMatchObject({ fits: 0, past: { ruled: bill, other: 0 } });
    // 20 + all of the bill, whatever Pro covers
    expect(pro?.ends?.high.cost).toBeCloseTo(20 + bill, 9);
    expect(pro?.ends?.low.cost).toBeCloseTo(20 + bill, 9);
  });

  it("let Fable take half of what Max covers, and other models the rest", () => {
    const scenario = fable(100);
    const bill = estimate(scenario).perDeveloperMonth;
    // half of 400 is inside
    expect(choiceIn(scenario, "max")?.ends?.low.past.ruled).toBeCloseTo(bill - 200, 6);
  });

  it("touch no work without Fable and none before they began", () => {
    expect(choiceIn(THREE_HUNDRED, "pro")?.rule).toBeNull();
    const [profile] = THREE_HUNDRED.profiles;
    if (!profile) throw new Error("the scenario has a profile");
    const first: Scenario = { ...THREE_HUNDRED, profiles: [{ ...profile, mix: only("claude-fable-5") }] };
    expect(choiceIn({ ...first, priceDate: "2026-07-19" }, "pro")?.rule).toBeNull();
    expect(choiceIn({ ...first, priceDate: "2026-07-20" }, "pro")?.rule).not.toBeNull();
  });

  it("change the cheapest: the answer's comparison knows nothing of them", () => {
    const scenario: Scenario = {
      ...fable(100),
      ownLimits: { ...THREE_HUNDRED.ownLimits, pro: { low: 100_000, high: 100_000 }, max: null },
    };
    expect(estimate(scenario).comparison.atLow.cheapest).toBe("pro");
    expect(verdictOn(scenario).cheapest["api-rates"].low.id).toBe("api");
  });
});
