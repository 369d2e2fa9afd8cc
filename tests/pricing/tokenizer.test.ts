import { describe, expect, it } from "vitest";
import { scaleSession, scaleUsage, tokenScale } from "../../src/pricing/tokenizer.ts";
import { SMALL } from "./any-session.ts";

describe("the same text makes more tokens from Opus 4.7 on", () => {
  it.each([
    ["before-4.7", "from-4.7", 1.3],
    ["from-4.7", "before-4.7", 1 / 1.3],
    ["before-4.7", "before-4.7", 1],
    ["from-4.7", "from-4.7", 1],
  ] as const)("from %s to %s: times %d", (stated, used, scale) => {
    expect(tokenScale(stated, used, 1.3)).toBe(scale);
  });

  it("by 1 nothing changes in either direction", () => {
    expect(tokenScale("before-4.7", "from-4.7", 1)).toBe(1);
    expect(tokenScale("from-4.7", "before-4.7", 1)).toBe(1);
  });
});

describe("counts are scaled class by class and rounded to whole tokens", () => {
  it("1.3 times 1, 2, 3 and 5; halves go up", () => {
    // 1.3, 2.6, 3.9, 6.5.
    const scaled = scaleUsage({ input: 1, cacheWrite5m: 2, cacheWrite1h: 3, cacheRead: 5, output: 0 }, 1.3);
    expect(scaled).toEqual({ input: 1, cacheWrite5m: 3, cacheWrite1h: 4, cacheRead: 7, output: 0, webSearches: 0 });
  });

  it("divided by 1.3: 1,300 are 1,000 again", () => {
    expect(scaleUsage({ output: 1_300 }, 1 / 1.3).output).toBe(1_000);
  });

  it("web searches are no tokens", () => {
    expect(scaleUsage({ webSearches: 7, input: 10 }, 1.3)).toMatchObject({ webSearches: 7, input: 13 });
  });
});

describe("a session is scaled before it runs", () => {
  it("in the sizes of its text, not in its limit, its breaks or the share that is kept", () => {
    const shape = { ...SMALL, warmPromptTokens: 400, pauses: { minutes: 2, hours: 1 }, prefixChanges: 3, compactAtTokens: 9_000 };
    // 1.3 × 1,000, 100, 50, 400, 200.
    expect(scaleSession(shape, 1.3)).toEqual({
      ...shape,
      basePromptTokens: 1_300,
      inputGrowthPerRequest: 130,
      outputPerRequest: 65,
      warmPromptTokens: 520,
      summaryTokens: 260,
    });
  });

  it("in what is read once, at the same request: 1.3 × 1,001 = 1,301.3", () => {
    const extraInput = { tokens: 1_001, request: 7 };
    expect(scaleSession({ ...SMALL, extraInput }, 1.3).extraInput).toEqual({ tokens: 1_301, request: 7 });
    expect(scaleSession({ ...SMALL, clearAfterRequests: 30 }, 1.3)).toMatchObject({ requests: 4, clearAfterRequests: 30 });
  });

  it("to whole tokens: 1.3 × 55 = 71.5 is 72", () => {
    expect(scaleSession({ ...SMALL, outputPerRequest: 55 }, 1.3).outputPerRequest).toBe(72);
  });

  it("by 1 stays what it is", () => {
    expect(scaleSession(SMALL, 1)).toEqual(SMALL);
  });
});
