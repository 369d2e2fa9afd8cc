import { describe, expect, it } from "vitest";
import { linearStops, logStops, nearestStop } from "../../src/ui/stops.ts";

describe("stops on a log scale", () => {
  it("go 1, 2, 5 through the decades, exactly", () => {
    expect(logStops(1_000, 10_000)).toEqual([1_000, 2_000, 5_000, 10_000]);
    // Four decades of three, and the last end: 4 × 3 + 1 = 13.
    expect(logStops(1_000, 10_000_000)).toHaveLength(13);
  });

  it("go finer by E6, and still end to end in 24 presses", () => {
    // Four decades of six, and the last end: 4 × 6 + 1 = 25.
    const stops = logStops(1_000, 10_000_000, { series: "E6" });
    expect(stops).toHaveLength(25);
    expect(stops.slice(0, 8)).toEqual([1_000, 1_500, 2_200, 3_300, 4_700, 6_800, 10_000, 15_000]);
  });

  it("include ends that are not of the series", () => {
    expect(logStops(300, 2_500)).toEqual([300, 500, 1_000, 2_000, 2_500]);
    expect(logStops(0.5, 3)).toEqual([0.5, 1, 2, 3]);
  });

  it("refuse ends that cannot be, and more than 25 stops", () => {
    for (const [from, to] of [
      [0, 10],
      [-1, 10],
      [10, 10],
      [10, 1],
      [1, Number.POSITIVE_INFINITY],
      [Number.NaN, 5],
    ] as const)
      expect(() => logStops(from, to)).toThrow(RangeError);
    // One more decade of E6 than 25 stops hold.
    expect(() => logStops(100, 10_000_000, { series: "E6" })).toThrow(RangeError);
  });
});

describe("stops at equal distances", () => {
  it("have no float's error", () => {
    // 3 * 0.1 is 0.30000000000000004.
    expect(linearStops(0, 0.5, { step: 0.1 })).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
    expect(linearStops(0, 24, { step: 1 })).toHaveLength(25);
  });

  it("refuse a distance that does not divide, and more than 25 stops", () => {
    expect(() => linearStops(0, 10, { step: 3 })).toThrow(RangeError);
    expect(() => linearStops(0, 10, { step: 0 })).toThrow(RangeError);
    expect(() => linearStops(0, 25, { step: 1 })).toThrow(RangeError);
  });
});

describe("the nearest stop", () => {
  it.each([
    [4_000, 2],
    [999, 0],
    [1_000, 0],
    // Halfway from 1,000 to 2,000 is 1,500.
    [1_499, 0],
    [1_500, 1],
    [1_501, 1],
    [5_000, 2],
    [9_999_999, 2],
    [0, 0],
  ])("to %d has index %d", (value, index) => {
    expect(nearestStop([1_000, 2_000, 5_000], value)).toBe(index);
  });
});
