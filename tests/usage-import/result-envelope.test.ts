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

const result = (fields: Readonly<Record<string, unknown>>) => ({ type: "result", ...fields });
const OPUS_OUTPUT = { "claude-opus-4-8": { outputTokens: 1_000_000, costUSD: 25 } };
const read = (...values: readonly unknown[]) => importUsage(JSON.stringify(values));

describe("a running total", () => {
  it.each([
    ["its models", result({ modelUsage: {} })],
    ["its last turn's tokens", result({ usage: {} })],
    ["its dollars", result({ total_cost_usd: 0 })],
  ])("is known by %s", (_what, value) => {
    expect(read(value).format).toBe("result-envelope");
    // Blanks as another program writes them, and what else stood in the same list.
    expect(importUsage(JSON.stringify([null, 7, value]).replace('"type":', '"type" : '))).toEqual(read(value));
  });

  it.each([
    ["without any of them", result({})],
    ["with nothing in them", result({ total_cost_usd: null })],
    [
      "inside another record",
      { type: "tool", modelUsage: {}, total_cost_usd: 1, inside: [{ type: "result" }, { type: "cost-state" }] },
    ],
    ["of a state without models", { type: "cost-state", sessionId: "s", totalCostUSD: 1 }],
  ])("is none %s", (_what, value) => {
    expect(read(value).format).toBeNull();
  });

  it("that states no dollars is no statement of $0, and adds nothing to others", () => {
    // A million tokens of Opus 4.8's output are $25.
    expect(read(result({ modelUsage: OPUS_OUTPUT }))).toMatchObject({ cost: 25, stated: null });
    const both = read(result({ modelUsage: OPUS_OUTPUT }), result({ total_cost_usd: 2, modelUsage: OPUS_OUTPUT }));
    // Neither names its session, so neither restates the other.
    expect(both).toMatchObject({ cost: 50, stated: 2, problems: [] });
  });

  it("that is stated again as it was has not fallen; one that has says what is left out", () => {
    const of = (usd: number) => result({ session_id: "s", total_cost_usd: usd, modelUsage: {} });
    expect(read(of(2), of(2))).toMatchObject({ stated: 2, problems: [] });
    expect(read(of(2), of(1)).problems).toEqual([
      { line: 1, reason: "a session's running total has fallen: what its earlier process used is left out" },
    ]);
  });

  it("says what Claude Code did not know, and what it leaves out", () => {
    expect(read(result({ total_cost_usd: 1, hasUnknownModelCost: true, usage: {} })).problems).toEqual([
      {
        line: 1,
        reason: "Claude Code calls this total inaccurate itself: it did not know the price of every model",
      },
      {
        line: 1,
        reason: "this result has no modelUsage, only its last turn's tokens: nothing can be recalculated",
      },
    ]);
  });

  it("counts nothing that was never sent, and names what has no name", () => {
    const modelUsage = { "<synthetic>": { outputTokens: 5 }, "": { outputTokens: 7 } };
    expect(read(result({ modelUsage })).models).toMatchObject([{ model: "unknown", usage: { output: 7 } }]);
  });

  it.each([
    ["our-deployment", "claude-opus-4-8", "claude-opus-4-8"],
    ["our-deployment", "our-model", "our-deployment"],
    ["our-deployment", null, "our-deployment"],
    ["claude-opus-5", "claude-opus-4-8", "claude-opus-5"],
  ])("of %s, taken for %s, is %s's", (model, canonicalModel, name) => {
    expect(read(result({ modelUsage: { [model]: { outputTokens: 1, canonicalModel } } })).models).toMatchObject([
      { model: name },
    ]);
  });
});

describe("a cost-state among other lines of a log", () => {
  const state = { type: "cost-state", sessionId: "s", totalCostUSD: 25, modelUsage: OPUS_OUTPUT };
  const asked = { type: "user", message: { role: "user", content: "hello" } };
  const usage = { input_tokens: 1_000, output_tokens: 0 };

  it("counts where none of them holds a response", () => {
    expect(read({ type: "mode", mode: "plan" }, asked, state)).toMatchObject({ format: "result-envelope", cost: 25, stated: 25 });
  });

  it("does not count beside a response, though the line names its session twice as newer ones do", () => {
    const line = { type: "assistant", sessionId: "s", session_id: "s", message: { id: "msg_1", model: "claude-opus-5", usage } };
    const text = [asked, line, state].map((value) => JSON.stringify(value)).join("\n");
    // 1,000 tokens at $5 a million.
    expect(importUsage(text)).toMatchObject({ format: "session-log", cost: 0.005 });
  });
});
