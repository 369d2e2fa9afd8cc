import { describe, expect, it } from "vitest";
import { readLogFiles } from "../../src/usage-import/import-files.ts";
import type { MeasuredLog } from "../../src/usage-import/measured-log.ts";
import { breakEvenShare } from "../../src/usage-import/needs-under.ts";
import { type LineFields, logLine } from "./log-lines.ts";

const PAIR = { model: "claude-opus-5-5", against: "claude-sonnet-5-5" };

function measured(lines: readonly LineFields[]): MeasuredLog {
  return readLogFiles([{ path: "a", text: lines.map((line, index) => logLine({ id: `msg_${index}`, ...line })).join("\n") }]);
}

describe("the share of tokens under which the dearer model is cheaper", () => {
  it("is the other's cost over its own", () => {
    // Input 2 of 4; reads 0.10 of 0.20: half, whatever the mixture, from 2026-10-07 on.
    const usage = { input_tokens: 1_000, cache_read_input_tokens: 90_000, output_tokens: 7 };
    expect(breakEvenShare(measured([{ usage }]), PAIR)).toBeCloseTo(0.5, 12);
    // Before that day Sonnet 5.5's reads cost 0.20, as much as Opus 5.5's: (0.002 + 0.018) ÷ (0.004 + 0.018), without output.
    const before = { at: "2026-10-06T12:00:00Z", usage: { input_tokens: 1_000, cache_read_input_tokens: 90_000 } };
    expect(breakEvenShare(measured([before]), PAIR)).toBeCloseTo(20 / 22, 12);
  });

  it("above 1 the model is cheaper even with more tokens", () => {
    expect(breakEvenShare(measured([{}]), { model: PAIR.against, against: PAIR.model })).toBeCloseTo(2, 12);
  });

  it("takes each request's tier by its own prompt", () => {
    // Haiku 5.5 above 100,000 costs 0.50 instead of 0.10: (0.01 + 0.100_002 × 0.5) ÷ 200,001 tokens at 2.
    const lines = [{ usage: { input_tokens: 100_000 } }, { usage: { input_tokens: 100_002 } }];
    const share = breakEvenShare(measured(lines), { model: "claude-sonnet-5-5", against: "claude-haiku-5-5" });
    expect(share).toBeCloseTo((0.01 + 0.050_001) / 0.400_004, 12);
  });

  it("leaves web searches and unknown models out", () => {
    const usage = { input_tokens: 1_000, server_tool_use: { web_search_requests: 50 } };
    expect(breakEvenShare(measured([{ usage }, { model: "somebody's-model" }]), PAIR)).toBeCloseTo(0.5, 12);
  });

  it("is null where there is nothing to compare", () => {
    expect(breakEvenShare(measured([]), PAIR)).toBeNull();
    expect(breakEvenShare(measured([{ model: "somebody's-model" }]), PAIR)).toBeNull();
    const usage = { cache_read_input_tokens: 1_000 };
    expect(breakEvenShare(measured([{ usage }]), { ...PAIR, against: "claude-mythos-preview" })).toBeNull();
    expect(() => breakEvenShare(measured([{}]), { ...PAIR, model: "claude-opus-9" })).toThrow(RangeError);
  });
});
