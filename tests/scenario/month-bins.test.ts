import { describe, expect, it } from "vitest";
import { binsOf } from "../../src/scenario/month-bins.ts";

/** The bins of these months, from the cheapest to the dearest; the tails are the first and the last. */
function bins(...months: readonly number[]): ReturnType<typeof binsOf> {
  return binsOf({ months: Float64Array.from(months), p10: months[0] ?? 0, p90: months.at(-1) ?? 0 });
}

/** The first edge and the width of the bins inside. */
function edgesOf(least: number, most: number): readonly (number | null)[] {
  const all = bins(least, most);
  const inner = all.slice(1, -1).map(({ from, to }) => (to ?? 0) - (from ?? 0));
  const [width = 0] = inner;
  for (const each of inner) expect(each).toBeCloseTo(width, 9);
  return [all[0]?.to ?? null, Number(width.toFixed(9)), all.length];
}

describe("bins are 1, 2 or 5 times a power of ten wide", () => {
  it.each([
    // A fourteenth of the span, up to the next round width; edges are whole widths above the least, the most's own among them.
    { span: 1.4, width: 0.1, first: 100.1, count: 15 },
    { span: 14, width: 1, first: 101, count: 15 },
    // 1.007 → 2: edges 102, 104 … 114
    { span: 14.1, width: 2, first: 102, count: 8 },
    { span: 28, width: 2, first: 102, count: 15 },
    // 2.007 → 5: 105, 110 … 125
    { span: 28.1, width: 5, first: 105, count: 6 },
    { span: 70, width: 5, first: 105, count: 15 },
    // 5.007 → 10: 110, 120 … 170
    { span: 70.1, width: 10, first: 110, count: 8 },
    { span: 140, width: 10, first: 110, count: 15 },
    // 200 → 200: 200, 400 … 2,800
    { span: 2_800, width: 200, first: 200, count: 15 },
    { span: 28_000, width: 2_000, first: 2_000, count: 15 },
  ])("over $span dollars from $100: $width from $first on, $count of them", ({ span, width, first, count }) => {
    expect(edgesOf(100, 100 + span)).toEqual([first, width, count]);
  });
});

describe("months that differ by less than their digits say", () => {
  it("are in one bin up to a billionth of the dearest, in several above it", () => {
    // A billionth of 1,000 is 0.000001.
    expect(bins(1_000, 1_000.000_000_9)).toEqual([{ from: null, to: null, cheapest: 0, middle: 1, dearest: 0 }]);
    expect(bins(1_000, 1_000.000_002).length).toBeGreaterThan(5);
  });
});

describe("half a hundredth of the months at either end", () => {
  it("does not stretch the axis: of 1,000 the sixth and the 995th do", () => {
    // Five months at nothing, 990 from 100 to 114, five at a million.
    const middle = Array.from({ length: 990 }, (_, index) => 100 + (14 * index) / 989);
    const months = [...Array(5).fill(0), ...middle, ...Array(5).fill(1_000_000)];
    const all = binsOf({ months: Float64Array.from(months), p10: 100, p90: 114 });
    expect([all.length, all[0]?.to, all.at(-1)?.from]).toEqual([15, 101, 114]);
    // Those ends are counted all the same, in the first and the last bin; beside the last month of the middle.
    expect(all[0]?.cheapest).toBeCloseTo(0.005, 12);
    expect(all.at(-1)).toMatchObject({ middle: 0.001, dearest: 0.005 });
  });

  it("is stretched to by one month more", () => {
    const months = [...Array(6).fill(0), ...Array(994).fill(100)];
    expect(bins(...months)[0]?.to).toBe(10);
  });
});
