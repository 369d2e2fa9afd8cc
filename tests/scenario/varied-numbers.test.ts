import { describe, expect, it } from "vitest";
import type { Profile, Scenario, SimulatedUsage } from "../../src/scenario/scenario.ts";
import { VARIED_INPUTS } from "../../src/scenario/sensitivity-inputs.ts";
import type { VariedInput } from "../../src/scenario/varied-input.ts";
import { byTotals, scenarioOf, simulated } from "./made-scenario.ts";

const SONNET = "claude-sonnet-4-6";
const TOTALS = byTotals(SONNET, { output: 100_000 });

function input(id: string): VariedInput {
  const found = VARIED_INPUTS.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`${id} is not varied`);
  return found;
}

const session = (shape: Partial<SimulatedUsage>): Profile => simulated(SONNET, shape);
const perDay = (...each: readonly number[]): Scenario =>
  scenarioOf(each.map((sessionsPerDay) => ({ ...TOTALS, sessionsPerDay })));

/** An end without its scenario. */
const textOf = ({ value, words }: { readonly value: string; readonly words: string }) => ({ value, words });

describe("a number moved by a quarter", () => {
  it("is said to four decimals, as a link holds it: 0.3125 sessions a day, 0.2344 and 0.3906", () => {
    const { low, high } = input("sessionsPerDay").ends(perDay(0.3125));
    // A quarter is 0.0781 on the input's step: 0.2344 and 0.3906, 24.99 % away.
    expect(input("sessionsPerDay").now(perDay(0.3125))).toBe("0.3125");
    expect([textOf(low), textOf(high)]).toEqual([
      { value: "0.2344", words: "25% less" },
      { value: "0.3906", words: "25% more" },
    ]);
  });

  it("is a quarter of nothing where it is 0: the very same scenario, still called 25 %", () => {
    const none = perDay(0);
    const { low, high } = input("sessionsPerDay").ends(none);
    expect([textOf(low), textOf(high)]).toEqual([
      { value: "0", words: "25% less" },
      { value: "0", words: "25% more" },
    ]);
    expect([low.scenario === none, high.scenario === none]).toEqual([true, true]);
  });

  it("moves each profile's own where they differ, and has no one value", () => {
    const differ = perDay(0, 4);
    const { low, high } = input("sessionsPerDay").ends(differ);
    expect(input("sessionsPerDay").now(differ)).toBeNull();
    expect([textOf(low), textOf(high)]).toEqual([
      { value: "−25%", words: "25% less" },
      { value: "+25%", words: "25% more" },
    ]);
    // One of the two stays where it is, so the scenario is another all the same.
    expect(low.scenario.profiles.map(({ sessionsPerDay }) => sessionsPerDay)).toEqual([0, 3]);
    expect(high.scenario.profiles.map(({ sessionsPerDay }) => sessionsPerDay)).toEqual([0, 5]);
  });

  it("is the very same scenario at the end that it cannot go beyond: a single developer, 31 working days", () => {
    const whole = scenarioOf([TOTALS], { developers: 1, workingDays: 31 });
    expect(input("developers").ends(whole).low).toEqual({ value: "1", words: "0% less", scenario: whole });
    expect(input("developers").ends(whole).low.scenario).toBe(whole);
    expect(input("workingDays").ends(whole).high.scenario).toBe(whole);
    // 31 / 4 = 7.75, on the step of a tenth 7.8.
    expect(input("workingDays").ends(whole).low.scenario.workingDays).toBe(23.2);
  });
});

describe("a count moved from none to twice as many and one", () => {
  it("says so in words where sessions differ, each moved by its own count", () => {
    const differ = scenarioOf([session({ pauseHours: 0 }), TOTALS, session({ pauseHours: 2 })]);
    const { low, high } = input("pauseHours").ends(differ);
    const breaks = ({ profiles }: Scenario) =>
      profiles.map(({ usage }) => (usage.kind === "simulated" ? usage.pauseHours : null));
    expect([textOf(low), textOf(high)]).toEqual([
      { value: "0", words: "none" },
      { value: "2× + 1", words: "twice as many and one" },
    ]);
    expect([breaks(low.scenario), breaks(high.scenario)]).toEqual([
      [0, null, 0],
      [1, null, 5],
    ]);
  });

  it("is the very same scenario at none where there is none, or where no session is simulated", () => {
    const none = scenarioOf([session({ pauseHours: 0 }), session({ pauseHours: 0 })]);
    expect(input("pauseHours").ends(none).low.scenario).toBe(none);
    const totals = scenarioOf([TOTALS]);
    expect(input("pauseHours").ends(totals).high.scenario).toBe(totals);
  });

  it("of subagents changes how many, and nothing else of them", () => {
    const subagents = {
      count: 2,
      model: SONNET,
      requests: 3,
      basePromptTokens: 500,
      inputGrowthPerRequest: 50,
      outputPerRequest: 10,
    };
    const two = scenarioOf([session({ subagents }), TOTALS]);
    const { low, high } = input("subagents").ends(two);
    expect(input("subagents").now(two)).toBe("2");
    expect([textOf(low), textOf(high)]).toEqual([
      { value: "0", words: "none" },
      { value: "5", words: "5 a session" },
    ]);
    expect(low.scenario.profiles).toEqual([session({ subagents: { ...subagents, count: 0 } }), TOTALS]);
    expect(high.scenario.profiles).toEqual([session({ subagents: { ...subagents, count: 5 } }), TOTALS]);
  });
});

describe("a number moved between two stated values", () => {
  it.each([
    {
      id: "batchPercent",
      fields: { batchPercent: 20 },
      now: "20%",
      low: { value: "0%", words: "0%", at: { batchPercent: 0 } },
      high: { value: "50%", words: "50%", at: { batchPercent: 50 } },
    },
    {
      id: "tokenizerFactor",
      fields: { tokenizerFactor: 1.3 },
      now: "1.3",
      low: { value: "1", words: "a factor of 1", at: { tokenizerFactor: 1 } },
      high: { value: "1.35", words: "a factor of 1.35", at: { tokenizerFactor: 1.35 } },
    },
  ])("$id says its unit, and what it is where the value alone would not", ({ id, fields, now, low, high }) => {
    const scenario = scenarioOf([TOTALS], fields);
    const ends = input(id).ends(scenario);
    expect(input(id).now(scenario)).toBe(now);
    expect(ends.low).toEqual({ value: low.value, words: low.words, scenario: { ...scenario, ...low.at } });
    expect(ends.high).toEqual({ value: high.value, words: high.words, scenario: { ...scenario, ...high.at } });
  });

  it("is the very same scenario at the end where it is already", () => {
    const half = scenarioOf([TOTALS], { batchPercent: 50 });
    expect(input("batchPercent").ends(half).high.scenario).toBe(half);
    expect(input("batchPercent").ends(half).low.scenario.batchPercent).toBe(0);
  });
});
