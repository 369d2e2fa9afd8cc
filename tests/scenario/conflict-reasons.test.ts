import { describe, expect, it } from "vitest";
import { type Conflict, conflicts, mend } from "../../src/scenario/conflicts.ts";
import { DEFAULT_SCENARIO } from "../../src/scenario/defaults.ts";
import type { MixShare, Scenario } from "../../src/scenario/scenario.ts";
import { byTotals, only, scenarioOf, simulated } from "./made-scenario.ts";

const SONNET = "claude-sonnet-4-6";
const HAIKU = "claude-haiku-4-5-20251001";
const OPUS = "claude-opus-5-5";
const PREVIEW = "claude-mythos-preview";

const share = (model: string, percent: number): MixShare => ({ model, percent, locked: false });
const on = (mix: readonly MixShare[], fields: Partial<Scenario> = {}) =>
  scenarioOf([byTotals(SONNET, { input: 1_000 }, { mix })], fields);

const NO_RATE = "has no known rate for a class of tokens that these sessions use";

describe("each contradiction is said in a sentence", () => {
  const ROUTING = DEFAULT_SCENARIO.levers.routing;

  it.each([
    [
      "models that nobody stated",
      on(only("own-a"), { tokensOf: "own-b" }),
      { field: "mix", reason: "own-b, own-a: no rates are stated for it" },
    ],
    [
      "a mix that is not all of it, beside one that is",
      scenarioOf([byTotals(SONNET, { input: 1 }), byTotals(SONNET, { input: 1 }, { mix: [share(SONNET, 99.9)] })]),
      { field: "mix", reason: "the shares of a model mix must add to 100 %: they were brought there by their proportions" },
    ],
    [
      "a cache without a rate",
      scenarioOf([byTotals(PREVIEW, { cacheRead: 1 })]),
      { field: "mix", reason: `Claude Mythos Preview ${NO_RATE}` },
    ],
    [
      "models before their first day",
      on([share(OPUS, 50), share(SONNET, 50)], { priceDate: "2026-02-16" }),
      { field: "priceDate", reason: "Claude Opus 5.5, Claude Sonnet 4.6 had no price on 2026-02-16 yet" },
    ],
    [
      "models without fast mode, among one that has it",
      on([share(SONNET, 20), share(OPUS, 30), share(HAIKU, 50)], { fast: true }),
      { field: "fast", reason: "Claude Sonnet 4.6, Claude Haiku 4.5 offered no fast mode on 2026-11-20" },
    ],
    [
      "fast mode in batch",
      on(only(OPUS), { fast: true, batchPercent: 20 }),
      { field: "batchPercent", reason: "batch and fast mode exclude each other" },
    ],
    [
      "a model without US-only inference",
      on([share(HAIKU, 50), share(SONNET, 50)], { place: "us" }),
      { field: "place", reason: "Claude Haiku 4.5 offers no US-only inference" },
    ],
    [
      // Base 1,000 + summary 200 + growth 100.
      "a limit below what compaction leaves",
      scenarioOf([simulated(SONNET, { compactAtTokens: 1_299 })]),
      {
        field: "compactAtTokens",
        reason: "compaction cannot get below 1,300 tokens here (base prompt + summary + growth): take at least that",
      },
    ],
    [
      "a switch where requests are routed, beside sessions that are not",
      scenarioOf([
        byTotals(SONNET, { input: 1 }),
        simulated(SONNET, { modelSwitch: { beforeRequest: 2, model: OPUS }, routing: "request" }),
        simulated(SONNET, { modelSwitch: { beforeRequest: 2, model: OPUS } }),
      ]),
      { field: "modelSwitch", reason: "a session whose requests are routed has no switch of its own" },
    ],
    [
      "levers for more than all of the work",
      on(only(SONNET), { levers: { ...DEFAULT_SCENARIO.levers, routing: { ...ROUTING, easyPercent: 80, mediumPercent: 20.1 } } }),
      { field: "levers", reason: "easy and medium work add to 100.1 %: more than 100" },
    ],
    [
      "more requests without an answer than there are",
      on(only(SONNET), { failed: { erroredPercent: 40.1, retriedPercent: 0, refusedPercent: 60 } }),
      { field: "failed", reason: "errors and refusals come to more than all requests" },
    ],
    [
      "a limit of a plan that is upside down",
      on(only(SONNET), { ownLimits: { ...DEFAULT_SCENARIO.ownLimits, pro: { low: 2, high: 1 } } }),
      { field: "ownLimits", reason: "a limit's low end is above its high end" },
    ],
  ] satisfies [string, Scenario, Conflict][])("%s", (_why, scenario, conflict) => {
    expect(conflicts(scenario)).toEqual([conflict]);
    expect(mend(scenario).mended).toEqual([conflict]);
    expect(conflicts(mend(scenario).scenario)).toEqual([]);
  });
});

describe("a model whose cache has no rate", () => {
  const cached = (priceDate: string) => scenarioOf([byTotals(PREVIEW, { cacheRead: 1 })], { priceDate });

  it.each([
    ["before its first day it has no price at all", "2026-04-06", "priceDate"],
    ["on its first day its cache has none", "2026-04-07", "mix"],
    ["the day after likewise", "2026-04-08", "mix"],
  ])("%s", (_why, day, field) => {
    expect(conflicts(cached(day)).map((conflict) => conflict.field)).toEqual([field]);
  });

  it("is named where one of two kinds of session uses it with a cache, and there its share goes to the default's", () => {
    const mix = [share(PREVIEW, 40), share(SONNET, 60)];
    const scenario = scenarioOf([byTotals(OPUS, { cacheRead: 1 }), byTotals(SONNET, { cacheRead: 1 }, { mix })]);
    expect(conflicts(scenario)).toEqual([{ field: "mix", reason: `Claude Mythos Preview ${NO_RATE}` }]);
    expect(mend(scenario).scenario.profiles.map((profile) => profile.mix)).toEqual([
      only(OPUS),
      [share(OPUS, 40), share(SONNET, 60)],
    ]);
  });

  it("the other models of the mix stay where they are", () => {
    const mix = [share(HAIKU, 60), share(PREVIEW, 40)];
    const { scenario } = mend(scenarioOf([byTotals(SONNET, { cacheRead: 1 }, { mix })]));
    expect(scenario.profiles[0]?.mix).toEqual([share(HAIKU, 60), share(OPUS, 40)]);
  });
});

describe("counts in the tokens of a model that nobody stated", () => {
  // They are taken for those of the default, Opus 5.5: 1,000 + 200 + 100 as they stand, on a model that counts the same.
  it.each([
    [1_299, ["mix", "compactAtTokens"]],
    [1_300, ["mix"]],
  ])("with a compaction limit of %d", (compactAtTokens, fields) => {
    const scenario = scenarioOf([simulated(OPUS, { compactAtTokens })], { tokensOf: "own-house" });
    expect(conflicts(scenario).map(({ field }) => field)).toEqual(fields);
  });
});
