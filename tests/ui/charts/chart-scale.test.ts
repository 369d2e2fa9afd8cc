import { describe, expect, it } from "vitest";
import { niceScale, place, ticksWithin } from "../../../src/ui/charts/chart-scale.ts";

describe("niceScale", () => {
  it.each([
    { why: "37 in 4 steps of 9.25: the next nice step is 10", most: 37, about: 4, ticks: [0, 10, 20, 30, 40] },
    { why: "exactly on a tick, the axis ends there", most: 40, about: 4, ticks: [0, 10, 20, 30, 40] },
    { why: "just above 40 the steps must grow to 20", most: 40.1, about: 4, ticks: [0, 20, 40, 60] },
    { why: "0.6 / 3 = 0.2, without the dust of 3 × 0.2", most: 0.6, about: 3, ticks: [0, 0.2, 0.4, 0.6] },
    { why: "0.3 / 0.1 counts as 3 although it is 2.9999999999999996", most: 0.3, about: 3, ticks: [0, 0.1, 0.2, 0.3] },
    { why: "a fraction of a cent: 0.0031 / 2 = 0.00155, so 0.002", most: 0.0031, about: 2, ticks: [0, 0.002, 0.004] },
    { why: "millions: 4.2e6 / 4 = 1.05e6, so 2e6", most: 4_200_000, about: 4, ticks: [0, 2_000_000, 4_000_000, 6_000_000] },
    { why: "one step: 7 / 1 rounds up to 10", most: 7, about: 1, ticks: [0, 10] },
  ])("$why", ({ most, about, ticks }) => {
    expect(niceScale(most, about)).toEqual({ domain: [0, ticks.at(-1)], ticks });
  });

  it("keeps a length when everything costs nothing, and names only the 0", () => {
    expect(niceScale(0, 4)).toEqual({ domain: [0, 1], ticks: [0] });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1])("refuses %s", (most) => {
    expect(() => niceScale(most, 4)).toThrow(RangeError);
  });
});

describe("ticksWithin", () => {
  it("stops at the last tick inside: 12 / 3 = 4, so steps of 5, and 15 is outside", () => {
    expect(ticksWithin(12, 3)).toEqual([0, 5, 10]);
  });

  it("includes the end when it is a tick", () => {
    expect(ticksWithin(15, 3)).toEqual([0, 5, 10, 15]);
  });
});

describe("place", () => {
  it("puts the middle of the axis in the middle of the pixels, also when they run upwards", () => {
    expect(place(5, [0, 10], [100, 200])).toBe(150);
    expect(place(2.5, [0, 10], [200, 100])).toBe(175);
  });

  it("puts everything at the start of an axis of no length", () => {
    expect(place(5, [5, 5], [100, 200])).toBe(100);
  });
});
