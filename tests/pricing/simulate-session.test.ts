import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SessionProfile, simulateSession } from "../../src/index.ts";
import { totalOf } from "../../src/pricing/bill-line.ts";
import type { SessionShape } from "../../src/pricing/session-shape.ts";
import { anySession, anyUnbroken, SMALL } from "./any-session.ts";

const MILLION = 1_000_000;
const NOTHING: SessionShape = {
  ...SMALL,
  basePromptTokens: 0,
  inputGrowthPerRequest: 0,
  outputPerRequest: 0,
  summaryTokens: 0,
  caching: "off",
};

function run(fields: Partial<SessionProfile>): ReturnType<typeof simulateSession> {
  return simulateSession({ model: "claude-sonnet-4-6", ...NOTHING, ...fields });
}

describe("the sessions that the model is checked with by hand", () => {
  it("4,000 tokens more each of 50 requests, nothing cached: 4,000 × 50 × 51 / 2 = 5,100,000 at $3 a million", () => {
    const { usage, cost } = run({ requests: 50, inputGrowthPerRequest: 4_000 });
    expect(usage).toEqual({ input: 5_100_000, cacheWrite5m: 0, cacheWrite1h: 0, cacheRead: 0, output: 0, webSearches: 0 });
    expect(cost).toBeCloseTo(15.3, 10);
  });

  it("a prompt of 3,000 tokens sent 200 times, cached: 3,000 × 3.75 + 597,000 × 0.30 a million = 0.01125 + 0.1791", () => {
    const { usage, cost, cacheHitRate } = run({ requests: 200, basePromptTokens: 3_000, caching: "5m" });
    expect(usage).toMatchObject({ cacheWrite5m: 3_000, cacheRead: 597_000, input: 0 });
    expect(cost).toBeCloseTo(0.19035, 10);
    // 597,000 of 600,000.
    expect(cacheHitRate).toBeCloseTo(0.995, 12);
  });

  it("and not cached: 600,000 × 3 a million = 1.80", () => {
    expect(run({ requests: 200, basePromptTokens: 3_000 }).cost).toBeCloseTo(1.8, 10);
  });
});

describe("a small session costs what its requests cost", () => {
  // Prompts of 1,100, 1,225, 1,350, 1,475; output 200. Cached: 3,675 read, 1,475 written.
  it.each([
    // 5,150 × 3 = 15,450; 200 × 15 = 3,000.
    ["off" as const, 0.01845],
    // 3,675 × 0.30 = 1,102.5; 1,475 × 3.75 = 5,531.25; 3,000.
    ["5m" as const, 0.009_633_75],
    // 1,102.5; 1,475 × 6 = 8,850; 3,000.
    ["1h" as const, 0.012_952_5],
  ])("with caching %s: $%d", (caching, cost) => {
    expect(run({ ...SMALL, caching }).cost).toBeCloseTo(cost, 12);
  });

  it("request by request, cached for 5 minutes", () => {
    const { requests } = run({ ...SMALL, requests: 2 });
    // 1,100 × 3.75 + 50 × 15 = 4,875; 1,100 × 0.30 + 125 × 3.75 + 750 = 1,548.75.
    expect(requests.map(({ cost }) => Math.round(cost * 100 * MILLION))).toEqual([487_500, 154_875]);
    expect(requests.map(({ promptTokens }) => promptTokens)).toEqual([1_100, 1_225]);
  });

  it("/clear after two requests: 1,100 + 1,225 twice, of which 1,100 + 1,000 + 1,100 are read", () => {
    // 3,200 × 0.30 + 1,450 × 3.75 + 200 × 15 = 960 + 5,437.5 + 3,000.
    expect(run({ ...SMALL, clearAfterRequests: 2 }).cost * MILLION).toBeCloseTo(9_397.5, 6);
  });

  it("modifiers and the day's rates reach every request", () => {
    const session = { ...SMALL, caching: "off" as const, outputPerRequest: 0 };
    // Prompts of 1,100, 1,200, 1,300, 1,400 = 5,000 tokens; Opus 5.5: 5,000 × 4 = 20,000.
    const cost = (terms: Partial<SessionProfile>) => run({ ...session, model: "claude-opus-5-5", ...terms }).cost * MILLION;
    expect(cost({})).toBeCloseTo(20_000, 6);
    expect(cost({ batch: true })).toBeCloseTo(10_000, 6);
    expect(cost({ geo: "us" })).toBeCloseTo(22_000, 6);
    expect(cost({ speed: "fast" })).toBeCloseTo(40_000, 6);
    expect(cost({ model: "us.anthropic.claude-opus-5-5" })).toBeCloseTo(22_000, 6);
    expect(() => cost({ at: "2026-09-21" })).toThrow(/^at: "2026-09-21"/);
  });

  it("a compaction is named as one, and costs what it sends and puts out", () => {
    const { requests, cost } = run({ ...SMALL, compactAtTokens: 1_350 });
    expect(requests.map(({ kind }) => kind)).toEqual(["turn", "turn", "turn", "compaction", "turn"]);
    // 1,350 read × 0.30 = 405; 25 written × 3.75 = 93.75; 200 out × 15 = 3,000.
    expect((requests[3]?.cost ?? 0) * MILLION).toBeCloseTo(3_498.75, 6);
    // Reads 1,100 + 1,225 + 1,350 + 1,000 = 4,675; writes 1,100 + 125 + 125 + 25 + 300 = 1,675; out 200 + 200 = 400.
    // 4,675 × 0.30 = 1,402.5; 1,675 × 3.75 = 6,281.25; 400 × 15 = 6,000.
    expect(cost * MILLION).toBeCloseTo(13_683.75, 6);
  });
});

describe("Haiku 5.5's tier is that of each request's own prompt", () => {
  it("50,000, 100,000 and 150,000 tokens: only the third is above, with its output", () => {
    const session = {
      model: "claude-haiku-5-5",
      requests: 3,
      inputGrowthPerRequest: 50_000,
      outputPerRequest: 1_000,
      outputKeptShare: 0,
    };
    const { requests, lines, cost } = run(session);
    // 50,000 × 0.10 + 1,000 × 0.50 = 5,500; 10,500; 150,000 × 0.50 + 1,000 × 2.50 = 77,500.
    expect(requests.map((request) => Math.round(request.cost * MILLION))).toEqual([5_500, 10_500, 77_500]);
    expect(cost).toBeCloseTo(0.0935, 12);
    expect(lines.map(({ item, quantity, rate }) => [item, quantity, rate])).toEqual([
      ["input", 150_000, 0.1],
      ["output", 2_000, 0.5],
      ["input", 150_000, 0.5],
      ["output", 1_000, 2.5],
    ]);
  });
});

describe("Haiku 5.5's tier begins above 100,000 tokens, strictly, wherever in a session", () => {
  // Prompts of 89,999 and 99,999, and what is read once on top of the second.
  const session = {
    model: "claude-haiku-5-5",
    requests: 2,
    basePromptTokens: 79_999,
    inputGrowthPerRequest: 10_000,
    outputPerRequest: 1_000,
    outputKeptShare: 0,
  };

  it.each([
    // 99,999 × 0.10 + 1,000 × 0.50.
    [0, 10_499.9],
    // 100,000 × 0.10 + 500.
    [1, 10_500],
    // 100,001 × 0.50 + 1,000 × 2.50.
    [2, 52_500.5],
  ])("a second prompt of 99,999 + %d, not cached", (tokens, usd) => {
    const { requests } = run({ ...session, extraInput: { tokens, request: 2 } });
    // 89,999 × 0.10 + 500.
    expect((requests[0]?.cost ?? 0) * MILLION).toBeCloseTo(9_499.9, 6);
    expect((requests[1]?.cost ?? 0) * MILLION).toBeCloseTo(usd, 6);
  });

  it.each([
    // 89,999 × 0.01 + 10,001 × 0.125 + 500.
    [1, 2_650.115],
    // 89,999 × 0.05 + 10,002 × 0.625 + 2,500: what is read counts as prompt too.
    [2, 13_251.2],
  ])("of 99,999 + %d, most of it read from the cache", (tokens, usd) => {
    const { requests } = run({ ...session, caching: "5m", extraInput: { tokens, request: 2 } });
    expect((requests[1]?.cost ?? 0) * MILLION).toBeCloseTo(usd, 6);
  });

  it("/clear brings it back under: 100,001 once, then 90,000 again", () => {
    const { requests } = run({ ...session, requests: 3, basePromptTokens: 80_001, clearAfterRequests: 2 });
    // 90,001 × 0.10 + 500; 100,001 × 0.50 + 2,500; as the first.
    expect(requests.map(({ cost }) => Math.round(cost * MILLION * 10) / 10)).toEqual([9_500.1, 52_500.5, 9_500.1]);
  });
});

describe("the first request above the model's context window is named", () => {
  // Haiku 4.5 takes 200,000.
  const growing = { model: "claude-haiku-4-5", inputGrowthPerRequest: 100_000 };

  it.each([
    ["at the window: none", { requests: 2 }, null],
    ["the third sends 300,000", { requests: 5 }, 2],
    ["one token above", { requests: 1, inputGrowthPerRequest: 200_001 }, 0],
    ["compaction at the window keeps below it", { requests: 5, compactAtTokens: 200_000, summaryTokens: 1_000 }, null],
    // Two turns, a compaction of 200,000 + 1,000 kept: request 3 would be 301,000.
    [
      "a compaction can be the first",
      { requests: 3, compactAtTokens: 200_000, outputPerRequest: 1_000, outputKeptShare: 1, inputGrowthPerRequest: 99_500 },
      2,
    ],
  ] satisfies [string, Partial<SessionProfile>, number | null][])("%s", (_why, fields, index) => {
    expect(run({ ...growing, ...fields }).firstOverWindow).toBe(index);
  });
});

describe("nothing sent", () => {
  it("costs nothing and has no hit rate", () => {
    expect(run({ requests: 3 })).toMatchObject({ cost: 0, lines: [], cacheHitRate: null, firstOverWindow: null });
  });
});

describe("what cannot be run or priced is refused", () => {
  it.each([
    ["an unknown model", { model: "claude" }, /^model: "claude" is not a model of the catalog/],
    [
      "a limit that compaction cannot reach",
      { ...SMALL, compactAtTokens: 1_299 },
      /^compactAtTokens: 1299 is not at least 1300\b.*1000.*200.*100/,
    ],
    [
      "a cache on Mythos Preview, whose rates nobody knows",
      { ...SMALL, model: "claude-mythos-preview" },
      /^usage\.cacheWrite5m: 1475 is not priced: no rate of claude-mythos-preview/,
    ],
    ["fast mode in batch", { model: "claude-opus-5-5", speed: "fast", batch: true }, /^batch: true/],
  ] satisfies [string, Partial<SessionProfile>, RegExp][])("%s", (_why, fields, message) => {
    expect(() => run(fields)).toThrow(RangeError);
    expect(() => run(fields)).toThrow(message);
  });

  it("Mythos Preview without a cache is priced", () => {
    // 5,150 × 25 = 128,750; 200 × 125 = 25,000.
    expect(run({ ...SMALL, model: "claude-mythos-preview", caching: "off" }).cost).toBeCloseTo(0.15375, 12);
  });
});

describe("laws", () => {
  const model = fc.constantFrom("claude-sonnet-4-6", "claude-opus-5-5", "claude-haiku-5-5", "claude-fable-5-2");

  it("a session costs what its requests cost, and what its lines add up to", () => {
    fc.assert(
      fc.property(anySession, model, (shape, id) => {
        const { cost, requests, lines } = run({ ...shape, model: id });
        expect(cost).toBe(totalOf(lines));
        expect(totalOf(requests.map((request) => ({ amount: request.cost })))).toBeCloseTo(cost, 9);
      }),
    );
  });

  it("has one line for each class and rate", () => {
    fc.assert(
      fc.property(anySession, model, (shape, id) => {
        const keys = run({ ...shape, model: id }).lines.map(({ item, rate }) => `${item} ${rate}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it("more growth, more output, one more request never cost less, without breaks and compaction, also with /clear", () => {
    const more = fc.constantFrom("inputGrowthPerRequest" as const, "outputPerRequest" as const, "requests" as const);
    fc.assert(
      fc.property(anyUnbroken, model, more, fc.integer({ min: 1, max: 500 }), (shape, id, field, by) => {
        const less = run({ ...shape, model: id }).cost;
        const added = field === "requests" ? Math.min(by, 20) : by;
        expect(run({ ...shape, model: id, [field]: shape[field] + added }).cost).toBeGreaterThanOrEqual(less - 1e-12);
      }),
      { numRuns: 1_000 },
    );
  });
});
