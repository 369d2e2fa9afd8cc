import { describe, expect, it } from "vitest";
import { combineWhatIf } from "../../src/features/import/combine-what-if.ts";
import { firstPair, pairInWords } from "../../src/features/import/combine-what-if-pair.ts";
import type { LogChange, Repriced } from "../../src/usage-import/what-if.ts";

const SONNET = "claude-sonnet-5-5";
const OPUS = "claude-opus-5-5";

const NO_CHANGE: LogChange = { model: null, scope: "all", batch: 0, cacheLifetime: "as-measured", tokenizerFactor: 1.3 };
const AS_ASKED: Repriced["unchanged"] = {
  withoutFast: 0,
  withoutGeo: 0,
  withoutBatch: 0,
  beforeFirstDay: 0,
  overWindow: 0,
  withoutRate: 0,
  undated: 0,
};

// 30 as measured; a cheaper model −12, dearer writes +3, 2 requests that need not write again −1: 20.
const REPRICED: Repriced = {
  ...{ before: 30, after: 20, served: -12, writes: 3, rewrites: -1, rewritten: 2 },
  models: [
    { from: OPUS, to: SONNET, requests: 1_500, before: 26, after: 16 },
    { from: SONNET, to: SONNET, requests: 10, before: 4, after: 4 },
  ],
  unpriced: [],
  unchanged: AS_ASKED,
};

const viewOf = (repriced: Partial<Repriced> = {}, change: Partial<LogChange> = {}) =>
  combineWhatIf({ ...REPRICED, ...repriced }, { ...NO_CHANGE, ...change });

describe("a log priced anew", () => {
  it("is said in a sentence, with what it would have cost and that it is no bill", () => {
    // 20 ÷ 30 is a third less.
    expect(viewOf({}, { model: SONNET, cacheLifetime: "1h" }).sentence).toBe(
      "On Sonnet 5.5, with a 1-hour cache, the $30.00 of this log would have been $20.00: 33% less. API-equivalent, not a bill.",
    );
  });

  it.each<[Partial<LogChange>, string]>([
    [{}, "With nothing changed,"],
    [{ model: OPUS, scope: "subagents" }, "On Opus 5.5, for subagents alone,"],
    [{ batch: true }, "In batch,"],
    [{ batch: 0.25, scope: "subagents" }, "With 25% in batch, for subagents alone,"],
    // The other way of billing is of the main conversations, whatever the scope.
    [{ cacheLifetime: "5m", scope: "subagents" }, "With a 5-minute cache, the"],
  ])("%j begins %s", (change, words) => {
    expect(viewOf({}, change).sentence.startsWith(words)).toBe(true);
  });

  it.each([
    [30, 60, ": 100% more."],
    [30, 30, ": the same."],
    [30, 30.01, ": <1% more."],
    [0, 0, "$0: the same."],
  ])("from %d to %d is %s", (before, after, words) => {
    expect(viewOf({ before, after, served: after - before, writes: 0, rewrites: 0 }).sentence).toContain(words);
  });

  it("has both terms of billing as rows that add up", () => {
    const { terms } = viewOf();
    expect(terms.rows.map(({ cells }) => cells[1])).toEqual(["$30.00", "−$12.00", "+$3.00", "−$1.00"]);
    expect(terms.rows[3]?.cells[0]).toBe("Re-writes after pauses of 5–60 minutes (2 requests)");
    expect(terms.total).toEqual(["As changed", "$20.00"]);
  });

  it("lists each model and where its requests went, and their sums", () => {
    const { models } = viewOf();
    expect(models.rows.map(({ cells }) => cells)).toEqual([
      ["Opus 5.5 → Sonnet 5.5", "1,500", "$26.00", "$16.00"],
      ["Sonnet 5.5", "10", "$4.00", "$4.00"],
    ]);
    expect(models.total).toEqual(["All", "1,510", "$30.00", "$20.00"]);
  });

  it("says in words what is not as asked, and nothing where all is", () => {
    expect(viewOf().unchanged).toEqual([]);
    const { unchanged } = viewOf({
      unchanged: { ...AS_ASKED, withoutFast: 1, beforeFirstDay: 1_200 },
      unpriced: [{ model: "nobody's-model", requests: 3, tokens: 2_050_000 }],
    });
    expect(unchanged).toEqual([
      "1 request in fast mode, which the model does not offer: priced without it.",
      "1,200 requests from before the model's first day: priced at its first rates.",
      "nobody's-model: no price for 3 requests with 2.05M tokens, in neither amount.",
    ]);
  });

  it("names every way in which a request is not as asked", () => {
    const all = Object.fromEntries(Object.keys(AS_ASKED).map((name) => [name, 1])) as unknown as Repriced["unchanged"];
    expect(viewOf({ unchanged: all }).unchanged).toHaveLength(7);
  });
});

describe("the share under which the dearer model is cheaper", () => {
  const pair = { model: OPUS, against: SONNET };

  it.each([
    [0.5, "Opus 5.5 is cheaper than Sonnet 5.5 for you if it needs under 50% of the tokens."],
    [0.4567, "Opus 5.5 is cheaper than Sonnet 5.5 for you if it needs under 45.7% of the tokens."],
    [0.9994, "Opus 5.5 is cheaper than Sonnet 5.5 for you if it needs under 99.9% of the tokens."],
    [0.9996, "Opus 5.5 and Sonnet 5.5 cost you the same for the same tokens: the one that needs fewer is cheaper."],
    [1.25, "Opus 5.5 is cheaper than Sonnet 5.5 for you even for the same tokens, and for up to 125% of them."],
    [null, "Opus 5.5 and Sonnet 5.5 cannot be compared: one of them has no rate for what this log used."],
  ])("%s: %s", (share, words) => {
    expect(pairInWords(share, pair)).toBe(words);
  });

  it("asks for two models", () => {
    expect(pairInWords(1, { model: OPUS, against: OPUS })).toBe("Choose two different models.");
  });

  it("begins with the dearest measured model and the dearest current one below it", () => {
    // Input, $ a million: Opus 5.5 4, Sonnet 5.5 2, Haiku 5.5 0.1.
    expect(firstPair(OPUS)).toEqual({ model: OPUS, against: SONNET });
    expect(firstPair(SONNET)).toEqual({ model: SONNET, against: "claude-haiku-5-5" });
    // Nothing is cheaper than Haiku: the next above it stands against it.
    expect(firstPair("claude-haiku-5-5")).toEqual({ model: SONNET, against: "claude-haiku-5-5" });
  });
});
