import { describe, expect, it } from "vitest";
import { readCostPrints } from "../../src/usage-import/cost-text-blocks.ts";

const model = (name: string) => `${name}: 1 input, 2 output, 0 cache read, 0 cache write ($0.50)`;
const compactModel = (name: string) => `${name}:1input,2output,0cacheread,0cachewrite($0.50)`;
const printed = (name: string, line: number) => ({
  model: name,
  line,
  usage: { input: 1, output: 2, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, webSearches: 0 },
  slack: { input: 0, output: 0, cacheRead: 0, cacheWrite5m: 0 },
  usd: { usd: 0.5, slackUsd: expect.closeTo(0.005, 12) },
});
const NOTHING = { total: null, unknownCosts: false, unreadable: [], certain: true, hasHeader: false };
/** Each print as the line on which it begins, its total and its models. */
const shapes = (text: string) =>
  readCostPrints(text).blocks.map(({ line, total, models }) => [line, total?.usd ?? null, models.map((one) => one.model)]);

describe("a print", () => {
  it("is its total, its sidelines and its models", () => {
    const text = [
      "words",
      "Total cost: $1.0",
      "Total duration (API): 5s",
      "Usage by model:",
      model("a"),
      "b: -5 input, 1 output",
    ];
    expect(readCostPrints(text.join("\n"))).toEqual({
      blocks: [
        {
          line: 2,
          identity: `Totalcost:$1.0\nTotalduration(API):5s\n${compactModel("a")}`,
          total: { usd: 1, slackUsd: expect.closeTo(0.05, 12) },
          unknownCosts: false,
          models: [printed("a", 5)],
          unreadable: [6],
          certain: true,
          hasHeader: true,
        },
      ],
      subscriptionLine: null,
    });
  });

  it("of models alone, with or without its heading, has no total", () => {
    const alone = { ...NOTHING, line: 1, identity: `\n${compactModel("a")}`, models: [printed("a", 1)] };
    expect(readCostPrints(model("a")).blocks).toEqual([alone]);
    expect(readCostPrints(`Token usage by model:\n${model("a")}`).blocks).toEqual([
      { ...alone, models: [printed("a", 2)], hasHeader: true },
    ]);
  });

  it("doubts its total where Claude Code does", () => {
    const text = "Total cost: $1.00 (costs may be inaccurate due to usage of unknown models)\nTotal code changes: 1 line added";
    expect(readCostPrints(text).blocks).toMatchObject([{ total: { usd: 1 }, unknownCosts: true }]);
  });

  it.each([
    ["no amount", "Total cost: free"],
    ["its amount elsewhere", "Total cost: unknown (last Total cost: $3)"],
    ["an amount that is none", "Total cost: $1.2.3"],
  ])("has no total where the line states %s", (_what, line) => {
    expect(shapes(`${line}\nUsage by model:\n${model("a")}`)).toEqual([[1, null, ["a"]]]);
  });

  it.each(["Total cost: $3.00 (see /cost)", "Total cost: $3.00\nCurrent session: Total cost: $9.00"])(
    "keeps its total whatever else is said of costs: %j",
    (lines) => {
      expect(shapes(`${lines}\n${model("a")}`)).toMatchObject([[1, 3, ["a"]]]);
    },
  );

  it.each([
    "Total cost: $12.00",
    "Usage by model:",
    "Usage by model:\nTotal duration (API): 5s",
    "Total duration (API): 5s",
    "Total cost: $12.00\nCurrent session: total duration 5s, and usage by model: none",
    "Total cost: free\nTotal duration (API): 5s",
    "Total cost: free\nUsage by model:",
    "a: -5 input, 1 output",
    "Current session: Total cost: $3.00\nTotal duration (API): 5s",
  ])("is not certain where there is only %j", (text) => {
    expect(readCostPrints(text)).toEqual({ blocks: [], subscriptionLine: null });
  });

  it.each(["Total duration (API): 5s", "Total code changes: 1 line added", "Usage by model:"])(
    "is certain where its total stands beside %j, one that has no total before it or not",
    (line) => {
      expect(shapes(`Total cost: $12.00\n${line}`)).toEqual([[1, 12, []]]);
      expect(shapes(`Total code changes: 2 lines added\nTotal cost: $12.00\n${line}`)).toEqual([[2, 12, []]]);
    },
  );
});

describe("a new print begins", () => {
  it.each([
    ["at a total", [model("a"), "Total cost: $2", model("b")], [1, null, ["a"]], [2, 2, ["b"]]],
    ["at a list after models", [model("a"), "Usage by model:", model("b")], [1, null, ["a"]], [2, null, ["b"]]],
    [
      "at a second list, though the first has no model",
      ["Total cost: $1", "Usage by model:", "Usage by model:", model("b")],
      [1, 1, []],
      [3, null, ["b"]],
    ],
    ["at /cost", [model("a"), "> /cost", model("b")], [1, null, ["a"]], [3, null, ["b"]]],
    ["at /usage", [model("a"), "/usage", model("b")], [1, null, ["a"]], [3, null, ["b"]]],
  ])("%s", (_where, lines, first, second) => {
    expect(shapes(lines.join("\n"))).toEqual([first, second]);
  });

  it("at no model: all of a list are one print's", () => {
    expect(shapes(`Total cost: $1\nUsage by model:\n${model("a")}\n${model("b")}`)).toEqual([[1, 1, ["a", "b"]]]);
  });
});

describe("a session that has asked no model yet", () => {
  const usage = (input: number) => `Usage: ${input} input, 0 output, 0 cache read, 0 cache write`;

  it("says so without naming one, and has none", () => {
    expect(shapes(usage(0))).toEqual([[1, null, []]]);
  });

  it("is told from one that asked a model nobody names, and from a model that was never asked", () => {
    expect(shapes(usage(1))).toEqual([[1, null, ["Usage"]]]);
    expect(shapes(usage(0).replace("Usage", "claude-x"))).toEqual([[1, null, ["claude-x"]]]);
  });
});

describe("a subscription's sentence", () => {
  it.each([
    "With your Claude Max subscription, no need to monitor cost",
    "With your Claude Pro subscription, no need to monitor cost",
    "You are currently using your subscription to power your Claude Code usage",
    "You are currently using your overages to power your Claude Code usage",
  ])("%s", (sentence) => {
    expect(readCostPrints(`/cost\n${sentence}\n\n${sentence}`)).toEqual({ blocks: [], subscriptionLine: 2 });
  });

  it.each([
    "With your Claude subscription, no need",
    "You are currently using your phone",
    "Resets With your Claude Pro subscription, no need",
  ])("is not %j", (sentence) => {
    expect(readCostPrints(sentence).subscriptionLine).toBeNull();
  });
});
