import { describe, expect, it } from "vitest";
import {
  formatCount,
  formatExact,
  formatPercent,
  formatTokens,
  formatTokensShort,
  speakCount,
} from "../../src/ui/format-count.ts";

describe("tokens", () => {
  it.each([
    [1_500, "1,500", "1.5K"],
    [0, "0", "0"],
    [999, "999", "999"],
    [220_000, "220,000", "220K"],
    [123_456, "123,456", "123K"],
    // Three digits of 999,499 are 999K; of 999,500 they are 1,000K, which is 1M.
    [999_499, "999,499", "999K"],
    [999_500, "999,500", "1M"],
    [2_050_000, "2,050,000", "2.05M"],
    [1_234_567_890, "1,234,567,890", "1.23B"],
  ])("%d", (tokens, exact, short) => {
    expect(formatTokens(tokens)).toBe(exact);
    expect(formatTokensShort(tokens)).toBe(short);
  });

  it("are spoken in words", () => {
    expect(speakCount(220_000)).toBe("220 thousand");
    expect(speakCount(2_050_000)).toBe("2.05 million");
  });
});

describe("a count", () => {
  it.each([
    [9.254, "9.25"],
    [3, "3"],
    [1.5, "1.5"],
    [99.994, "99.99"],
    [99.995, "100"],
    [100.4, "100"],
    [1_234_567, "1,234,567"],
    [0, "0"],
    [0.0049, "<0.01"],
    [0.005, "0.01"],
    [-2.5, "−2.5"],
  ])("of %d reads %s", (count, text) => {
    expect(formatCount(count)).toBe(text);
  });

  it("to be edited is shown as it is", () => {
    expect(formatExact(1_234.5)).toBe("1,234.5");
    expect(formatExact(0.000123)).toBe("0.000123");
  });
});

describe("a share", () => {
  it.each([
    [0.456, "46%"],
    [0, "0%"],
    [0.0049, "<1%"],
    [0.005, "1%"],
    [0.994, "99%"],
    [0.995, ">99%"],
    [1, "100%"],
    [1.2, "120%"],
    [-0.25, "−25%"],
    [-0.001, "0%"],
  ])("of %d reads %s", (share, text) => {
    expect(formatPercent(share)).toBe(text);
  });
});

it("what is not a number is our mistake", () => {
  for (const format of [formatTokens, formatTokensShort, speakCount, formatCount, formatExact, formatPercent])
    expect(() => format(Number.NaN)).toThrow(RangeError);
});
