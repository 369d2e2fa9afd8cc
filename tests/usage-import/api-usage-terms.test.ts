import { describe, expect, it } from "vitest";
import { importUsage } from "../../src/usage-import/import-usage.ts";

const MODEL = "claude-opus-4-8";
const answer = (usage: object, more: object = {}) => ({ model: MODEL, usage, ...more });
const read = (...values: readonly unknown[]) => importUsage(JSON.stringify(values));

describe("answers of the Messages API", () => {
  it("that all failed in their batch are none, and that is said", () => {
    expect(read({ custom_id: "a", result: { type: "errored" } })).toEqual({
      format: "api-usage",
      models: [],
      cost: 0,
      stated: null,
      problems: [{ line: 1, reason: "requests of a batch that did not succeed, and are not billed: 1" }],
    });
  });

  it("under one id are one: the copy with most output, of equals the first", () => {
    const copy = (input: number, output: unknown) => answer({ input_tokens: input, output_tokens: output }, { id: "msg_1" });
    expect(read(copy(10, 4), copy(20, 4), copy(30, 3), copy(40, "9"))).toMatchObject({
      models: [{ requests: 1, usage: { input: 10, output: 4 } }],
      problems: [],
    });
    expect(read(copy(10, "9"), copy(20, 1)).models).toMatchObject([{ requests: 1, usage: { input: 20, output: 1 } }]);
  });

  it("under no id of the API's are each their own", () => {
    const one = answer({ output_tokens: 1 }, { id: "gen-1" });
    expect(read(one, one).models).toMatchObject([{ requests: 2, usage: { output: 2 } }]);
  });

  it("with a bad count and of a stream that was cut short are named", () => {
    const start = { type: "message_start", message: answer({ output_tokens: 1 }) };
    expect(read(answer({ output_tokens: -1 }), start)).toMatchObject({
      models: [{ usage: { output: 1 } }],
      problems: [
        { line: 1, reason: "a usage with a count that is no whole number from 0 to 1,000,000,000: left out" },
        { line: 1, reason: `the stream of ${MODEL} was cut short: its output is the least it can have been` },
      ],
    });
  });

  it("that were never sent are none", () => {
    const iterations = [{ type: "advisor_message", model: "<synthetic>", output_tokens: 1 }];
    expect(
      read(answer({ output_tokens: 2, iterations }), answer({ output_tokens: 3 }, { model: "<synthetic>" })).models,
    ).toMatchObject([{ model: MODEL, usage: { output: 2 } }]);
  });

  it.each([
    // A million tokens of output are $25; a batch halves it, fast doubles it, US-only inference adds a tenth.
    ["as usual", {}, 25],
    ["in a batch by its own word", { service_tier: "batch" }, 12.5],
    ["fast", { speed: "fast" }, 50],
    ["in the US", { inference_geo: "us" }, 27.5],
  ])("served %s", (_how, terms, usd) => {
    expect(read(answer({ output_tokens: 1_000_000, ...terms })).cost).toBeCloseTo(usd, 9);
  });
});
