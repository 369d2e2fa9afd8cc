import { describe, expect, it } from "vitest";
import { catalogDate } from "../../src/rates/catalog.ts";
import { readLogFiles } from "../../src/usage-import/import-files.ts";
import { type MeasuredLog, usageOfLog } from "../../src/usage-import/measured-log.ts";
import type { MeasuredResponse } from "../../src/usage-import/measured-response.ts";
import { responsesOf } from "../../src/usage-import/measured-rows.ts";
import { type LineFields, logLine, SONNET_4_6 } from "./log-lines.ts";

const PATH = "projects/-home-ada-shop/s-1.jsonl";

function measured(lines: readonly LineFields[], path = PATH): MeasuredLog {
  return readLogFiles([{ path, text: lines.map(logLine).join("\n") }]);
}

function responses({ rows }: MeasuredLog): MeasuredResponse[] {
  return [...responsesOf(rows)];
}

describe("a response", () => {
  it("has instant, day, session, project and its priced request", () => {
    // 1,000 × 3 + 100 × 15 a million.
    const [response] = responses(measured([{ at: "2026-10-20T23:30:00-02:00" }]));
    expect(response).toMatchObject({
      at: Date.parse("2026-10-21T01:30:00Z"),
      day: "2026-10-21",
      sessionId: "s-1",
      path: PATH,
      line: 1,
      project: "-home-ada-shop",
      isSubagent: false,
      isLowerBound: false,
      requests: [{ model: SONNET_4_6, known: true, tier: "standard" }],
    });
    expect(response?.requests[0]?.cost).toBeCloseTo(0.0045, 12);
  });

  it("is priced at the rates of its earliest line", () => {
    // Sonnet 5.5's cache reads fell from $0.20 to $0.10 at that midnight.
    const line = (at: string, output: number) => ({
      model: "claude-sonnet-5-5",
      at,
      usage: { cache_read_input_tokens: 1_000_000, output_tokens: output },
    });
    const earlier = measured([line("2026-10-07T00:00:00.000Z", 0), line("2026-10-06T23:59:59.999Z", 0)]);
    expect(responses(earlier).map(({ requests }) => requests[0]?.cost)).toEqual([0.2]);
    expect(responses(measured([line("2026-10-07T00:00:00.000Z", 0)]))[0]?.requests[0]?.cost).toBeCloseTo(0.1, 12);
  });

  it("without a timestamp is priced on the catalog's day, and that is said", () => {
    const log = measured([{ at: null }]);
    const { problems, problemCount } = log;
    expect(responses(log)[0]).toMatchObject({ at: null, day: null });
    expect(problems).toEqual([
      { file: PATH, line: 1, reason: `no timestamp that can be read: priced at the rates of ${catalogDate}` },
    ]);
    expect(problemCount).toBe(1);
  });

  it("says a reason once, however many requests it has", () => {
    const part = { type: "message", output_tokens: 50 };
    const usage = { output_tokens: 100, speed: "fast", iterations: [part, part] };
    const log = measured([{ usage }]);
    expect(responses(log)[0]?.requests).toHaveLength(2);
    expect(log.problemCount).toBe(1);
  });

  it("iterations that add up have a tier each by their own prompt", () => {
    // Twice 60,000 tokens on Haiku 5.5: 120,000 × 0.10 a million, not × 0.50.
    const part = { type: "message", input_tokens: 60_000 };
    const usage = { input_tokens: 120_000, iterations: [part, part] };
    expect(usageOfLog(measured([{ model: "claude-haiku-5-5", usage }])).models).toMatchObject([{ requests: 2, cost: 0.012 }]);
    expect(usageOfLog(measured([{ model: "claude-haiku-5-5", usage: { input_tokens: 120_000 } }])).models).toMatchObject([
      { requests: 1, cost: 0.06 },
    ]);
  });

  it.each([
    ["a sidechain", { sidechain: true }, PATH],
    ["an agent's id", { more: { agentId: "a7f" } }, PATH],
    ["the folder", {}, "projects/-home-ada-shop/s-1/subagents/agent-a7f.jsonl"],
  ])("is a subagent's by %s", (_what, fields, path) => {
    expect(responses(measured([fields], path))[0]).toMatchObject({ isSubagent: true, project: "-home-ada-shop" });
  });
});

describe("output that can only be too low", () => {
  const usage = (output: number) => ({ input_tokens: 10, output_tokens: output });

  it.each([
    [0, null, true],
    [1, null, true],
    [2, null, false],
    [1, "end_turn", false],
  ])("%i tokens, stopped for %s", (output, stop, isLowerBound) => {
    const log = measured([{ usage: usage(output), stop }]);
    expect(responses(log)[0]?.isLowerBound).toBe(isLowerBound);
    expect(log.lowerBoundCount).toBe(isLowerBound ? 1 : 0);
    expect(log.problemCount).toBe(0);
  });
});

describe("what a log comes to", () => {
  it("one entry a model under the catalog's id, the dearest first, unknown ones last", () => {
    const log = measured([
      { id: "msg_1", model: "somebody's-model" },
      { id: "msg_2", model: "claude-haiku-4-5" },
      { id: "msg_3", model: SONNET_4_6 },
      { id: "msg_4", model: "claude-haiku-4-5-20251001" },
      { id: "msg_5", model: "__proto__" },
    ]);
    const { models, cost } = usageOfLog(log);
    expect(models.map(({ model, known, requests }) => ({ model, known, requests }))).toEqual([
      { model: SONNET_4_6, known: true, requests: 1 },
      { model: "claude-haiku-4-5-20251001", known: true, requests: 2 },
      { model: "__proto__", known: false, requests: 1 },
      { model: "somebody's-model", known: false, requests: 1 },
    ]);
    // Sonnet 0.0045; Haiku 2 × (1,000 × 1 + 100 × 5) a million = 0.003.
    expect(models.map((model) => model.cost)).toEqual([expect.closeTo(0.0045, 12), expect.closeTo(0.003, 12), null, null]);
    expect(cost).toBeCloseTo(0.0075, 12);
    expect(models[1]?.usage).toEqual({
      input: 2_000,
      output: 200,
      cacheRead: 0,
      cacheWrite5m: 0,
      cacheWrite1h: 0,
      webSearches: 0,
    });
  });

  it("a logged cost is summed apart, once a response, and replaces nothing", () => {
    const log = measured([
      { id: "msg_1", more: { costUSD: 1 } },
      { id: "msg_1", more: { costUSD: 1 } },
      { id: "msg_2", more: { costUSD: 0.5 } },
      { id: "msg_3" },
      { id: "msg_4", model: "claude-haiku-4-5" },
    ]);
    const { models, stated, cost } = usageOfLog(log);
    expect(log.costUsdLogged).toBe(1.5);
    expect(stated).toBe(1.5);
    expect(models.map((model) => model.stated)).toEqual([1.5, null]);
    // 3 × 0.0045 + 0.0015.
    expect(cost).toBeCloseTo(0.015, 12);
  });

  it("a logged cost stands with the model of the first request", () => {
    const usage = { output_tokens: 5, iterations: [{ type: "advisor_message", model: "claude-haiku-4-5", output_tokens: 1 }] };
    const { models } = usageOfLog(measured([{ usage, more: { costUSD: 1 } }]));
    expect(models).toMatchObject([
      { model: SONNET_4_6, stated: 1 },
      { model: "claude-haiku-4-5-20251001", stated: null },
    ]);
  });

  it("a model that cost nothing comes before one whose cost nobody knows", () => {
    const { models } = usageOfLog(
      measured([
        { id: "msg_1", model: "a-model" },
        { id: "msg_2", usage: {} },
      ]),
    );
    expect(models.map(({ model, cost }) => [model, cost])).toEqual([
      [SONNET_4_6, 0],
      ["a-model", null],
    ]);
  });

  it.each([[-0.01], ["0.01"], [null], [1e300]])("%s is no logged cost", (costUSD) => {
    expect(measured([{ more: { costUSD } }]).costUsdLogged).toBeNull();
  });

  it("none is not $0: it is null", () => {
    expect(usageOfLog(measured([{}])).stated).toBeNull();
    expect(usageOfLog(measured([{ more: { costUSD: 0 } }])).stated).toBe(0);
  });

  it("the largest figures stay finite", () => {
    const most = 1_000_000_000;
    const usage = { input_tokens: most, output_tokens: most, cache_creation_input_tokens: most, cache_read_input_tokens: most };
    const { cost, models } = usageOfLog(measured([{ usage, more: { costUSD: 1e308 } }]));
    // 3 + 15 + 3.75 + 0.30, a thousand million of each.
    expect(cost).toBeCloseTo(22_050, 6);
    expect(models[0]?.stated).toBeNull();
  });
});
