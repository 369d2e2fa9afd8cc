import { describe, expect, it } from "vitest";
import { editedOf } from "../../src/scenario/comparison.ts";
import { changesBetween } from "../../src/scenario/difference-changes.ts";
import { figure } from "../../src/scenario/difference-values.ts";
import type { OwnModel, Profile, Scenario, SimulatedUsage } from "../../src/scenario/scenario.ts";
import { byTotals, scenarioOf, simulated } from "./made-scenario.ts";

const SONNET = "claude-sonnet-4-6";
const wordsOf = (from: Scenario, to: Scenario) => changesBetween(from, to).map(({ words }) => words);
const session = (shape: Partial<SimulatedUsage>): Scenario => scenarioOf([simulated(SONNET, shape)]);
const profile = (fields: Partial<Profile>): Profile => ({ ...byTotals(SONNET, { output: 1_000 }), ...fields });

/** The words of a change, and of taking it back. */
const thereAndBack = (from: Scenario, to: Scenario) => [...wordsOf(from, to), ...wordsOf(to, from)];

describe("a change inside a session in words", () => {
  it.each<readonly [Partial<SimulatedUsage>, string, string, string]>([
    [{ compactAtTokens: 200_000 }, "compaction", "none", "at 200,000 tokens"],
    [{ outputKeptShare: 0.75 }, "output kept in the context", "50 %", "75 %"],
    [{ clearAfterRequests: 2 }, "/clear", "never", "after 2 requests"],
    [{ clearAfterRequests: 1 }, "/clear", "never", "after 1 request"],
    [{ routing: "request" }, "choice of model", "for each session", "for each request"],
    [{ modelSwitch: { model: "claude-fable-5-2", beforeRequest: 3 } }, "model switch", "none", "to Fable 5.2 before request 3"],
    [{ caching: "off" }, "cache lifetime", "5 minutes", "off"],
    [{ pauseMinutes: 1_000 }, "breaks of 5–60 minutes", "0", "1,000"],
  ])("%j", (shape, name, before, after) => {
    expect(thereAndBack(session({}), session(shape))).toEqual([`${name} ${before} → ${after}`, `${name} ${after} → ${before}`]);
  });
});

describe("a change of the terms in words", () => {
  const work = [profile({})];

  it("a team in groups", () => {
    const team = [
      { developers: 5, totalUsd: 1_600 },
      { developers: 20, totalUsd: 1_800.5 },
    ];
    const groups = "5 at 1,600 USD, 20 at 1,800.5 USD";
    expect(thereAndBack(scenarioOf(work), scenarioOf(work, { team }))).toEqual([
      `team in groups none → ${groups}`,
      `team in groups ${groups} → none`,
    ]);
  });

  it("an own limit, as one figure or as two ends", () => {
    const plain = scenarioOf(work);
    const limited = (low: number, high: number) => ({ ...plain, ownLimits: { ...plain.ownLimits, max: { low, high } } });
    expect(thereAndBack(plain, limited(1_350, 2_260))).toEqual([
      "own limit of Max not stated → 1,350–2,260 USD",
      "own limit of Max 1,350–2,260 USD → not stated",
    ]);
    expect(wordsOf(plain, limited(800, 800))).toEqual(["own limit of Max not stated → 800 USD"]);
  });

  it("an own model, with its five rates in the order of a bill and how it counts", () => {
    const rates = { input: 1, cacheWrite5m: 1.25, cacheWrite1h: 2, cacheRead: 0.1, output: 5 };
    const own = (tokenizer: OwnModel["tokenizer"]) =>
      scenarioOf(work, { ownModels: [{ id: "own-1", rates, tokenizer } as OwnModel] });
    const listed = "1 / 1.25 / 2 / 0.1 / 5 USD per MTok";
    expect(wordsOf(own("before-4.7"), own("from-4.7"))).toEqual([
      expect.stringContaining(`${listed}, older tokens → ${listed}, newer tokens`),
    ]);
  });

  it("kinds of sessions that come and go", () => {
    const one = scenarioOf([profile({ name: "Coding", sessionsPerDay: 2 })]);
    const two = scenarioOf([...one.profiles, profile({ name: "Review", sessionsPerDay: 1.5 })]);
    expect(thereAndBack(one, two)).toEqual([
      "kind of session Review none → 1.5 a day",
      "kind of session Review 1.5 a day → none",
    ]);
  });
});

it("a figure is shown as it was put in: grouped, with up to six decimals", () => {
  expect(figure(1_600)).toBe("1,600");
  expect(figure(0.001_234)).toBe("0.001234");
  expect(figure(1_234.567_8)).toBe("1,234.5678");
});

it("a place that no compared scenario has is refused by its name and number", () => {
  const scenario = scenarioOf([profile({})]);
  expect(editedOf({ scenarios: [scenario], baseline: 0, edited: 0 })).toBe(scenario);
  expect(() => editedOf({ scenarios: [scenario], baseline: 0, edited: 1 })).toThrow(
    new RangeError("edited: 1 is not the place of one of 1 scenarios"),
  );
});
