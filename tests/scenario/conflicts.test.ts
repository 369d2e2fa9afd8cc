import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conflicts, mend } from "../../src/scenario/conflicts.ts";
import { DEFAULT_SCENARIO, DEFAULT_SIMULATED } from "../../src/scenario/defaults.ts";
import { estimate } from "../../src/scenario/estimate.ts";
import type { MixShare, OwnModel, Profile, Scenario, SimulatedUsage } from "../../src/scenario/scenario.ts";
import { anyScenario } from "./any-scenario.ts";
import { byTotals, only, scenarioOf, simulated } from "./made-scenario.ts";

const SONNET = "claude-sonnet-4-6";
const HAIKU = "claude-haiku-4-5-20251001";
const OPUS = "claude-opus-5-5";
const PREVIEW = "claude-mythos-preview";

const house: OwnModel = {
  id: "own-house",
  rates: { input: 1, cacheWrite5m: 1, cacheWrite1h: 1, cacheRead: 1, output: 1 },
  tokenizer: "from-4.7",
};

function fieldsOf(scenario: Scenario): readonly string[] {
  return conflicts(scenario).map(({ field }) => field);
}

function mixOf(scenario: Scenario, index = 0): readonly MixShare[] {
  return (scenario.profiles[index] as Profile).mix;
}

const used = (model: string, fields: Partial<Scenario> = {}) => scenarioOf([byTotals(model, { input: 1_000 })], fields);

describe("two choices that cannot both hold are named, and the later one gives way", () => {
  it.each([
    ["a model before its first day", used(SONNET, { priceDate: "2026-02-16" }), "priceDate", { priceDate: "2026-11-20" }],
    ["fast mode where it is not offered", used(SONNET, { fast: true }), "fast", { fast: false }],
    [
      "fast mode before it was offered",
      used("claude-opus-4-6", { fast: true, priceDate: "2026-02-06" }),
      "fast",
      { fast: false },
    ],
    ["fast mode after it was", used("claude-opus-4-7", { fast: true }), "fast", { fast: false }],
    ["fast mode in batch", used(OPUS, { fast: true, batchPercent: 0.1 }), "batchPercent", { batchPercent: 0 }],
    ["US-only inference where it is not offered", used(HAIKU, { place: "us" }), "place", { place: "global" }],
    [
      "a limit whose low end is above its high end",
      used(SONNET, { ownLimits: { ...DEFAULT_SCENARIO.ownLimits, max: { low: 2, high: 1 } } }),
      "ownLimits",
      { ownLimits: DEFAULT_SCENARIO.ownLimits },
    ],
    [
      "more requests without an answer than there are",
      used(SONNET, { failed: { erroredPercent: 40.1, retriedPercent: 5, refusedPercent: 60 } }),
      "failed",
      // 100 − 40.1
      { failed: { erroredPercent: 40.1, retriedPercent: 5, refusedPercent: 59.9 } },
    ],
  ] satisfies [string, Scenario, string, Partial<Scenario>][])("%s", (_why, scenario, field, mended) => {
    expect(fieldsOf(scenario)).toEqual([field]);
    expect(conflicts(scenario)[0]?.reason).not.toBe("");
    expect(mend(scenario).scenario).toEqual({ ...scenario, ...mended });
    expect(mend(scenario).mended).toEqual(conflicts(scenario));
  });

  it.each([
    ["the first day of a model", used(SONNET, { priceDate: "2026-02-17" })],
    ["the first day of fast mode", used("claude-opus-4-6", { fast: true, priceDate: "2026-02-07" })],
    ["the last day of it", used("claude-opus-4-7", { fast: true, priceDate: "2026-07-23" })],
    ["fast mode that bills as standard", used("claude-opus-4-6", { fast: true })],
    ["fast mode beside no batch", used(OPUS, { fast: true, batchPercent: 0 })],
    ["US-only inference from the 4.6 generation on", used(SONNET, { place: "us" })],
    ["a region anywhere", used("claude-3-opus-20240229", { place: "regional" })],
    ["a limit that is one figure", used(SONNET, { ownLimits: { ...DEFAULT_SCENARIO.ownLimits, max: { low: 2, high: 2 } } })],
    ["no request with an answer", used(SONNET, { failed: { erroredPercent: 40, retriedPercent: 5, refusedPercent: 60 } })],
    ["a model of one's own, anywhere", used("own-house", { ownModels: [house], place: "us", priceDate: "2024-03-04" })],
  ] satisfies [string, Scenario][])("%s is no conflict", (_why, scenario) => {
    expect(conflicts(scenario)).toEqual([]);
    expect(mend(scenario)).toEqual({ scenario, mended: [] });
  });
});

describe("a model that cannot be priced leaves the mix, its share going to the default's", () => {
  it("an own model that nobody stated", () => {
    const { scenario, mended } = mend(used("own-house"));
    expect(mixOf(scenario)).toEqual(only(DEFAULT_SCENARIO.tokensOf));
    expect(mended.map(({ field }) => field)).toEqual(["mix"]);
    expect(mended[0]?.reason).toContain("own-house");
  });

  it("an own model whose tokens were stated", () => {
    expect(mend(used(SONNET, { tokensOf: "own-house" })).scenario.tokensOf).toBe(DEFAULT_SCENARIO.tokensOf);
  });

  it("Mythos Preview, whose cache rates nobody knows, where a cache is used", () => {
    const cached = scenarioOf([byTotals(PREVIEW, { cacheRead: 1 })]);
    expect(fieldsOf(cached)).toEqual(["mix"]);
    expect(mixOf(mend(cached).scenario)).toEqual(only(DEFAULT_SCENARIO.tokensOf));
    expect(fieldsOf(scenarioOf([simulated(PREVIEW, { caching: "5m" })]))).toEqual(["mix"]);
    expect(fieldsOf(scenarioOf([simulated(PREVIEW, { caching: "1h" })]))).toEqual(["mix"]);
  });

  it("and not where none is", () => {
    expect(fieldsOf(scenarioOf([byTotals(PREVIEW, { input: 1, output: 1 })]))).toEqual([]);
    expect(fieldsOf(scenarioOf([simulated(PREVIEW, { caching: "off" })]))).toEqual([]);
  });

  it("also where its first day has to be mended before", () => {
    // On 2026-01-01 it had no price at all: the day gives way, and then there is still no rate for its cache.
    const { scenario } = mend(scenarioOf([simulated(PREVIEW)], { priceDate: "2026-01-01" }));
    expect(conflicts(scenario)).toEqual([]);
    expect(() => estimate(scenario)).not.toThrow();
  });

  it("shares that do not add to 100 are brought there", () => {
    const thirds = ["claude-opus-5-5", SONNET, HAIKU].map((model) => ({ model, percent: 20, locked: false }));
    const { scenario, mended } = mend(scenarioOf([byTotals(SONNET, { input: 1 }, { mix: thirds })]));
    expect(mixOf(scenario).map(({ percent }) => percent)).toEqual([33.4, 33.3, 33.3]);
    expect(mended.map(({ field }) => field)).toEqual(["mix"]);
  });
});

describe("the models inside a session obey the same rules as those of its mix", () => {
  const subagentsOn = (model: string, fields: Partial<SimulatedUsage> = {}, count = 1): Profile =>
    simulated(SONNET, { subagents: { ...DEFAULT_SIMULATED.subagents, count, model }, ...fields });
  const switchedTo = (model: string, fields: Partial<SimulatedUsage> = {}): Profile =>
    simulated(SONNET, { modelSwitch: { beforeRequest: 2, model }, ...fields });
  const usageOf = (scenario: Scenario): Profile["usage"] => (scenario.profiles[0] as Profile).usage;

  it.each([
    ["an own model that nobody stated", "own-house", {}, "mix"],
    ["Mythos Preview with a cache", PREVIEW, {}, "mix"],
    ["a model before its first day", OPUS, { priceDate: "2026-09-21" }, "priceDate"],
    ["one without US-only inference", HAIKU, { place: "us" as const }, "place"],
  ])("%s", (_why, model, terms, field) => {
    for (const profile of [subagentsOn(model), switchedTo(model)]) {
      const scenario = scenarioOf([profile], terms);
      expect(fieldsOf(scenario)).toEqual([field]);
      expect(() => estimate(scenario)).toThrow(RangeError);
      expect(() => estimate(mend(scenario).scenario)).not.toThrow();
    }
  });

  it("fast mode that only one of them lacks", () => {
    const subagents = { ...DEFAULT_SIMULATED.subagents, count: 1, model: SONNET };
    const scenario = scenarioOf([simulated(OPUS, { subagents })], { fast: true });
    expect(fieldsOf(scenario)).toEqual(["fast"]);
    expect(fieldsOf(scenarioOf([simulated(OPUS, { subagents: { ...subagents, model: null } })], { fast: true }))).toEqual([]);
  });

  it("subagents without a rate go to the session's model, and the switch is given up", () => {
    for (const model of ["own-house", PREVIEW]) {
      expect(usageOf(mend(scenarioOf([subagentsOn(model)])).scenario)).toMatchObject({ subagents: { count: 1, model: null } });
      expect(usageOf(mend(scenarioOf([switchedTo(model)])).scenario)).toMatchObject({ modelSwitch: null });
    }
  });

  it.each([
    ["Mythos Preview without a cache", [subagentsOn(PREVIEW, { caching: "off" }), switchedTo(PREVIEW, { caching: "off" })]],
    ["the model of no subagents", [subagentsOn("own-house", {}, 0)]],
    ["a switch after the last request, to a model with a price", [switchedTo(OPUS, { requests: 1 })]],
  ])("%s is no conflict", (_why, profiles) => {
    const scenario = scenarioOf(profiles);
    expect(conflicts(scenario)).toEqual([]);
    expect(() => estimate(scenario)).not.toThrow();
  });

  // Every request after a compaction sends 1,300 tokens on Sonnet 4.6, and 1,690 on Opus 5.5.
  it.each([
    ["a switch", switchedTo(OPUS, { compactAtTokens: 1_689 }), true],
    ["a switch", switchedTo(OPUS, { compactAtTokens: 1_690 }), false],
    ["subagents, which never compact", subagentsOn(OPUS, { compactAtTokens: 1_299 }), true],
    ["subagents, which never compact", subagentsOn(OPUS, { compactAtTokens: 1_300 }), false],
  ])("a compaction limit beside %s", (_why, profile, broken) => {
    const scenario = scenarioOf([profile]);
    expect(fieldsOf(scenario)).toEqual(broken ? ["compactAtTokens"] : []);
    if (broken) expect(() => estimate(scenario)).toThrow(RangeError);
    else expect(() => estimate(scenario)).not.toThrow();
  });

  it("a switch and routed requests exclude each other: the switch gives way", () => {
    const scenario = scenarioOf([switchedTo(OPUS, { routing: "request" })]);
    expect(fieldsOf(scenario)).toEqual(["modelSwitch"]);
    expect(usageOf(mend(scenario).scenario)).toEqual({ ...usageOf(scenario), modelSwitch: null });
    expect(fieldsOf(scenarioOf([switchedTo(OPUS)]))).toEqual([]);
    expect(fieldsOf(scenarioOf([simulated(SONNET, { routing: "request" })]))).toEqual([]);
  });

  it("the switch of another profile stays", () => {
    const scenario = scenarioOf([switchedTo(OPUS, { routing: "request" }), switchedTo(OPUS)]);
    expect((mend(scenario).scenario.profiles[1] as Profile).usage).toMatchObject({
      modelSwitch: { beforeRequest: 2, model: OPUS },
    });
  });
});

describe("the levers' easy and medium work are no more than all of it", () => {
  const levers = (easyPercent: number, mediumPercent: number): Scenario["levers"] => ({
    ...DEFAULT_SCENARIO.levers,
    clearing: { on: true, afterRequests: 5 },
    routing: { ...DEFAULT_SCENARIO.levers.routing, easyPercent, mediumPercent },
  });

  it.each([
    [70, 29.9, false],
    [70, 30, false],
    [70, 30.1, true],
    // In binary 58.9 + 41.1 and their like are not always 100.
    [58.9, 41.1, false],
    [100, 100, true],
    [0, 0, false],
  ])("%d and %d percent: %s", (easy, medium, broken) => {
    expect(fieldsOf(used(SONNET, { levers: levers(easy, medium) }))).toEqual(broken ? ["levers"] : []);
  });

  it("no two that add to 100 are taken for more", () => {
    for (let tenths = 0; tenths <= 1_000; tenths++)
      expect(conflicts(used(SONNET, { levers: levers(tenths / 10, (1_000 - tenths) / 10) }))).toEqual([]);
  });

  it("the router goes back to its default, and the other levers stay", () => {
    const scenario = used(SONNET, { levers: levers(80, 20.1) });
    expect(conflicts(scenario)[0]?.reason).toContain("100.1 %");
    expect(mend(scenario).scenario.levers).toEqual({ ...scenario.levers, routing: DEFAULT_SCENARIO.levers.routing });
  });
});

describe("a compaction limit that compaction cannot keep", () => {
  // Base 1,000 + summary 200 + growth 100 = 1,300; from Opus 4.7 on 1,300 + 260 + 130 = 1,690.
  const limited = (model: string, compactAtTokens: number, fields: Partial<Scenario> = {}) =>
    scenarioOf([simulated(model, { compactAtTokens })], fields);

  it.each([
    [SONNET, 1_299, true],
    [SONNET, 1_300, false],
    [SONNET, 1_301, false],
    [OPUS, 1_689, true],
    [OPUS, 1_690, false],
  ])("%s at %d: %s", (model, compactAtTokens, broken) => {
    const scenario = limited(model, compactAtTokens);
    expect(fieldsOf(scenario)).toEqual(broken ? ["compactAtTokens"] : []);
    if (!broken) expect(() => estimate(scenario)).not.toThrow();
    else expect(() => estimate(scenario)).toThrow(RangeError);
  });

  it("is named with the least that would do, and compaction is given up", () => {
    const scenario = limited(SONNET, 1_299);
    expect(conflicts(scenario)[0]?.reason).toContain("1,300");
    const { usage } = mend(scenario).scenario.profiles[0] as Profile;
    expect(usage).toMatchObject({ kind: "simulated", compactAtTokens: null });
  });

  it("counts the largest model of the mix, a share of nothing too", () => {
    const mix = [
      { model: SONNET, percent: 100, locked: false },
      { model: OPUS, percent: 0, locked: false },
    ];
    expect(fieldsOf(scenarioOf([{ ...simulated(SONNET, { compactAtTokens: 1_689 }), mix }]))).toEqual(["compactAtTokens"]);
  });
});

describe("laws", () => {
  it("a scenario that keeps the rules is left as it is", () => {
    fc.assert(
      fc.property(anyScenario(), (scenario) => {
        expect(mend(scenario)).toEqual({ scenario, mended: [] });
      }),
      { numRuns: 300 },
    );
  });

  // Parts of two scenarios that each keep the rules: together they may not.
  const mixed = fc.tuple(anyScenario({ mostRequests: 20 }), anyScenario({ mostRequests: 20 })).chain(([a, b]) =>
    fc
      .record({
        priceDate: fc.constantFrom(a.priceDate, b.priceDate),
        fast: fc.boolean(),
        place: fc.constantFrom(a.place, b.place),
        batchPercent: fc.constantFrom(a.batchPercent, b.batchPercent),
        ownModels: fc.constantFrom(a.ownModels, b.ownModels),
        profiles: fc.constantFrom(a.profiles, b.profiles),
        tokensOf: fc.constantFrom(a.tokensOf, b.tokensOf),
      })
      .map((parts): Scenario => ({ ...a, ...parts })),
  );

  it("one that does not is mended once and for all, can be worked out, and what gave way is named", () => {
    fc.assert(
      fc.property(mixed, (scenario) => {
        const { scenario: kept, mended } = mend(scenario);
        expect(conflicts(kept)).toEqual([]);
        expect(mend(kept)).toEqual({ scenario: kept, mended: [] });
        expect(mended.length > 0).toBe(conflicts(scenario).length > 0);
        expect(() => estimate(kept)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
