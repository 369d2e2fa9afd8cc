import { describe, expect, it } from "vitest";
import { DEFAULT_PROFILE, DEFAULT_SCENARIO, DEFAULT_SIMULATED, DEFAULT_TOTALS } from "../../src/scenario/defaults.ts";
import { quantise, RANGES, type RangedField } from "../../src/scenario/ranges.ts";

describe("a value is brought into its range and onto its step", () => {
  it.each([
    ["below the least", { least: 1, most: 31, decimals: 1 }, 0.9, 1],
    ["the least", { least: 1, most: 31, decimals: 1 }, 1, 1],
    ["the most", { least: 1, most: 31, decimals: 1 }, 31, 31],
    ["above the most", { least: 1, most: 31, decimals: 1 }, 31.1, 31],
    ["between two steps, nearer the lower", { least: 0, most: 1, decimals: 1 }, 0.24, 0.2],
    ["between two steps, nearer the upper", { least: 0, most: 1, decimals: 1 }, 0.26, 0.3],
    ["a whole number", { least: 0, most: 10, decimals: 0 }, 2.6, 3],
    ["a millionth", { least: 0, most: 1, decimals: 6 }, 0.000_001_4, 0.000_001],
    ["the greatest number there is", { least: 0, most: 1e11, decimals: 0 }, Number.MAX_VALUE, 1e11],
  ])("%s", (_why, range, value, expected) => {
    expect(quantise(range, value)).toBe(expected);
  });

  it.each([Number.NaN, Infinity, -Infinity])("%d is no value", (value) => {
    expect(() => quantise(RANGES.developers, value)).toThrow(RangeError);
  });
});

describe("the ranges", () => {
  const names = Object.keys(RANGES) as RangedField[];

  it.each(names)("%s: its ends lie on its step, and links can write them (12 digits, 6 decimals)", (name) => {
    const { least, most, decimals } = RANGES[name];
    expect(least).toBeLessThan(most);
    for (const end of [least, most]) {
      expect(quantise(RANGES[name], end)).toBe(end);
      expect(String(end)).toMatch(/^\d{1,12}(\.\d{1,6})?$/);
    }
    expect(decimals).toBeLessThanOrEqual(6);
  });

  it("hold every default", () => {
    const defaults = { ...DEFAULT_SCENARIO, ...DEFAULT_PROFILE, ...DEFAULT_TOTALS, ...DEFAULT_SIMULATED } as Record<
      string,
      unknown
    >;
    const numbers = names.filter((name) => typeof defaults[name] === "number");
    expect(numbers.length).toBeGreaterThan(15);
    for (const name of numbers) expect(quantise(RANGES[name], defaults[name] as number)).toBe(defaults[name]);
  });
});
