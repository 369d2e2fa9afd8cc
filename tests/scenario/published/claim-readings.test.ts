import { describe, expect, it } from "vitest";
import {
  amountOf,
  cheapestByFormerName,
  firstShape,
  firstTotals,
  paysFrom,
  rateOf,
  savedByCheapest,
  sessionOf,
  tokensIn,
  tokensOf,
} from "../../../src/scenario/published/claim-readings.ts";
import { type Opened, opened } from "../../../src/scenario/published/published-claim.ts";
import type { Scenario } from "../../../src/scenario/scenario.ts";
import { byTotals, REPRESENTATIVE, scenarioOf, simulated } from "../made-scenario.ts";

const SONNET = "claude-sonnet-4-6";
const HAIKU = "claude-haiku-4-5-20251001";

const TOTALS = scenarioOf([byTotals(SONNET, REPRESENTATIVE)]);
const SHAPE = scenarioOf([simulated(SONNET)]);
const NONE = scenarioOf([]);

/** The representative session once on Sonnet 4.6 and once on Haiku 4.5. */
const BOTH = opened(scenarioOf([byTotals(SONNET, REPRESENTATIVE), byTotals(HAIKU, REPRESENTATIVE)]));

describe("what a claim reads from the scenario that it opens as", () => {
  it("is of the kind of session in a place", () => {
    // 45,000 × 3 + 38,000 × 0.30 + 13,000 × 15 millionths; a third of it on Haiku 4.5.
    expect(sessionOf(0)(BOTH)).toBeCloseTo(0.3414, 12);
    expect(sessionOf(1)(BOTH)).toBeCloseTo(0.1138, 12);
    expect(tokensIn(1)(BOTH)).toBe(45_000);
    expect(firstTotals(opened(TOTALS))).toBe(TOTALS.profiles[0]?.usage);
    expect(firstShape(opened(SHAPE))).toBe(SHAPE.profiles[0]?.usage);
  });

  it("is of all that is sent where no class of tokens is named: without the output", () => {
    // Twice 45,000 + 38,000, and twice 13,000.
    expect(tokensOf()(BOTH)).toBe(166_000);
    expect(tokensOf("output")(BOTH)).toBe(26_000);
    expect(tokensOf("cacheRead", "output")(BOTH)).toBe(102_000);
  });

  it("is of one class on one model, or on all of them", () => {
    expect([rateOf(SONNET, "output")(BOTH), rateOf(HAIKU, "output")(BOTH)]).toEqual([15, 5]);
    // 13,000 × 15 + 13,000 × 5 millionths.
    expect(amountOf("output")(BOTH)).toBeCloseTo(0.26, 12);
  });

  it.each([
    // A working day of 10 sessions at $0.3414 on so many days: under the guides' rule Pro serves up to Max's $100, Max up to Ultra's $200.
    { days: 1, perMonth: 3.414, name: "api", saves: 0 },
    { days: 20, perMonth: 68.28, name: "pro", saves: 48.28 },
    { days: 30, perMonth: 102.42, name: "max5x", saves: 2.42 },
  ])("is the cheapest choice of $perMonth a month by its former name: $name saves $saves", ({ days, name, saves }) => {
    const ten = byTotals(SONNET, REPRESENTATIVE, { sessionsPerDay: 10 });
    const at = opened(scenarioOf([ten], { workingDays: days, limitRule: "guides", overflow: "not-allowed" }));
    expect(cheapestByFormerName(at)).toBe(name);
    expect(savedByCheapest(at)).toBeCloseTo(saves, 9);
  });

  it.each([
    // Pro at $20: from there on where it covers as much, else never.
    [20, 20],
    [20.01, 20],
  ])("is the bill from which Pro with a limit of $%d pays", (limit, from) => {
    expect(paysFrom("pro")(opened(withProLimit(limit)))).toBe(from);
  });
});

describe("a claim that asks for what its scenario does not have is our mistake", () => {
  it.each<[string, Scenario, (at: Opened) => unknown]>([
    ["claim: its scenario has not a kind of session 1", TOTALS, sessionOf(1)],
    [`claim: its scenario has not output on ${HAIKU}`, TOTALS, rateOf(HAIKU, "output")],
    [`claim: its scenario has not cacheWrite1h on ${SONNET}`, TOTALS, rateOf(SONNET, "cacheWrite1h")],
    ["claim: its scenario has not totals of a kind of session 0", SHAPE, tokensIn(0)],
    ["claim: its scenario has not totals of a kind of session 3", TOTALS, tokensIn(3)],
    ["claim: its scenario has not an offer of pro", { ...TOTALS, work: "app" }, paysFrom("pro")],
    ["claim: its scenario has not a bill from which pro pays", withProLimit(19.99), paysFrom("pro")],
    ["profiles: the first is not stated by totals", SHAPE, firstTotals],
    ["profiles: the first is not stated by totals", NONE, firstTotals],
    ["profiles: the first is not stated by its shape", TOTALS, firstShape],
    ["profiles: the first is not stated by its shape", NONE, firstShape],
  ])("%s", (message, scenario, read) => {
    expect(() => read(opened(scenario))).toThrow(new RangeError(message));
  });
});

function withProLimit(limit: number): Scenario {
  return { ...TOTALS, limitRule: "own", ownLimits: { ...TOTALS.ownLimits, pro: { low: limit, high: limit } } };
}
