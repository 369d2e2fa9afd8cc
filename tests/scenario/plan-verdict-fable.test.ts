import { describe, expect, it } from "vitest";
import { estimate } from "../../src/scenario/estimate.ts";
import { planVerdict } from "../../src/scenario/plan-verdict.ts";
import type { Profile, Scenario } from "../../src/scenario/scenario.ts";
import { byTotals, scenarioOf } from "./made-scenario.ts";

const SONNET = "claude-sonnet-4-6";

const usd = (amount: number) => expect.closeTo(amount, 9);
const at = (end: {
  limit: number;
  fits: number;
  past: readonly [ruled: number, other: number];
  cost: number | null;
  saves: number | null;
}) => ({
  limit: end.limit,
  fits: usd(end.fits),
  past: { ruled: usd(end.past[0]), other: usd(end.past[1]) },
  cost: end.cost === null ? null : usd(end.cost),
  saves: end.saves === null ? null : usd(end.saves),
});

const verdictOn = (scenario: Scenario) => planVerdict(scenario, estimate(scenario));
const choiceIn = (scenario: Scenario, id: string) => verdictOn(scenario).choices.find((choice) => choice.id === id);

/** 200,000 tokens of output a session, 5 sessions a day on 20 days: 20 MTok a month. */
const monthOf = (fields: Partial<Scenario>, ...shares: readonly (readonly [model: string, percent: number])[]): Scenario => {
  const mix: Profile["mix"] = shares.map(([model, percent]) => ({ model, percent, locked: false }));
  return scenarioOf([{ ...byTotals(SONNET, { output: 200_000 }), mix, sessionsPerDay: 5 }], {
    workingDays: 20,
    tokenizerFactor: 1,
    limitRule: "own",
    ownLimits: {
      pro: { low: 100, high: 250 },
      max: { low: 400, high: 1_000 },
      ultra: null,
      "team-standard": null,
      "team-premium": { low: 100, high: 100 },
    },
    ...fields,
  });
};

/** Half on Fable 5.2 at $40 per MTok, half on Sonnet 4.6 at $15: 10 × 40 + 10 × 15 = 400 + 150 for each of two developers. */
const MIXED = monthOf({ developers: 2 }, ["claude-fable-5-2", 50], [SONNET, 50]);

describe("a month of Fable and of another model, one developer's", () => {
  it("lies beside every choice, with what its rule keeps out and its share of what is past the limit", () => {
    const api = at({ limit: 0, fits: 0, past: [400, 150], cost: 550, saves: 0 });
    const seat = at({ limit: 0, fits: 0, past: [400, 150], cost: 570, saves: -20 });
    const premium = at({
      // 50 of Fable and 150 of the other share 100: half of either is past it. 350 + 25 and 75; 125 + 450
      limit: 100,
      fits: 100 / 550,
      past: [375, 75],
      cost: 575,
      saves: -25,
    });
    const { parts, choices } = verdictOn(MIXED);
    expect(parts).toEqual({ ruled: usd(400), other: usd(150) });
    expect(choices).toEqual([
      {
        id: "api",
        name: "API",
        fees: { monthly: 0, annual: null },
        fee: 0,
        rule: null,
        ends: { low: api, high: api },
        next: "pro",
      },
      {
        id: "pro",
        name: "Pro",
        fees: { monthly: 20, annual: 17 },
        fee: 20,
        rule: expect.objectContaining({ plan: "pro", rule: { kind: "usage-credits" } }),
        ends: {
          // no Fable is inside, 100 of the other 150; then all of it
          low: at({ limit: 100, fits: 100 / 550, past: [400, 50], cost: 470, saves: 80 }),
          high: at({ limit: 250, fits: 150 / 550, past: [400, 0], cost: 420, saves: 130 }),
        },
        next: "max",
      },
      {
        id: "max",
        name: "Max",
        fees: { monthly: 100, annual: null },
        fee: 100,
        rule: expect.objectContaining({ plan: "max", rule: { kind: "share-of-limit", share: 0.5 } }),
        ends: {
          // 200 of Fable and the other 150 are inside 400; 500 of Fable would be inside 1,000
          low: at({ limit: 400, fits: 350 / 550, past: [200, 0], cost: 300, saves: 250 }),
          high: at({ limit: 1_000, fits: 1, past: [0, 0], cost: 100, saves: 450 }),
        },
        next: "ultra",
      },
      {
        id: "team-premium",
        name: "Team, premium seat",
        fees: { monthly: 125, annual: 100 },
        fee: 125,
        rule: expect.objectContaining({ plan: "team-premium", rule: { kind: "share-of-limit", share: 0.5 } }),
        ends: { low: premium, high: premium },
        next: null,
      },
      {
        id: "ultra",
        name: "Ultra",
        fees: { monthly: 200, annual: null },
        fee: 200,
        rule: expect.objectContaining({ plan: "ultra" }),
        ends: null,
        next: null,
      },
      {
        id: "team-standard",
        name: "Team, standard seat",
        fees: { monthly: 25, annual: 20 },
        fee: 25,
        rule: expect.objectContaining({ plan: "team-standard" }),
        ends: null,
        next: "team-premium",
      },
      {
        id: "enterprise",
        name: "Enterprise",
        fees: { monthly: null, annual: 20 },
        fee: 20,
        rule: null,
        ends: { low: seat, high: seat },
        next: null,
      },
    ]);
  });

  it("is the cheapest where the rules leave it so, and says what each plan would have to cover of it", () => {
    const { cheapest, flips } = verdictOn(MIXED);
    // At the low ends Max costs 300 and everything else more; where work stops at a limit, only Max at 1,000 holds it.
    expect(cheapest).toEqual({
      "api-rates": { low: { id: "max", cost: usd(300) }, high: { id: "max", cost: usd(100) } },
      "not-allowed": { low: { id: "api", cost: usd(550) }, high: { id: "max", cost: usd(100) } },
    });
    const covers = (id: string, name: string, [fee, low, high]: readonly [number, number, number]) => ({
      id,
      name,
      fee,
      low: usd(low),
      high: usd(high),
    });
    expect(flips).toEqual([
      {
        // 550 less what is past it; it may leave 280 beside a Max of 300, and 80 beside one of 100
        offer: covers("pro", "Pro", [20, 100, 150]),
        atLow: { limit: usd(270), inclusive: true },
        atHigh: { limit: usd(470), inclusive: true },
      },
      {
        // it may leave 370 beside a Pro of 470, and 320 beside one of 420, whose lower fee wins a tie
        offer: covers("max", "Max", [100, 350, 1_000]),
        atLow: { limit: usd(180), inclusive: false },
        atHigh: { limit: usd(230), inclusive: false },
      },
      {
        // it may leave 175 beside a Max of 300; its fee is above 100
        offer: covers("team-premium", "Team, premium seat", [125, 100, 100]),
        atLow: { limit: usd(375), inclusive: false },
        atHigh: null,
      },
    ]);
  });

  it("has no part in the ranges over all bills, which lie between both ends of the plans' own limits", () => {
    // Pro is above the API's bill up to 20. Covering 100 it costs 100, as Max does, at 180; covering 250 it does at 330.
    expect(verdictOn(MIXED).ranges).toEqual([
      { atLow: "api", atHigh: "api", from: 0, to: 20 },
      { atLow: "pro", atHigh: "pro", from: 20, to: 180 },
      { atLow: "max", atHigh: "pro", from: 180, to: 330 },
      { atLow: "max", atHigh: "max", from: 330, to: null },
    ]);
  });

  it("shares what is past a limit by proportion before rules began", () => {
    // 6 MTok on Fable 5 at $50: 300; 14 on Sonnet 4.6: 210. Pro covers 102 of 510, a fifth of either.
    const { ownLimits } = MIXED;
    const fields = { priceDate: "2026-07-19", ownLimits: { ...ownLimits, pro: { low: 102, high: 510 } } };
    const pro = choiceIn(monthOf(fields, ["claude-fable-5", 30], [SONNET, 70]), "pro");
    expect([pro?.rule, pro?.ends]).toEqual([
      null,
      {
        low: at({ limit: 102, fits: 0.2, past: [240, 168], cost: 428, saves: 82 }),
        high: at({ limit: 510, fits: 1, past: [0, 0], cost: 20, saves: 490 }),
      },
    ]);
  });

  it("is past a limit in the same parts where work stops there, and costs nothing that could be said", () => {
    expect(choiceIn({ ...MIXED, overflow: "not-allowed" }, "pro")?.ends?.low).toEqual(
      at({ limit: 100, fits: 100 / 550, past: [400, 50], cost: null, saves: null }),
    );
  });

  it("of two models of Fable alone leaves no dust of another", () => {
    // 0.333 × 8 + 0.667 × 10 = 9.334 a session, 100 sessions
    const { parts } = verdictOn(monthOf({}, ["claude-fable-5-2", 33.3], ["claude-fable-5-1", 66.7]));
    expect(parts).toEqual({ ruled: usd(933.4), other: 0 });
  });
});

describe("what a plan costs that is not compared", () => {
  it.each([
    ["monthly" as const, { ultra: 200, "team-standard": 25, enterprise: 20 }],
    // Ultra is not sold by the year, Enterprise not by the month.
    ["annual" as const, { ultra: 200, "team-standard": 20, enterprise: 20 }],
  ])("is its fee, paid %s, where it is sold so", (planBilling, fees) => {
    const scenario: Scenario = { ...MIXED, planBilling };
    const asked = ["ultra", "team-standard", "enterprise"];
    expect(Object.fromEntries(asked.map((id) => [id, choiceIn(scenario, id)?.fee]))).toEqual(fees);
  });
});

it("a plan without a rule covers exactly its stated limits", () => {
  // 20 MTok at $15: 300
  const { ownLimits } = MIXED;
  const plain = monthOf({ ownLimits: { ...ownLimits, pro: { low: 100.2, high: 250.7 } } }, [SONNET, 100]);
  expect(verdictOn(plain).flips.map(({ offer }) => [offer.id, offer.low, offer.high])).toEqual([
    ["pro", 100.2, 250.7],
    ["max", 400, 1_000],
    ["team-premium", 100, 100],
  ]);
});
