import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSame } from "../../src/lib/is-same.ts";
import { conflicts } from "../../src/scenario/conflicts.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import { changesBetween } from "../../src/scenario/difference-changes.ts";
import { differenceOf } from "../../src/scenario/differences.ts";
import { apiMonth } from "../../src/scenario/estimate.ts";
import { DEFAULT_QUESTIONS } from "../../src/scenario/questions.ts";
import type { OwnModel, Profile, Scenario } from "../../src/scenario/scenario.ts";
import { anyScenario } from "./any-scenario.ts";
import { EVERYTHING_CHANGED, QUESTIONS_CHANGED } from "./changed-scenario.ts";
import { byTotals, only, scenarioOf, simulated } from "./made-scenario.ts";

const SONNET = "claude-sonnet-4-6";
const OPUS = "claude-opus-4-6";
const HAIKU = "claude-haiku-4-5-20251001";

// 1,000,000 tokens of output: $15 on Sonnet 4.6, $25 on Opus 4.6, $5 on Haiku 4.5
const FIFTEEN = byTotals(SONNET, { output: 1_000_000 });
const mix = (...shares: readonly (readonly [model: string, percent: number])[]) =>
  shares.map(([model, percent]) => ({ model, percent, locked: false }));

const partsOf = (from: Scenario, to: Scenario) =>
  differenceOf(from, to).parts.map(({ words, usd }) => [words, Number(usd.toFixed(9))]);
const wordsOf = (from: Scenario, to: Scenario) => changesBetween(from, to).map(({ words }) => words);
const withUsage = (scenario: Scenario, change: object): Scenario => ({
  ...scenario,
  profiles: scenario.profiles.map((profile) => ({ ...profile, usage: { ...profile.usage, ...change } as Profile["usage"] })),
});

describe("the difference of two scenarios", () => {
  it("is shared out change after change, each upon those before it", () => {
    const from = scenarioOf([{ ...FIFTEEN, mix: mix([OPUS, 30], [SONNET, 70]), sessionsPerDay: 2 }], { developers: 10 });
    const to = { ...from, profiles: [{ ...FIFTEEN, mix: mix([OPUS, 60], [SONNET, 40]), sessionsPerDay: 3 }] };
    // a session: 0.3 × 25 + 0.7 × 15 = 18, then 0.6 × 25 + 0.4 × 15 = 21; a month: 10 × 2 × 18 = 360, 10 × 2 × 21 = 420, 10 × 3 × 21 = 630
    expect(differenceOf(from, to)).toMatchObject({ from: expect.closeTo(360, 9), to: expect.closeTo(630, 9) });
    expect(partsOf(from, to)).toEqual([
      ["Opus 4.6 share 30 % → 60 %", 60],
      ["sessions a day 2 → 3", 210],
    ]);
  });

  it("has the name of each change for where its values do not fit", () => {
    const from = scenarioOf([{ ...FIFTEEN, mix: mix([OPUS, 30], [SONNET, 70]) }]);
    const to = { ...from, developers: 25, profiles: [{ ...FIFTEEN, mix: mix([OPUS, 60], [SONNET, 40]) }] };
    expect(differenceOf(from, to).parts.map(({ name }) => name)).toEqual(["developers", "Opus 4.6 share"]);
  });

  it("keeps its order, people before terms before sessions, whichever way it is asked", () => {
    const to = withUsage(
      { ...DEFAULT_SCENARIO, developers: 25, workingDays: 20, discountPercent: 10 },
      { caching: "1h", requests: 90 },
    );
    expect(wordsOf(DEFAULT_SCENARIO, to)).toEqual([
      "developers 1 → 25",
      "working days 15 → 20",
      "requests a session 80 → 90",
      "cache lifetime 5 minutes → 1 hour",
      "contract discount 0 % → 10 %",
    ]);
    expect(wordsOf(to, DEFAULT_SCENARIO)[3]).toBe("cache lifetime 1 hour → 5 minutes");
  });

  it("names the requests that fail, each kind by itself", () => {
    const from = scenarioOf([FIFTEEN]);
    const to: Scenario = { ...from, failed: { erroredPercent: 0, retriedPercent: 10, refusedPercent: 4 } };
    // 15 × 1.1 = 16.5; 15 × (1.1 − 0.04) = 15.9
    expect(partsOf(from, to)).toEqual([
      ["requests sent again 0 % → 10 %", 1.5],
      ["requests refused without output 0 % → 4 %", -0.6],
    ]);
  });

  it("names the smaller questions, which move no bill", () => {
    const to: Scenario = { ...DEFAULT_SCENARIO, questions: QUESTIONS_CHANGED };
    const parts = partsOf(DEFAULT_SCENARIO, to);
    expect(parts).toContainEqual(["calls a month 10,000 → 250,000", 0]);
    expect(parts).toContainEqual(["app's batch lever off, 50 % → on, 35 %", 0]);
    expect(parts).toContainEqual(["tokens that other vendors need 100 % → 130 %", 0]);
    expect(parts).toContainEqual(["own hardware, an hour 2.5 USD → 1.85 USD", 0]);
    // 7 of a call, 6 levers, 1 of vendors, 7 of hardware; and as many back.
    expect(parts).toHaveLength(21);
    expect(partsOf(to, DEFAULT_SCENARIO)).toHaveLength(21);
    expect(parts.every(([, usd]) => usd === 0)).toBe(true);
  });

  it("tells a cached prefix's bursts while calls come steadily too: no two values read alike", () => {
    const { app } = DEFAULT_QUESTIONS;
    const to: Scenario = {
      ...DEFAULT_SCENARIO,
      questions: { ...DEFAULT_QUESTIONS, app: { ...app, prefix: { ...app.prefix, burstCalls: 21 } } },
    };
    expect(wordsOf(DEFAULT_SCENARIO, to)).toEqual([
      "app's cached prefix lever off, 1,500 tokens, 5 minutes, steady calls, 20 every 60 minutes → off, 1,500 tokens, 5 minutes, steady calls, 21 every 60 minutes",
    ]);
  });

  it("is nothing between a scenario and itself", () => {
    expect(differenceOf(DEFAULT_SCENARIO, DEFAULT_SCENARIO)).toMatchObject({ total: 0, parts: [] });
  });

  it("lists what moves no bill of the API too, at nothing", () => {
    const to: Scenario = { ...DEFAULT_SCENARIO, planBilling: "annual", currency: { code: "EUR", perUsd: 0.92 } };
    expect(partsOf(DEFAULT_SCENARIO, to)).toEqual([
      ["plans paid by the month → by the year", 0],
      ["currency US dollars → EUR at 0.92", 0],
    ]);
  });

  it("makes a change that contradicts the rest together with the next", () => {
    // Sonnet 4.6 has no fast mode, so fast mode has to wait for the mix; 25 × 6 in fast mode of Opus 4.6
    const from = scenarioOf([FIFTEEN], { priceDate: "2026-04-01", batchPercent: 50 });
    const to: Scenario = { ...from, fast: true, batchPercent: 0, profiles: [{ ...FIFTEEN, mix: only(OPUS) }] };
    // in batch half of the output costs half: 15 × 0.75 = 11.25; without 15; fast Opus 4.6: 1,000,000 × $150 a MTok
    expect(partsOf(from, to)).toEqual([
      ["batch share 50 % → 0 %", 3.75],
      ["fast mode off → on, model Sonnet 4.6 → Opus 4.6", 135],
    ]);
    expect(differenceOf(from, to).parts[1]?.name).toBe("fast mode and model");
  });

  it("states an own model before a mix names it, and takes one away after", () => {
    const own: OwnModel = {
      id: "own-x",
      rates: { input: 1, cacheWrite5m: 1.25, cacheWrite1h: 2, cacheRead: 0.1, output: 5 },
      tokenizer: "before-4.7",
    };
    const without = scenarioOf([FIFTEEN]);
    const withOwn: Scenario = { ...without, ownModels: [own], profiles: [{ ...FIFTEEN, mix: only("own-x") }] };
    const rates = "1 / 1.25 / 2 / 0.1 / 5 USD per MTok, older tokens";
    // 1 MTok of output: $15 on Sonnet 4.6, $5 at the own rate
    expect(partsOf(without, withOwn)).toEqual([
      [`rates of x none → ${rates}`, 0],
      ["model Sonnet 4.6 → x", -10],
    ]);
    expect(partsOf(withOwn, without)).toEqual([
      ["model x → Sonnet 4.6", 10],
      [`rates of x ${rates} → none`, 0],
    ]);
  });

  it("refuses a scenario that contradicts itself", () => {
    expect(() => differenceOf(DEFAULT_SCENARIO, { ...DEFAULT_SCENARIO, priceDate: "2024-04-01" })).toThrow(RangeError);
  });
});

describe("a model mix in words", () => {
  const change = (before: readonly (readonly [string, number])[], after: readonly (readonly [string, number])[]) =>
    wordsOf(scenarioOf([{ ...FIFTEEN, mix: mix(...before) }]), scenarioOf([{ ...FIFTEEN, mix: mix(...after) }]));

  it("names the one model before and after", () => {
    expect(change([[OPUS, 100]], [[HAIKU, 100]])).toEqual(["model Opus 4.6 → Haiku 4.5"]);
  });

  it("names, of two models, the share that grows", () => {
    expect(
      change(
        [[OPUS, 100]],
        [
          [OPUS, 60],
          [SONNET, 40],
        ],
      ),
    ).toEqual(["Sonnet 4.6 share 0 % → 40 %"]);
  });

  it("names every share that moves among more of them", () => {
    const before = [
      [OPUS, 50],
      [SONNET, 30],
      [HAIKU, 20],
    ] as const;
    const after = [
      [OPUS, 20],
      [SONNET, 30],
      [HAIKU, 50],
    ] as const;
    expect(change(before, after)).toEqual(["Opus 4.6 share 50 % → 20 %, Haiku 4.5 share 20 % → 50 %"]);
  });

  it("says nothing of order and of models without a share", () => {
    expect(
      change(
        [
          [OPUS, 60],
          [SONNET, 40],
        ],
        [
          [SONNET, 40],
          [OPUS, 60],
          [HAIKU, 0],
        ],
      ),
    ).toEqual([]);
  });
});

describe("profiles beside each other", () => {
  const coding = byTotals(SONNET, { output: 1_000_000 }, { name: "Coding" });
  const review = byTotals(HAIKU, { output: 1_000_000 }, { name: "Review" });

  it("belong together by their names, whatever their order, and say which one is meant", () => {
    const from = scenarioOf([coding, review]);
    const to = scenarioOf([{ ...review, sessionsPerDay: 4 }, coding]);
    // three more at $5
    expect(partsOf(from, to)).toEqual([["sessions a day 1 → 4 (Review)", 15]]);
  });

  it("are the same one under another name where nothing else fits", () => {
    expect(wordsOf(scenarioOf([coding]), scenarioOf([{ ...coding, name: "Refactor" }]))).toEqual([
      "name of the sessions Coding → Refactor",
    ]);
  });

  it("come and go with what they cost", () => {
    expect(partsOf(scenarioOf([coding]), scenarioOf([coding, review]))).toEqual([["kind of session Review none → 1 a day", 5]]);
    expect(partsOf(scenarioOf([review, coding]), scenarioOf([coding]))).toEqual([["kind of session Review 1 a day → none", -5]]);
  });

  it("are described anew as a whole where the kind of description changes", () => {
    expect(wordsOf(scenarioOf([FIFTEEN]), scenarioOf([{ ...simulated(SONNET), name: "Totals" }]))).toEqual([
      "session described by its totals → by its shape",
    ]);
  });
});

describe("what changes between two scenarios", () => {
  const ordered = ({ profiles, ...scenario }: Scenario) => ({
    ...scenario,
    ownModels: [...scenario.ownModels].sort((a, b) => a.id.localeCompare(b.id)),
    profiles: profiles.map((profile) => JSON.stringify(withoutLocks(profile))).sort(),
  });
  const withoutLocks = (profile: Profile) => ({
    ...profile,
    mix: profile.mix
      .filter(({ percent }) => percent > 0)
      .map(({ model, percent }) => ({ model, percent }))
      .sort((a, b) => a.model.localeCompare(b.model)),
  });
  const allPut = (from: Scenario, to: Scenario) => changesBetween(from, to).reduce((scenario, { put }) => put(scenario), from);

  it("has words for every field", () => {
    const to: Scenario = { ...EVERYTHING_CHANGED, fast: true };
    const words = wordsOf(DEFAULT_SCENARIO, to).join("\n");
    expect(words).not.toMatch(/undefined|NaN|\[object/);
    expect(isSame(ordered(allPut(DEFAULT_SCENARIO, to)), ordered(to))).toBe(true);
  });

  it("leaves nothing out: all changes made together are the other scenario", () => {
    fc.assert(
      fc.property(anyScenario({ mostRequests: 20 }), anyScenario({ mostRequests: 20 }), (from, to) =>
        isSame(ordered(allPut(from, to)), ordered(to)),
      ),
      { numRuns: 60 },
    );
  });

  it("has one row for each input: no two changes share an id", () => {
    fc.assert(
      fc.property(anyScenario({ mostRequests: 20 }), anyScenario({ mostRequests: 20 }), (from, to) => {
        const ids = changesBetween(from, to).map(({ id }) => id);
        return new Set(ids).size === ids.length;
      }),
      { numRuns: 40 },
    );
  });

  it("adds up to the difference, each part worked out from a scenario without a conflict", () => {
    // Few fields of one scenario taken over into another, as people compare them.
    const few = fc
      .tuple(anyScenario({ mostRequests: 20 }), anyScenario({ mostRequests: 20 }), fc.array(fc.nat(40), { maxLength: 5 }))
      .map(([from, other, picked]) => {
        const changes = changesBetween(from, other);
        const taken = picked.flatMap((index) => changes[index % changes.length] ?? []);
        return [from, taken.reduce((scenario, { put }) => put(scenario), from)] as const;
      })
      .filter(([, to]) => to.profiles.length > 0 && conflicts(to).length === 0);
    fc.assert(
      fc.property(few, ([from, to]) => {
        const { total, parts, from: before, to: after } = differenceOf(from, to);
        const bills = [before, ...parts.map((part) => part.after)];
        const noise = 1e-9 * Math.max(1, ...bills);
        expect(before).toBe(apiMonth(from));
        expect(after).toBe(apiMonth(to));
        expect(Math.abs(parts.reduce((sum, { usd }) => sum + usd, 0) - total)).toBeLessThanOrEqual(noise);
        for (const [index, { usd }] of parts.entries()) expect(usd).toBe((bills[index + 1] ?? 0) - (bills[index] ?? 0));
      }),
      { numRuns: 60 },
    );
  });
});
