import { describe, expect, it } from "vitest";
import { sessionInWords } from "../../src/scenario/bill-in-words.ts";
import { DEFAULT_SIMULATED } from "../../src/scenario/defaults.ts";
import { rateBook } from "../../src/scenario/rate-book.ts";
import type { MixShare, Profile, Scenario, SimulatedUsage, Subagents } from "../../src/scenario/scenario.ts";
import { type SessionCost, sessionPricer } from "../../src/scenario/session-cost.ts";
import { sessionOnModels } from "../../src/scenario/session-on-models.ts";
import { totalsOfSession } from "../../src/scenario/session-run.ts";
import { byTotals, only, REPRESENTATIVE, scenarioOf, simulated } from "./made-scenario.ts";

// USD per million: Sonnet 4.6 input 3, write 3.75 (6 for an hour), read 0.30, output 15; Haiku 4.5 1, 1.25 (2), 0.10, 5.
const SONNET = "claude-sonnet-4-6";
const HAIKU = "claude-haiku-4-5-20251001";
const OPUS_4_7 = "claude-opus-4-7";

const MILLION = 1_000_000;

/** A part as [model, role, millionths of a dollar]. */
function inMillionths(parts: readonly SessionCost[] | null): unknown[] {
  return (parts ?? []).map(({ model, role, cost }) => [model, role, Math.round(cost * MILLION * 1e4) / 1e4]);
}

function pricer(usage: Profile["usage"], fields: Partial<Scenario> = {}) {
  const scenario = scenarioOf([{ ...simulated(SONNET), usage }], fields);
  return sessionPricer(scenario, usage, rateBook(scenario));
}

function usageOf(fields: Partial<SimulatedUsage>): SimulatedUsage {
  const { usage } = simulated(SONNET, fields);
  return usage.kind === "simulated" ? usage : DEFAULT_SIMULATED;
}

const quantities = (part: SessionCost | undefined): unknown =>
  Object.fromEntries((part?.lines ?? []).map(({ item, quantity }) => [item, quantity]));

/** Two subagents of two requests each: prompts of 1,100 and 1,225, 1,100 of them read again, 100 out. */
const TWO: Subagents = {
  count: 2,
  model: null,
  requests: 2,
  basePromptTokens: 1_000,
  inputGrowthPerRequest: 100,
  outputPerRequest: 50,
};

describe("subagents are sessions of their own, beside that which starts them", () => {
  it.each([
    // Each writes 1,225 × 3.75 + reads 1,100 × 0.30 + 100 × 15 = 4,593.75 + 330 + 1,500 = 6,423.75.
    ["cached for 5 minutes like the conversation", { caching: "5m" as const }, 9_633.75, 12_847.5],
    // The conversation as in the pricing tests; its subagents keep to 5 minutes.
    ["cached for 5 minutes where that is cached for an hour", { caching: "1h" as const }, 12_952.5, 12_847.5],
    // 2,325 × 3 + 1,500 = 8,475 each.
    ["not cached where that is not", { caching: "off" as const }, 18_450, 16_950],
    // Before request 3: 1,225 more written at 3.75 and not read at 0.30, 4,226.25.
    ["whatever breaks that has", { pauseHours: 1 }, 13_860, 12_847.5],
    // 1,000 read and not written: 3,450 less.
    ["whatever is warm there", { warmPromptTokens: 1_000 }, 6_183.75, 12_847.5],
    // As in the pricing tests.
    ["whatever limit that keeps", { compactAtTokens: 1_350 }, 13_683.75, 12_847.5],
    // 1,100 + 3 × 100 written, 3 × 1,000 read, 200 out: 5,250 + 900 + 3,000.
    ["however often that begins anew", { clearAfterRequests: 1 }, 9_150, 12_847.5],
  ])("%s", (_why, fields, main, subagents) => {
    const parts = pricer(usageOf({ subagents: TWO, ...fields })).startedOn(SONNET);
    expect(inMillionths(parts)).toEqual([
      [SONNET, "main", main],
      [SONNET, "subagents", subagents],
    ]);
  });

  it("on a model of their own: 1,225 × 1.25 + 1,100 × 0.10 + 100 × 5 = 2,141.25 each", () => {
    const { startedOn } = pricer(usageOf({ subagents: { ...TWO, model: HAIKU } }));
    expect(inMillionths(startedOn(SONNET))).toEqual([
      [SONNET, "main", 9_633.75],
      [HAIKU, "subagents", 4_282.5],
    ]);
    // Begun on Haiku: 1,475 × 1.25 + 3,675 × 0.10 + 200 × 5.
    expect(inMillionths(startedOn(HAIKU))).toEqual([
      [HAIKU, "main", 3_211.25],
      [HAIKU, "subagents", 4_282.5],
    ]);
  });

  it("without one, on that of each session that starts them", () => {
    expect(inMillionths(pricer(usageOf({ subagents: TWO })).startedOn(HAIKU))).toEqual([
      [HAIKU, "main", 3_211.25],
      [HAIKU, "subagents", 4_282.5],
    ]);
  });

  it("their tokens are scaled to their model's tokenizer before they run", () => {
    // × 1.3: prompts of 1,430 and 1,430 + 33 + 130 = 1,593; out 65 each. Twice 1,593 written, 1,430 read, 130 out.
    const [, subagents] = pricer(usageOf({ subagents: { ...TWO, model: OPUS_4_7 } })).startedOn(SONNET);
    expect(subagents?.tokenScale).toBe(1.3);
    expect(quantities(subagents)).toEqual({ cacheWrite5m: 3_186, cacheRead: 2_860, output: 260 });
  });

  it("a hundred of them cost a hundred times what one does, and none leaves no part", () => {
    const of = (count: number) => inMillionths(pricer(usageOf({ subagents: { ...TWO, count } })).startedOn(SONNET));
    expect(of(1)[1]).toEqual([SONNET, "subagents", 6_423.75]);
    expect(of(100)[1]).toEqual([SONNET, "subagents", 642_375]);
    expect(of(0)).toEqual([[SONNET, "main", 9_633.75]]);
  });

  it("a router classifies the conversation's four requests, not theirs; batch and discounts are for both", () => {
    const usage = usageOf({ subagents: TWO });
    // 4 × 0.001.
    expect(inMillionths(pricer(usage, { routerFee: 0.001 }).startedOn(SONNET))).toEqual([
      [SONNET, "main", 13_633.75],
      [SONNET, "subagents", 12_847.5],
    ]);
    // × 0.5 × 0.9.
    expect(inMillionths(pricer(usage, { batchPercent: 100, discountPercent: 10 }).startedOn(SONNET))).toEqual([
      [SONNET, "main", 4_335.1875],
      [SONNET, "subagents", 5_781.375],
    ]);
  });

  it("their lines say that they are theirs, and no two lines of the session have one id", () => {
    const [main, subagents] = pricer(usageOf({ subagents: TWO }), { routerFee: 0.001 })
      .startedOn(SONNET)
      .map(sessionInWords);
    expect(main?.map(({ item }) => item)).toEqual([
      "Cache write, 5 minutes, Sonnet 4.6",
      "Cache read, Sonnet 4.6",
      "Output, Sonnet 4.6",
      "Router's fee",
    ]);
    expect(subagents?.map(({ item, quantity }) => [item, quantity])).toEqual([
      ["Cache write, 5 minutes, Sonnet 4.6 (subagents)", 2_450],
      ["Cache read, Sonnet 4.6 (subagents)", 2_200],
      ["Output, Sonnet 4.6 (subagents)", 200],
    ]);
    const ids = [...(main ?? []), ...(subagents ?? [])].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("the totals of a session hold them too: 3,675 + 2 × 1,100 read, 1,475 + 2 × 1,225 written, 200 + 2 × 100 out, 4 + 2 × 2 requests", () => {
    expect(totalsOfSession(usageOf({ subagents: TWO }))).toEqual({
      kind: "totals",
      input: 0,
      cacheWrite5m: 3_925,
      cacheWrite1h: 0,
      cacheRead: 5_875,
      output: 400,
      webSearches: 0,
      requests: 8,
    });
    // Where the conversation's cache lives an hour, only theirs is written for 5 minutes.
    expect(totalsOfSession(usageOf({ subagents: TWO, caching: "1h" }))).toMatchObject({
      cacheWrite5m: 2_450,
      cacheWrite1h: 1_475,
    });
    // Nothing is cached: 5,150 + 2 × 2,325.
    expect(totalsOfSession(usageOf({ subagents: TWO, caching: "off" }))).toMatchObject({ input: 9_800, cacheRead: 0 });
  });
});

describe("a switch of model", () => {
  const switched = (beforeRequest: number, model = HAIKU, fields: Partial<SimulatedUsage> = {}) =>
    pricer(usageOf({ modelSwitch: { beforeRequest, model }, ...fields }));

  it.each([
    // Sonnet 1,225 written, 1,100 read, 100 out; Haiku 1,350 + 125 written, 1,350 read, 100 out: 1,843.75 + 135 + 500.
    [
      3,
      [
        [SONNET, "main", 6_423.75],
        [HAIKU, "main", 2_478.75],
      ],
    ],
    // 1,100 × 3.75 + 50 × 15; 1,225 + 125 + 125 written, 1,225 + 1,350 read, 150 out: 1,843.75 + 257.5 + 750.
    [
      2,
      [
        [SONNET, "main", 4_875],
        [HAIKU, "main", 2_851.25],
      ],
    ],
    // 1,350 written, 2,325 read, 150 out: 5,062.5 + 697.5 + 2,250; 1,475 × 1.25 + 250.
    [
      4,
      [
        [SONNET, "main", 8_010],
        [HAIKU, "main", 2_093.75],
      ],
    ],
    // After the last of the four: never.
    [5, [[SONNET, "main", 9_633.75]]],
  ])("before request %d of 4", (beforeRequest, parts) => {
    expect(inMillionths(switched(beforeRequest).startedOn(SONNET))).toEqual(parts);
  });

  it("to the model that it began on is none", () => {
    expect(inMillionths(switched(3).startedOn(HAIKU))).toEqual([[HAIKU, "main", 3_211.25]]);
  });

  it("to another tokenizer: its part in its own tokens, 1,756 + 163 written and 1,756 read", () => {
    const [sonnet, opus] = switched(3, OPUS_4_7).startedOn(SONNET);
    expect(quantities(sonnet)).toEqual({ cacheWrite5m: 1_225, cacheRead: 1_100, output: 100 });
    expect(quantities(opus)).toEqual({ cacheWrite5m: 1_919, cacheRead: 1_756, output: 130 });
    expect([sonnet?.tokenScale, opus?.tokenScale]).toEqual([1, 1.3]);
  });

  it("subagents without a model of their own are the first model's", () => {
    const parts = switched(3, HAIKU, { subagents: TWO }).startedOn(SONNET);
    expect(parts.map(({ model, role }) => [model, role])).toEqual([
      [SONNET, "main"],
      [HAIKU, "main"],
      [SONNET, "subagents"],
    ]);
  });

  it("each model's own window is watched: Haiku 4.5 takes 200,000", () => {
    // Prompts of 100,500; 200,025; 299,550; 399,075.
    const grown = { inputGrowthPerRequest: 99_500 };
    const [sonnet, haiku] = switched(4, HAIKU, grown).startedOn(SONNET);
    expect([sonnet?.firstOverWindow, haiku?.firstOverWindow]).toEqual([null, 3]);
  });

  it("is shown on every model that a session can begin on, and to none where the next one cannot serve it", () => {
    const profile = simulated(SONNET, { modelSwitch: { beforeRequest: 3, model: HAIKU } });
    const on = (model: string, fields: Partial<Scenario>) =>
      sessionOnModels(scenarioOf([profile], fields), profile).find((each) => each.model === model)?.parts;
    expect(inMillionths(on(SONNET, {}) ?? null).length).toBe(2);
    expect(inMillionths(on(HAIKU, {}) ?? null)).toEqual([]);
    expect(on(SONNET, { place: "us" })).toBeNull();
  });
});

describe("requests routed over a mix", () => {
  const share = (model: string, percent: number): MixShare => ({ model, percent, locked: false });
  const routedOver = (mix: readonly MixShare[], fields: Partial<SimulatedUsage> = {}, terms: Partial<Scenario> = {}) =>
    pricer(usageOf({ routing: "request", ...fields }), terms).routedOver?.(mix) ?? null;

  it("half and half every request is on the other model and reads nothing; the cheaper one begins, wherever it stands", () => {
    // Haiku 1,100 + 1,350 written, 100 out: 3,062.5 + 500; Sonnet 1,225 + 1,475: 10,125 + 1,500.
    const parts = [
      [HAIKU, "main", 3_562.5],
      [SONNET, "main", 11_625],
    ];
    expect(inMillionths(routedOver([share(SONNET, 50), share(HAIKU, 50)]))).toEqual(parts);
    expect(inMillionths(routedOver([share(HAIKU, 50), share(SONNET, 50)]))).toEqual(parts);
  });

  it("three quarters and one: Haiku, Haiku, Sonnet, Haiku", () => {
    // Haiku 1,100 + 125 + 1,475 written, 1,100 read, 150 out: 3,375 + 110 + 750; Sonnet 1,350 × 3.75 + 750.
    expect(inMillionths(routedOver([share(SONNET, 25), share(HAIKU, 75)]))).toEqual([
      [HAIKU, "main", 4_235],
      [SONNET, "main", 5_812.5],
    ]);
  });

  it("over one model it is the session on that model; a share of nothing gets no request and need not be able to serve", () => {
    const alone = [[SONNET, "main", 9_633.75]];
    expect(inMillionths(routedOver(only(SONNET)))).toEqual(alone);
    expect(inMillionths(routedOver([share(SONNET, 100), share(HAIKU, 0)]))).toEqual(alone);
    expect(inMillionths(routedOver([share(SONNET, 100), share("own-house", 0)]))).toEqual(alone);
  });

  it("a share too small for any of four requests has no part", () => {
    // 4 × 0.1 = 0.4 against 4 × 0.9 − 3 = 0.6.
    expect(inMillionths(routedOver([share(SONNET, 90), share(HAIKU, 10)]))).toEqual([[SONNET, "main", 9_633.75]]);
  });

  it("each model counts the conversation in its own tokens", () => {
    // Sonnet 4.6 (3 a million) before Opus 4.7 (5): 1,100; 1,593; 1,350; 1,919.
    const parts = routedOver([share(OPUS_4_7, 50), share(SONNET, 50)]);
    expect(parts?.map(quantities)).toEqual([
      { cacheWrite5m: 2_450, output: 100 },
      { cacheWrite5m: 3_512, output: 130 },
    ]);
  });

  it("the fee is for each request of each model, compactions included", () => {
    const fees = (fields: Partial<SimulatedUsage>) =>
      routedOver([share(SONNET, 25), share(HAIKU, 75)], fields, { routerFee: 1 })?.map(
        ({ lines }) => lines.find(({ item }) => item === "routerFee")?.quantity,
      );
    expect(fees({})).toEqual([3, 1]);
    // At 1,350 the fourth request is compacted before: by Sonnet, which had the third.
    expect(fees({ compactAtTokens: 1_350 })).toEqual([3, 2]);
  });

  it("subagents without a model of their own go to the largest share", () => {
    const parts = routedOver([share(HAIKU, 30), share(SONNET, 70)], { subagents: TWO });
    expect(parts?.at(-1)).toMatchObject({ model: SONNET, role: "subagents" });
  });

  it("is not asked of sessions that stay on their model, nor of totals", () => {
    expect(pricer(usageOf({ routing: "session" })).routedOver).toBeNull();
    const { usage } = byTotals(SONNET, REPRESENTATIVE);
    expect(pricer(usage).routedOver).toBeNull();
  });
});
