import { describe, expect, it } from "vitest";
import { importUsage } from "../../src/usage-import/import-usage.ts";

const OPUS = "claude-opus-4-8";
/** A million tokens of output: $25 at Opus 4.8. */
const MILLION = { outputTokens: 1_000_000 };
const read = (value: unknown) => importUsage(JSON.stringify(value));
const report = (section: string, row: object, more: object = {}) => ({ [section]: [{ date: "2026-11-10", ...row }], ...more });
const parts = (...modelBreakdowns: readonly unknown[]) => ({ modelBreakdowns });
const opus = { modelName: OPUS, ...MILLION };

describe("a report of ccusage", () => {
  it("is found among other values of a list, and however it is spaced", () => {
    const value = report("daily", parts(opus));
    expect(read([null, { note: 1 }, value])).toMatchObject({ format: "ccusage", cost: 25 });
    expect(importUsage(JSON.stringify(value).replace('"daily":', '"daily" :'))).toMatchObject({ format: "ccusage", cost: 25 });
    expect(read(report("session", parts(opus)))).toMatchObject({ format: "ccusage", cost: 25 });
    expect(read({ daily: [{ note: 1 }] }).format).toBeNull();
  });

  it("adds to another of the same grouping, its dollars too, where both state any", () => {
    const [first, second, silent] = [{ totals: { totalCost: 20 } }, { totals: { totalCost: 22.5 } }, {}].map((totals) =>
      report("daily", parts(opus), totals),
    );
    expect(read([first, second])).toMatchObject({ cost: 50, stated: 42.5 });
    expect(read([first, silent])).toMatchObject({ cost: 50, stated: 20 });
    expect(read(silent)).toMatchObject({ cost: 25, stated: null });
  });

  it("of another grouping is left out, and so are the other groupings of one object", () => {
    const both = { ...report("daily", { ...parts(opus), totalCost: 1 }), weekly: [parts(opus)], totals: { totalCost: 99 } };
    // The totals may be of either: the days' own dollars are those of the days.
    expect(read([both, report("monthly", parts(opus))])).toMatchObject({
      cost: 25,
      stated: 1,
      problems: [
        { line: 1, reason: "several groupings of the same usage: only the first (daily) is counted" },
        { line: 1, reason: "a report by monthly would count the same usage again: left out" },
      ],
    });
  });
});

describe("the dollars that a report states", () => {
  it.each([
    ["are its totals'", report("daily", { ...parts(opus), totalCost: 1 }, { totals: { totalCost: 3 } }), 3],
    ["or else its rows'", { daily: [1, 2.5].map((totalCost) => ({ ...parts(opus), totalCost })) }, 3.5],
    ["which blocks name otherwise", { blocks: [{ tokenCounts: MILLION, costUSD: 2 }] }, 2],
    ["none where a row states none", { daily: [{ ...parts(opus), totalCost: 1 }, parts(opus)] }, null],
    ["a session's, where it has any", { sessionId: "s", totalCost: 0.5, entries: [{ model: OPUS, ...MILLION }] }, 0.5],
    ["and none where its log states none", { sessionId: "s", totalCost: 0, entries: [{ model: OPUS, ...MILLION }] }, null],
  ])("%s", (_what, value, stated) => {
    expect(read(value)).toMatchObject({ format: "ccusage", stated });
  });

  it.each([
    ["the part's own", { cost: 25 }, 25],
    ["none where its price is missing, whatever stands there", { cost: 25, missingPricing: true }, null],
    ["none where it is $0, which an unknown price is too", { cost: 0, missingPricing: false }, null],
  ])("for a model are %s", (_what, cost, stated) => {
    expect(read(report("daily", parts({ ...opus, ...cost }))).models).toMatchObject([{ model: OPUS, stated }]);
  });
});

describe("a row of ccusage", () => {
  const row = (section: string, fields: object) => read(report(section, fields)).models;

  it("has a part for each model, and what is no object is no part", () => {
    expect(row("daily", parts(null, opus, { ...MILLION }))).toMatchObject([
      { model: OPUS, requests: null, cost: 25 },
      { model: "unknown", requests: null, cost: null },
    ]);
  });

  it.each([
    ["the one model that it names", { modelsUsed: ["<synthetic>", "", OPUS, 5], models: [OPUS] }, OPUS],
    ["several models where it names more", { modelsUsed: [OPUS, "claude-opus-5"] }, "several models"],
    ["nobody's where it names none", { modelsUsed: [] }, "unknown"],
  ])("without parts is %s", (_what, models, model) => {
    expect(row("daily", { ...models, ...MILLION, totalCost: 25, entries: 3 })).toMatchObject([
      { model, requests: null, stated: 25, usage: { output: 1_000_000 } },
    ]);
  });

  it.each([
    [3, 3],
    [0, null],
    [-1, null],
  ])("that is a block with %i entries has %j requests", (entries, requests) => {
    expect(row("blocks", { models: [OPUS], tokenCounts: MILLION, entries, costUSD: 25 })).toMatchObject([
      { model: OPUS, requests },
    ]);
  });

  it("of a session's entries is one request, of whichever model", () => {
    const entries = [
      { model: OPUS, ...MILLION },
      { ...MILLION, costUSD: 0.5 },
    ];
    expect(
      read({ sessionId: "s", totalCost: 1, entries: entries.map((one) => ({ timestamp: "2026-11-10", ...one })) }),
    ).toMatchObject({
      models: [
        { model: OPUS, requests: 1, stated: null, cost: 25 },
        { model: "unknown", requests: 1, stated: 0.5, cost: null },
      ],
      problems: [],
    });
  });

  it("names each class of the cache in one of two ways", () => {
    const other = { cacheReadInputTokens: 1, cacheCreationInputTokens: 2 };
    expect(row("daily", parts({ modelName: OPUS, ...other }))).toMatchObject([{ usage: { cacheRead: 1, cacheWrite5m: 2 } }]);
    const usual = { cacheReadTokens: 3, cacheCreationTokens: 4 };
    expect(row("daily", parts({ modelName: OPUS, ...usual, ...other }))).toMatchObject([
      { usage: { cacheRead: 3, cacheWrite5m: 4 } },
    ]);
  });

  it("of nothing is no row, unless it states dollars for it", () => {
    expect(row("daily", parts({ modelName: OPUS, cost: 0 }))).toEqual([]);
    expect(row("daily", parts({ modelName: OPUS, cost: 0.5 }))).toMatchObject([{ model: OPUS, stated: 0.5 }]);
  });

  it.each([
    // Fast mode doubles Opus 4.8: $50 a million.
    ["claude-opus-4-8-fast", "claude-opus-4-8", 50],
    ["claude-opus-4-8", "claude-opus-4-8", 25],
    ["claude-opus-fast-4-8", "claude-opus-fast-4-8", null],
    ["gpt-9-fast", "gpt-9-fast", null],
  ])("of %s is %s's at %j dollars", (modelName, model, cost) => {
    expect(row("daily", parts({ modelName, ...MILLION }))).toMatchObject([{ model, cost }]);
  });
});
