import { describe, expect, it } from "vitest";
import { importUsage } from "../../src/usage-import/import-usage.ts";
import { checkFixture, type ExpectedUsage, readFixture } from "./fixture-check.ts";

const ENVELOPES: Readonly<Record<string, ExpectedUsage>> = {
  // 2 × 10 + 4 × 50 + 18,338 × 0.25 = 4,804.5; 897 × 1 + 9 × 5 = 942 millionths.
  "2.1.261.json": {
    models: [
      { model: "claude-fable-5-1", usage: { input: 2, output: 4, cacheRead: 18_338 }, cost: 0.0048045, stated: 0.0048045 },
      { model: "claude-haiku-4-5-20251001", usage: { input: 897, output: 9 }, cost: 0.000942, stated: 0.000942 },
    ],
    stated: 0.0057465,
    problems: [],
    garbage: "named",
  },
  // 838 × 10 + 10,945 × 50 + 5,129,711 × 0.25 + 510,604 × 12.50 = 8,380 + 547,250 + 1,282,427.75 + 6,382,550.
  "2.1.263-cost-state.jsonl": {
    models: [
      {
        model: "claude-fable-5-1",
        usage: { input: 838, output: 10_945, cacheRead: 5_129_711, cacheWrite5m: 510_604 },
        cost: 8.22060775,
        stated: 12.05013775,
      },
    ],
    stated: 12.05013775,
    problems: [/how long cache writes lived/, /lived an hour/],
    garbage: "named",
  },
  // The first session's last result, 20 × 8 + 200 × 40 millionths, and the second's one search.
  "2.1-stream.jsonl": {
    models: [{ model: "claude-fable-5-2", usage: { input: 20, output: 200, webSearches: 1 }, cost: 0.01816, stated: 0.01816 }],
    stated: 0.01816,
    problems: [],
    garbage: "named",
  },
};

describe("what claude -p prints", () => {
  it.each(Object.entries(ENVELOPES))("%s: is read model by model", (file, expected) => {
    checkFixture(`result-envelope/${file}`, expected);
  });

  it("is read as an array of messages too", () => {
    const lines = readFixture("result-envelope/2.1-stream.jsonl").trim().split("\n");
    expect(importUsage(`[${lines.join(",")}]`)).toEqual(importUsage(lines.join("\n")));
  });

  it("without modelUsage has only its last turn's tokens, so nothing is recalculated", () => {
    const text = '{"type":"result","session_id":"s","total_cost_usd":0.25,"usage":{"input_tokens":10,"output_tokens":5}}';
    expect(importUsage(text)).toMatchObject({
      format: "result-envelope",
      models: [],
      cost: 0,
      stated: 0.25,
      problems: [{ line: 1 }],
    });
  });

  it("names a deployment's model beside its own name", () => {
    const text =
      '{"type":"result","total_cost_usd":0.5,"modelUsage":{"our-deployment":{"inputTokens":100000,"canonicalModel":"claude-opus-5","costUSD":0.5}}}';
    expect(importUsage(text).models).toMatchObject([{ model: "claude-opus-5", cost: 0.5, stated: 0.5 }]);
  });

  it("with a running total that falls says what is left out", () => {
    const result = (usd: number) => `{"type":"result","session_id":"s","total_cost_usd":${usd},"modelUsage":{}}`;
    expect(importUsage(`${result(2)}\n${result(1)}`)).toMatchObject({
      stated: 1,
      problems: [{ line: 2, reason: expect.stringMatching(/has fallen/) }],
    });
    expect(importUsage(`${result(1)}\n${result(2)}`)).toMatchObject({ stated: 2, problems: [] });
  });

  it("with a bad count of one model keeps the others", () => {
    const text = '{"type":"result","modelUsage":{"claude-opus-5":{"inputTokens":-1},"__proto__":{"inputTokens":5},"other":7}}';
    const { models, problems } = importUsage(text);
    expect(models).toMatchObject([{ model: "__proto__", known: false, usage: { input: 5 } }]);
    expect(problems.map(({ reason }) => reason)).toEqual([
      "the usage of claude-opus-5 has a count that is no whole number: left out",
      "the usage of other has a count that is no whole number: left out",
    ]);
  });
});

describe("a cost-state line", () => {
  const state = readFixture("result-envelope/2.1.263-cost-state.jsonl").trim();

  it("counts by the last of its session", () => {
    expect(importUsage(`${state.replace("12.05013775,", "1,")}\n${state}`)).toMatchObject({
      stated: 12.05013775,
      models: [{ usage: { output: 10_945 } }],
    });
  });

  it("in a session log leaves the log a log: the responses are there themselves", () => {
    const line =
      '{"type":"assistant","sessionId":"first","uuid":"u","timestamp":"2026-09-10T10:00:00Z","message":{"id":"msg_01Log","model":"claude-opus-5","usage":{"input_tokens":1000,"output_tokens":0}}}';
    expect(importUsage(`${line}\n${state}`)).toMatchObject({ format: "session-log", cost: 0.005 });
  });
});
