import { describe, expect, it } from "vitest";
import { importUsage } from "../../src/usage-import/import-usage.ts";
import { checkFixture, type ExpectedUsage, readFixture } from "./fixture-check.ts";

const ANSWERS: Readonly<Record<string, ExpectedUsage>> = {
  // (1,000 × 3 + 2,000 × 3.75 + 3,000 × 6 + 10,000 × 0.30 + 400 × 15) × 1.1 = 37,500 × 1.1 millionths.
  "response.json": {
    models: [
      {
        model: "claude-sonnet-4-6",
        usage: { input: 1_000, cacheWrite5m: 2_000, cacheWrite1h: 3_000, cacheRead: 10_000, output: 400 },
        requests: 1,
        cost: 0.04125,
      },
    ],
    stated: null,
    problems: [],
    garbage: "named",
  },
  // 1,000 × 1 + 100 × 5, a tenth more for the region, three searches; fast: (1,000 × 4 + 100 × 20) × 2. One answer stands there twice.
  "array.json": {
    models: [
      {
        model: "claude-haiku-4-5-20251001",
        usage: { input: 1_000, output: 100, webSearches: 3 },
        requests: 1,
        cost: 0.00165 + 0.03,
      },
      { model: "claude-opus-5-5", usage: { input: 1_000, output: 100 }, requests: 1, cost: 0.012 },
    ],
    stated: null,
    problems: [],
    garbage: "named",
  },
  // Half of (4,000 × 4 + 1,000 × 20).
  "batch.jsonl": {
    models: [{ model: "claude-opus-5-5", usage: { input: 4_000, output: 1_000 }, requests: 2, cost: 0.018 }],
    stated: null,
    problems: [/did not succeed, and are not billed: 1$/],
    garbage: "named",
  },
  // Output is 15 in all, not 1 + 7 + 15: 25 × 1 + 1,000 × 0.10 + 15 × 5. Words between events are no events.
  "stream.txt": {
    models: [
      { model: "claude-haiku-4-5-20251001", usage: { input: 25, cacheRead: 1_000, output: 15 }, requests: 1, cost: 0.0002 },
    ],
    stated: null,
    problems: [],
    garbage: "passed over",
  },
  "bare.json": {
    models: [
      {
        model: "unknown",
        known: false,
        usage: { input: 335, cacheWrite5m: 12_229, cacheRead: 14_942, output: 690, webSearches: 1 },
        requests: 1,
      },
    ],
    stated: null,
    problems: [],
    garbage: "named",
  },
  // 5,607 × 10 + 2 × 50 + 50 × 20 + 1,000 × 1; and 5,607 × 5 + 698 × 25 + 100 × 10 + 2,000 × 0.50. All writes lived an hour.
  "fallback.json": {
    models: [
      {
        model: "claude-fable-5",
        usage: { input: 5_607, cacheWrite1h: 50, cacheRead: 1_000, output: 2 },
        requests: 1,
        cost: 0.05817,
      },
      {
        model: "claude-opus-4-8",
        usage: { input: 5_607, cacheWrite1h: 100, cacheRead: 2_000, output: 698 },
        requests: 1,
        cost: 0.047485,
      },
    ],
    stated: null,
    problems: [],
    garbage: "named",
  },
};

describe("an answer of the Messages API", () => {
  it.each(Object.entries(ANSWERS))("%s: is read as it is billed", (file, expected) => {
    checkFixture(`api-usage/${file}`, expected);
  });

  it("that repeats an id counts once, by the copy that got furthest", () => {
    const answer = (output: number) =>
      `{"id":"msg_1","model":"claude-opus-5","usage":{"input_tokens":0,"output_tokens":${output}}}`;
    expect(importUsage(`[${answer(10)},${answer(40)},${answer(20)}]`)).toMatchObject({
      models: [{ requests: 1, usage: { output: 40 } }],
    });
  });

  it("that was cut off in mid-stream has an output that can only be too low", () => {
    const text = readFixture("api-usage/stream.txt").split("event: message_delta")[0] ?? "";
    const { models, problems } = importUsage(text);
    expect(models[0]?.usage.output).toBe(1);
    expect(problems).toEqual([{ line: 2, reason: expect.stringMatching(/claude-haiku-4-5-20251001 was cut short/) }]);
  });

  it("is priced at the standard rate where the model did not offer what was asked", () => {
    const text =
      '{"model":"claude-haiku-4-5","usage":{"input_tokens":1000,"output_tokens":0,"speed":"fast","inference_geo":"us"}}';
    expect(importUsage(text)).toMatchObject({
      cost: 0.001,
      problems: [{ reason: /fast mode/ }, { reason: /US-only/ }].map(({ reason }) => ({ reason: expect.stringMatching(reason) })),
    });
  });

  it.each(["-1", "0.5", "1000000001", '"9"'])("with the count %s is a problem, and its neighbour is kept", (count) => {
    const answer = (input: string) => `{"model":"claude-opus-5","usage":{"input_tokens":${input},"output_tokens":0}}`;
    const { models, problems } = importUsage(`${answer(count)}\n${answer("1000000000")}`);
    expect(models[0]?.usage.input).toBe(1_000_000_000);
    expect(problems.filter(({ reason }) => /no whole number/.test(reason))).toHaveLength(1);
  });

  it("is not read from Claude Code's telemetry, which names its cache otherwise", () => {
    expect(
      importUsage('{"model":"claude-opus-5","cost_usd":1,"input_tokens":1,"output_tokens":1,"cache_read_tokens":9}').format,
    ).toBeNull();
  });
});
