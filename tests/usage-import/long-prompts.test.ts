import { describe, expect, it } from "vitest";
import { readLogFiles } from "../../src/usage-import/import-files.ts";
import { type LongPrompts, longPrompts } from "../../src/usage-import/long-prompts.ts";
import { type LineFields, logLine } from "./log-lines.ts";

function promptsOf(lines: readonly LineFields[]): LongPrompts {
  const text = lines.map((fields, index) => logLine({ id: `msg_${index}`, ...fields })).join("\n");
  return longPrompts(readLogFiles([{ path: "a.jsonl", text }]));
}

const HAIKU = "claude-haiku-5-5";
const sent = (input: number, output = 0) => ({ input_tokens: input, output_tokens: output });

describe("requests over a tier", () => {
  it.each([
    [99_999, 0],
    [100_000, 0],
    [100_001, 1],
  ])("a prompt of %i on Haiku 5.5", (input, requests) => {
    expect(promptsOf([{ model: HAIKU, usage: sent(input) }]).overTier.map((tier) => tier.requests)).toEqual(
      requests === 0 ? [] : [1],
    );
  });

  it("cost what they cost, and what the standard tier would have", () => {
    const usage = { ...sent(100_000, 40_000), cache_read_input_tokens: 100_000 };
    // Above 100,000: (100,000 × 0.50 + 100,000 × 0.05 + 40,000 × 2.50) / 1e6 = 0.05 + 0.005 + 0.1; standard is a fifth of each rate.
    expect(promptsOf([{ model: HAIKU, usage }]).overTier).toEqual([
      { model: HAIKU, requests: 1, cost: expect.closeTo(0.155, 12), atStandard: expect.closeTo(0.031, 12) },
    ]);
  });

  it("keep batch, and web searches at their own price", () => {
    const usage = { ...sent(200_000), service_tier: "batch", server_tool_use: { web_search_requests: 2 } };
    // 200,000 × 0.50 / 2 a million = 0.05 against 200,000 × 0.10 / 2 = 0.01; two searches 0.02 either way.
    expect(promptsOf([{ model: HAIKU, usage }]).overTier).toEqual([
      { model: HAIKU, requests: 1, cost: expect.closeTo(0.07, 12), atStandard: expect.closeTo(0.03, 12) },
    ]);
  });

  it("are at the tier of their day: Sonnet 4.6 had one until 2026-03-12", () => {
    const line = (at: string) => ({ model: "claude-sonnet-4-6", at, usage: { ...sent(200_001, 1_000_000) } });
    const { overTier } = promptsOf([line("2026-03-12T12:00:00Z"), line("2026-03-13T12:00:00Z")]);
    // 200,001 × 6 + 1,000,000 × 22.50, and 200,001 × 3 + 1,000,000 × 15, a million.
    expect(overTier).toEqual([
      {
        model: "claude-sonnet-4-6",
        requests: 1,
        cost: expect.closeTo(23.700_006, 9),
        atStandard: expect.closeTo(15.600_003, 9),
      },
    ]);
  });

  it("come by model, the one whose tier cost most more first", () => {
    const { overTier } = promptsOf([
      { model: HAIKU, usage: sent(150_000) },
      { model: HAIKU, usage: sent(150_000) },
      { model: "claude-sonnet-4-6", at: "2026-02-20T12:00:00Z", usage: sent(300_000) },
    ]);
    // Sonnet 4.6: 0.9 more; Haiku 5.5: 2 × 150,000 × 0.40 a million = 0.12 more.
    expect(overTier.map(({ model, requests }) => [model, requests])).toEqual([
      ["claude-sonnet-4-6", 1],
      [HAIKU, 2],
    ]);
  });
});

it.each([
  [200_000, 0, 0],
  // $1 a million.
  [200_001, 1, 0.200_001],
])("a prompt of %i on a window of 200,000", (input, requests, cost) => {
  const { overWindow } = promptsOf([{ model: "claude-haiku-4-5", usage: sent(input) }]);
  expect(overWindow).toEqual({ requests, cost: expect.closeTo(cost, 12) });
});

it("without long prompts there is nothing", () => {
  expect(promptsOf([{}])).toEqual({ overTier: [], overWindow: { requests: 0, cost: 0 } });
});
