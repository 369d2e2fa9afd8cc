import { describe, expect, it } from "vitest";
import { tokenizerGrowth, tokenSizes } from "../../src/rates/token-sizes.ts";

describe("how many tokens things take", () => {
  it.each([
    // 500–800 tokens for 100 lines; the middle is 650
    ["code-line", 5, 6.5, 8],
    // 1,333 for 1,000
    ["word", 1.333, 1.333, 1.333],
    // 1 for 4
    ["character", 0.25, 0.25, 0.25],
    ["system-prompt", 4_200, 4_250, 4_300],
    // low 15,000 − 4,300; used 15,500 − 4,250
    ["system-tools", 10_700, 11_250, 20_300],
    // (60,989 − 20,819) ÷ 88 = 456.5, down to whole tokens
    ["mcp-tool-full", 200, 456, 800],
    // (320 + 1,040) ÷ 2; high 500 + 5,000
    ["response-thinking", 320, 680, 5_500],
  ] as const)("%s: %d to %d to %d", (id, low, used, high) => {
    expect(tokenSizes[id]).toMatchObject({ id, low, used, high });
  });

  it("gives each with its value in the range, its source, period and origin", () => {
    for (const [id, size] of Object.entries({ ...tokenSizes, growth: tokenizerGrowth })) {
      expect(size.low, id).toBeGreaterThan(0);
      expect(size.used, id).toBeGreaterThanOrEqual(size.low);
      expect(size.high, id).toBeGreaterThanOrEqual(size.used);
      expect(size.source.length, id).toBeGreaterThan(20);
      expect(size.period, id).toMatch(/20\d\d/);
    }
  });

  it("says of an assumed size that it is assumed, and where sources disagree", () => {
    for (const id of ["markdown-line", "mcp-tool-deferred"] as const)
      expect(tokenSizes[id]).toMatchObject({ origin: "assumed", source: expect.stringMatching(/^assumed/) });
    for (const id of ["code-line", "word", "system-tools", "response-thinking"] as const)
      expect(tokenSizes[id].disagreement).not.toBeNull();
  });
});
