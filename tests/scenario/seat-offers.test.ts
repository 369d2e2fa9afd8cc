import { describe, expect, it } from "vitest";
import { planSeats } from "../../src/pricing/plan-seats.ts";
import { DEFAULT_SCENARIO, DEFAULT_SIMULATED } from "../../src/scenario/defaults.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { seatOffers, teamToSeat } from "../../src/scenario/seat-offers.ts";
import { byTotals, scenarioOf, simulated } from "./made-scenario.ts";

const OWN: Scenario = {
  ...DEFAULT_SCENARIO,
  limitRule: "own",
  ownLimits: {
    pro: { low: 100, high: 150 },
    max: null,
    ultra: null,
    "team-standard": { low: 120, high: 180 },
    "team-premium": { low: 600, high: 900 },
  },
};

describe("what a team can be given", () => {
  it("parts the plans of one person from the seats of one contract", () => {
    expect(seatOffers(OWN).low).toEqual({
      plans: [{ id: "pro", name: "Pro", fee: 20, limit: 100 }],
      team: {
        seats: [
          { id: "team-standard", name: "Team, standard seat", fee: 25, limit: 120 },
          { id: "team-premium", name: "Team, premium seat", fee: 125, limit: 600 },
        ],
        least: 5,
        most: 150,
      },
    });
    expect(seatOffers(OWN).high.team?.seats.map(({ limit }) => limit)).toEqual([180, 900]);
    expect(seatOffers(OWN).unknown).toEqual(["max", "ultra"]);
  });

  it("has no contract where nobody has stated what a seat covers", () => {
    expect(seatOffers({ ...DEFAULT_SCENARIO, limitRule: "community" }).low.team).toBeNull();
    expect(seatOffers({ ...DEFAULT_SCENARIO, limitRule: "guides" }).low.team).toBeNull();
  });

  it("offers nothing to programs", () => {
    expect(seatOffers({ ...OWN, work: "app" })).toEqual({
      low: { plans: [], team: null },
      high: { plans: [], team: null },
      unknown: [],
    });
  });

  it("takes stated amounts for API-equivalent: limits as they are, scaled only by work that is given", () => {
    // The same work is $80 on the API and $100 under a subscription: a limit of 100 covers 100 × 80/100 of the API bill.
    expect(seatOffers(OWN, { api: 80, subscription: 100 }).low.plans[0]?.limit).toBe(80);
    expect(seatOffers(OWN).low.plans[0]?.limit).toBe(100);
  });
});

describe("the team of a scenario", () => {
  it("is its developers alike while it has no groups", () => {
    // 100,000 output tokens at $15 per MTok = $1.50 × 2 sessions × 20 days = $60
    const scenario = {
      ...scenarioOf([{ ...byTotals("claude-sonnet-4-6", { output: 100_000 }), sessionsPerDay: 2 }]),
      workingDays: 20,
      developers: 3,
    };
    const { groups, isOwn } = teamToSeat(scenario, estimate(scenario));
    expect(groups).toHaveLength(1);
    expect(groups[0]?.count).toBe(3);
    expect(groups[0]?.usdPerMonth).toBeCloseTo(60, 9);
    expect(isOwn).toBe(false);
  });

  it("gives one developer what the comparison of plans calls the cheapest", () => {
    const scenario: Scenario = {
      ...scenarioOf([simulated("claude-opus-5-5", { ...DEFAULT_SIMULATED, pauseMinutes: 9 })]),
      limitRule: "community",
      workingDays: 20,
    };
    const figures = estimate(scenario);
    const { groups, offers } = teamToSeat(scenario, figures);
    for (const [end, verdict] of [
      ["low", figures.comparison.atLow],
      ["high", figures.comparison.atHigh],
    ] as const) {
      const { groups: seated } = planSeats(groups, offers[end], { overflow: scenario.overflow });
      expect(seated[0]?.given[0]?.option).toBe(verdict.cheapest);
    }
  });

  it("is its own groups where it has some, a total shared by its developers", () => {
    const scenario: Scenario = { ...OWN, team: [{ developers: 4, totalUsd: 100 }] };
    // 100 / 4
    expect(teamToSeat(scenario, estimate(scenario))).toMatchObject({ groups: [{ count: 4, usdPerMonth: 25 }], isOwn: true });
  });
});
