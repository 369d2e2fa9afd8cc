import { describe, expect, it } from "vitest";
import { catalog } from "../../src/rates/catalog.ts";
import { readLogFiles } from "../../src/usage-import/import-files.ts";
import type { MeasuredLog } from "../../src/usage-import/measured-log.ts";
import { type LogChange, type Repriced, repriceLog } from "../../src/usage-import/what-if.ts";
import { type LineFields, logLine } from "./log-lines.ts";

const MILLION = 1_000_000;
const NONE: LogChange = { model: null, scope: "all", batch: false, cacheLifetime: "as-measured", tokenizerFactor: 1.3 };
const SONNET_5_5 = "claude-sonnet-5-5";
const OPUS_5_5 = "claude-opus-5-5";
const HAIKU_5_5 = "claude-haiku-5-5";
const OUTPUT = { output_tokens: MILLION };

function measured(lines: readonly LineFields[]): MeasuredLog {
  const numbered = lines.map((line, index) => logLine({ id: `msg_${index}`, request: `req_${index}`, ...line }));
  return readLogFiles([{ path: "projects/-home-ada-shop/s-1.jsonl", text: numbered.join("\n") }]);
}

function reprice(lines: readonly LineFields[], change: Partial<LogChange>): Repriced {
  return repriceLog(measured(lines), { ...NONE, ...change });
}

describe("another model", () => {
  it("prices each class at its rates of the request's own day", () => {
    // A million each of input 2, 5m write 2.50, 1h write 4, output 10, and cache reads: 0.20 until 2026-10-06, 0.10 from then on.
    const usage = {
      input_tokens: MILLION,
      cache_creation_input_tokens: 2 * MILLION,
      cache_creation: { ephemeral_5m_input_tokens: MILLION, ephemeral_1h_input_tokens: MILLION },
      cache_read_input_tokens: MILLION,
      output_tokens: MILLION,
    };
    const on = (at: string) => reprice([{ model: OPUS_5_5, at, usage }], { model: SONNET_5_5 });
    expect(on("2026-10-06T23:59:59Z").after).toBeCloseTo(18.7, 9);
    expect(on("2026-10-07T00:00:00Z").after).toBeCloseTo(18.6, 9);
    // Opus 5.5: 4 + 5 + 8 + 0.20 + 20.
    expect(on("2026-10-07T00:00:00Z")).toMatchObject({ before: expect.closeTo(37.2, 9), served: expect.closeTo(-18.6, 9) });
  });

  it.each([
    [99_999, 0.009_999_9],
    [100_000, 0.01],
    [100_001, 0.050_000_5],
  ])("takes the tier of the request's own prompt: %i tokens on Haiku 5.5", (input_tokens, cost) => {
    expect(reprice([{ model: SONNET_5_5, usage: { input_tokens } }], { model: HAIKU_5_5 }).after).toBeCloseTo(cost, 12);
  });

  it("scales tokens class by class where the tokenizer changes, and the scaled prompt decides the tier", () => {
    // Sonnet 4.6 to Haiku 5.5: 76,923 × 1.3 = 99,999.9, so 100,000 at 0.10; 76,924 × 1.3 = 100,001.2, so 100,001 at 0.50.
    const scaled = (input_tokens: number) => reprice([{ usage: { input_tokens } }], { model: HAIKU_5_5 }).after;
    expect(scaled(76_923)).toBeCloseTo(0.01, 12);
    expect(scaled(76_924)).toBeCloseTo(0.050_000_5, 12);
    // 1 × 1.3 rounds to 1 in each of two classes, 2 × 1.3 to 3: at 2 and 10 a million.
    const small = (input_tokens: number, output_tokens: number) =>
      reprice([{ usage: { input_tokens, output_tokens } }], { model: SONNET_5_5 }).after * MILLION;
    expect(small(1, 1)).toBeCloseTo(12, 9);
    expect(small(2, 2)).toBeCloseTo(36, 9);
  });

  it("divides towards an older tokenizer, and leaves tokens alone within one", () => {
    // 130 ÷ 1.3 = 100 at Sonnet 4.6's 3; 130 at Opus 5.5's 4.
    const line = { model: SONNET_5_5, usage: { input_tokens: 130 } };
    expect(reprice([line], { model: "claude-sonnet-4-6" }).after * MILLION).toBeCloseTo(300, 9);
    expect(reprice([line], { model: OPUS_5_5 }).after * MILLION).toBeCloseTo(520, 9);
  });

  it("keeps web searches at $10 a thousand", () => {
    const usage = { server_tool_use: { web_search_requests: 3 } };
    expect(reprice([{ usage }], { model: OPUS_5_5, batch: true }).after).toBeCloseTo(0.03, 12);
  });

  it("keeps what has no price unpriced, and names it", () => {
    const lines = [{ model: "somebody's-model" }, { model: "__proto__" }, { usage: OUTPUT }];
    const { models, unpriced, before, after } = reprice(lines, { model: OPUS_5_5, tokenizerFactor: 1 });
    expect(unpriced).toEqual([
      { model: "somebody's-model", requests: 1, tokens: 1_100 },
      { model: "__proto__", requests: 1, tokens: 1_100 },
    ]);
    // Sonnet 4.6's 15 and Opus 5.5's 20.
    expect([before, after]).toEqual([expect.closeTo(15, 9), expect.closeTo(20, 9)]);
    expect(models).toMatchObject([{ from: "claude-sonnet-4-6", to: OPUS_5_5, requests: 1 }]);
  });

  it("says which requests are older than it, and takes its first rates", () => {
    const on = (day: string) => reprice([{ at: `${day}T12:00:00Z`, usage: OUTPUT }], { model: OPUS_5_5, tokenizerFactor: 1 });
    expect(on("2026-09-21")).toMatchObject({ after: expect.closeTo(20, 9), unchanged: { beforeFirstDay: 1 } });
    expect(on("2026-09-22")).toMatchObject({ after: expect.closeTo(20, 9), unchanged: { beforeFirstDay: 0 } });
  });

  it("says which prompts it does not take", () => {
    const over = (input_tokens: number) =>
      reprice([{ model: OPUS_5_5, usage: { input_tokens } }], { model: "claude-haiku-4-5-20251001", tokenizerFactor: 1 });
    expect(over(200_000).unchanged.overWindow).toBe(0);
    expect(over(200_001).unchanged.overWindow).toBe(1);
  });

  it("leaves a request as it was where it has no rate for a class that was used", () => {
    const line = { model: OPUS_5_5, usage: { cache_read_input_tokens: MILLION } };
    expect(reprice([line], { model: "claude-mythos-preview" })).toMatchObject({
      before: expect.closeTo(0.2, 12),
      after: expect.closeTo(0.2, 12),
      served: 0,
      unchanged: { withoutRate: 1 },
    });
  });

  it("for subagents only leaves the main conversation alone", () => {
    const lines = [
      { model: OPUS_5_5, usage: OUTPUT },
      { model: OPUS_5_5, usage: OUTPUT, sidechain: true },
    ];
    // 20 stays; Sonnet 5.5 has 10.
    expect(reprice(lines, { model: SONNET_5_5, scope: "subagents" })).toMatchObject({
      before: expect.closeTo(40, 9),
      after: expect.closeTo(30, 9),
      models: [
        { from: OPUS_5_5, to: OPUS_5_5, requests: 1, before: expect.closeTo(20, 9), after: expect.closeTo(20, 9) },
        { from: OPUS_5_5, to: SONNET_5_5, requests: 1, before: expect.closeTo(20, 9), after: expect.closeTo(10, 9) },
      ],
    });
  });

  it("that a log ran on already changes nothing", () => {
    const lines = catalog.models.map(({ id }) => ({ model: id, usage: { input_tokens: 123_457, output_tokens: 77 } }));
    for (const { model } of lines) {
      const { before, after } = reprice(
        lines.filter((line) => line.model === model),
        { model, scope: "all" },
      );
      expect(after).toBe(before);
    }
  });

  it("must be one of the catalog, the factor 1 to 1.35 and the batch share 0 to 1", () => {
    expect(() => reprice([], { model: "claude-opus-9" })).toThrow(RangeError);
    expect(() => reprice([], { tokenizerFactor: 1.36 })).toThrow(RangeError);
    expect(() => reprice([], { batch: 1.01 })).toThrow(RangeError);
  });
});

describe("how requests are served", () => {
  const fastUs = { model: OPUS_5_5, usage: { ...OUTPUT, speed: "fast", inference_geo: "us" } };

  it("fast mode and place stay where the model offers them", () => {
    // Opus 5.5: 20 × 2 × 1.1. Opus 5: 25 × 2 × 1.1. Sonnet 5.5 is never fast: 10 × 1.1. Haiku 4.5 has neither: 5, and 1 / 1.3 tokens.
    expect(reprice([fastUs], { model: "claude-opus-5" })).toMatchObject({
      before: expect.closeTo(44, 9),
      after: expect.closeTo(55, 9),
      unchanged: { withoutFast: 0, withoutGeo: 0 },
    });
    expect(reprice([fastUs], { model: SONNET_5_5 })).toMatchObject({
      after: expect.closeTo(11, 9),
      unchanged: { withoutFast: 1, withoutGeo: 0 },
    });
    expect(reprice([fastUs], { model: "claude-haiku-4-5-20251001", tokenizerFactor: 1 })).toMatchObject({
      after: expect.closeTo(5, 9),
      unchanged: { withoutFast: 1, withoutGeo: 1 },
    });
  });

  it("a regional endpoint stays one, where it costs something", () => {
    // 10 × 1.1, from Opus 4.5's regional 25 × 1.1; Opus 4.1 had no surcharge: 75.
    const regional = { model: "us.anthropic.claude-opus-4-5-20251101-v1:0", usage: OUTPUT };
    const on = (model: string) => reprice([regional], { model, tokenizerFactor: 1 });
    expect(on(SONNET_5_5)).toMatchObject({ before: expect.closeTo(27.5, 9), after: expect.closeTo(11, 9) });
    expect(on("claude-opus-4-1-20250805").after).toBeCloseTo(75, 9);
  });

  it.each([
    [false, 20],
    [0.25, 17.5],
    [true, 10],
  ])("batch for %s of it: (1 − s) × 20 + s × 10", (batch, after) => {
    expect(reprice([{ model: OPUS_5_5, usage: OUTPUT }], { batch }).after).toBeCloseTo(after, 9);
  });

  it("what is in batch already stays, and a fast request cannot go there", () => {
    const inBatch = { model: OPUS_5_5, usage: { ...OUTPUT, service_tier: "batch" } };
    expect(reprice([inBatch], { batch: true })).toMatchObject({ before: 10, after: 10, unchanged: { withoutBatch: 0 } });
    expect(reprice([fastUs], { batch: true })).toMatchObject({
      after: expect.closeTo(44, 9),
      unchanged: { withoutBatch: 1, withoutFast: 0 },
    });
  });
});

describe("another lifetime of the cache", () => {
  const minutes = (count: number): string => new Date(Date.parse("2026-11-20T08:00:00Z") + count * 60_000).toISOString();
  const wrote = (fiveMinutes: number, oneHour: number) => ({
    cache_creation_input_tokens: fiveMinutes + oneHour,
    cache_creation: { ephemeral_5m_input_tokens: fiveMinutes, ephemeral_1h_input_tokens: oneHour },
  });
  // Opus 5.5, a million tokens: 5m write 5, 1h write 8, read 0.20.
  const oneHour = (gap: number): readonly LineFields[] => [
    { model: OPUS_5_5, at: minutes(0), usage: wrote(0, 1_000_000) },
    { model: OPUS_5_5, at: minutes(gap), usage: { ...wrote(0, 100_000), cache_read_input_tokens: 1_000_000 } },
  ];
  const fiveMinutes = (gap: number): readonly LineFields[] => [
    { model: OPUS_5_5, at: minutes(0), usage: wrote(1_000_000, 0) },
    { model: OPUS_5_5, at: minutes(gap), usage: wrote(1_100_000, 0) },
  ];
  const MS = 1 / 60_000;

  it.each([
    [1, 0],
    [5 - MS, 0],
    [5, 0],
    [5 + MS, 1],
    [60 - MS, 1],
    [60, 1],
    [60 + MS, 0],
    [120, 0],
  ])("%d minutes after the last request, an hour's cache made one of 5 minutes: %i written again", (gap, rewritten) => {
    // Before: 1.1 million × 8 and 0.20. Writes at 5 save 3.30; a million written again costs 5 instead of 0.20.
    expect(reprice(oneHour(gap), { cacheLifetime: "5m" })).toMatchObject({
      before: expect.closeTo(9, 9),
      served: expect.closeTo(0, 12),
      writes: expect.closeTo(-3.3, 9),
      rewrites: expect.closeTo(4.8 * rewritten, 9),
      after: expect.closeTo(5.7 + 4.8 * rewritten, 9),
      rewritten,
    });
  });

  it.each([
    [5 - MS, 0],
    [5, 0],
    [5 + MS, 1],
    [60 - MS, 1],
    [60, 1],
    [60 + MS, 0],
  ])("%d minutes after the last request, 5 minutes' cache made one of an hour: %i read instead", (gap, rewritten) => {
    // Before: 2.1 million × 5. A million read instead of written saves 4.80; what is still written costs 3 a million more.
    const { before, writes, rewrites, after } = reprice(fiveMinutes(gap), { cacheLifetime: "1h" });
    expect(before).toBeCloseTo(10.5, 9);
    expect(rewrites).toBeCloseTo(-4.8 * rewritten, 9);
    expect(writes).toBeCloseTo(rewritten ? 3.3 : 6.3, 9);
    expect(after).toBeCloseTo(before + writes + rewrites, 9);
  });

  it.each([
    [499_999, 1],
    [500_000, 0],
    [500_001, 0],
  ])("a request that still read %i of a million tokens was written again: %i", (cache_read_input_tokens, rewritten) => {
    const usage = { ...wrote(1_100_000 - cache_read_input_tokens, 0), cache_read_input_tokens };
    const [first = {}, second] = fiveMinutes(10);
    expect(reprice([first, { ...second, usage }], { cacheLifetime: "1h" }).rewritten).toBe(rewritten);
  });

  it("what nothing but the pause explains: not a shorter prompt, not another model", () => {
    const [first = {}, second] = fiveMinutes(10);
    const rewritten = (fields: LineFields) => reprice([first, { ...second, ...fields }], { cacheLifetime: "1h" }).rewritten;
    expect(rewritten({ usage: wrote(1_000_000, 0) })).toBe(1);
    expect(rewritten({ usage: wrote(999_999, 0) })).toBe(0);
    expect(rewritten({ model: SONNET_5_5 })).toBe(0);
  });

  it("a cache of 5 minutes that was there all the same stays", () => {
    const usage = { cache_read_input_tokens: 1_000_000 };
    const [first = {}] = fiveMinutes(10);
    expect(reprice([first, { model: OPUS_5_5, at: minutes(10), usage }], { cacheLifetime: "5m" })).toMatchObject({
      after: expect.closeTo(5.2, 9),
      rewritten: 0,
    });
  });

  it("subagents' caches are of 5 minutes whatever the main conversation's, and sessions pause for themselves", () => {
    const agent = oneHour(10).map((line) => ({ ...line, sidechain: true }));
    expect(reprice(agent, { cacheLifetime: "5m" })).toMatchObject({ after: expect.closeTo(9, 9), writes: 0, rewritten: 0 });
    const [first = {}, second = {}] = oneHour(10);
    const between = { model: OPUS_5_5, at: minutes(8), session: "s-2", usage: wrote(0, 1) };
    expect(reprice([first, between, second], { cacheLifetime: "5m" }).rewritten).toBe(1);
    expect(reprice([first, { ...between, session: "s-1" }, second], { cacheLifetime: "5m" }).rewritten).toBe(0);
  });

  it("a request without a timestamp changes class only, and is counted", () => {
    const [first = {}, second = {}] = oneHour(10);
    expect(reprice([first, { ...second, at: null }], { cacheLifetime: "5m" })).toMatchObject({
      after: expect.closeTo(5.7, 9),
      rewritten: 0,
      unchanged: { undated: 1 },
    });
  });

  it("goes with another model: the terms are at its rates", () => {
    // Sonnet 5.5: 1h writes 4, 5m 2.50, reads 0.10.
    expect(reprice(oneHour(10), { cacheLifetime: "5m", model: SONNET_5_5 })).toMatchObject({
      before: expect.closeTo(9, 9),
      served: expect.closeTo(1.1 * 4 + 0.1 - 9, 9),
      writes: expect.closeTo(1.1 * (2.5 - 4), 9),
      rewrites: expect.closeTo(2.5 - 0.1, 9),
      after: expect.closeTo(2.1 * 2.5, 9),
    });
  });
});
