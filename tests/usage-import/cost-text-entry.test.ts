import { describe, expect, it } from "vitest";
import { looksLikeModelLine, readModelLine } from "../../src/usage-import/cost-text-entry.ts";

describe("a model's line", () => {
  it("says each class with half of its last digit, and the dollars with half of theirs", () => {
    // 1.2k is known to 100 tokens, 7.4m to 100,000, 1.25b to 10,000,000; a count without a letter is exact.
    expect(readModelLine("claude-x:1.2kinput,999output,7.4mcacheread,1.25bcachewrite,2websearch($0.0312)")).toEqual({
      model: "claude-x",
      usage: { input: 1_200, output: 999, cacheRead: 7_400_000, cacheWrite5m: 1_250_000_000, cacheWrite1h: 0, webSearches: 2 },
      slack: { input: 50, output: 0, cacheRead: 50_000, cacheWrite5m: 5_000_000 },
      usd: { usd: 0.0312, slackUsd: expect.closeTo(0.00005, 12) },
    });
  });

  it("of an old version has neither searches nor dollars", () => {
    // 2k without a decimal is known to 1,000 tokens.
    expect(readModelLine("claude-x:2Kinput,0output,0cacheread,0cachewrite")).toEqual({
      model: "claude-x",
      usage: { input: 2_000, output: 0, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, webSearches: 0 },
      slack: { input: 500, output: 0, cacheRead: 0, cacheWrite5m: 0 },
      usd: null,
    });
  });

  it("may write several searches, and dollars that cannot be read are none", () => {
    const read = readModelLine("claude-x:1input,1output,0cacheread,0cachewrite,3websearches($1.2.3)");
    expect(read).toMatchObject({ usage: { webSearches: 3 }, usd: null });
  });

  it.each([
    "claude-x:1.5input,1output,1cacheread,1cachewrite,1websearch",
    "claude-x:1input,1.5output,1cacheread,1cachewrite,1websearch",
    "claude-x:1input,1output,1.5cacheread,1cachewrite,1websearch",
    "claude-x:1input,1output,1cacheread,1.5cachewrite,1websearch",
    "claude-x:1input,1output,1cacheread,1cachewrite,1.5websearch",
    "claude-x:1.2.3input,1output,1cacheread,1cachewrite",
  ])("with a count that is no whole number is none: %s", (line) => {
    expect(readModelLine(line)).toBeNull();
    expect(looksLikeModelLine(line)).toBe(true);
  });

  it.each([
    ["claude-x:-5input,", true],
    ["claude-x:input,", true],
    ["claude-x:1output,", false],
    ["claude-xinput,", false],
    [`${"x".repeat(200)}:-5input,`, true],
    [`${"x".repeat(201)}:-5input,`, false],
    [`claude-x:${"5".repeat(60)}input,`, true],
    [`claude-x:${"5".repeat(61)}input,`, false],
  ])("%s wants to be one: %s", (line, wants) => {
    expect(looksLikeModelLine(line)).toBe(wants);
  });
});
