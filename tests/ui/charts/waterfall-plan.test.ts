import { describe, expect, it } from "vitest";
import { planWaterfall, type WaterfallBar, type WaterfallProps } from "../../../src/ui/charts/waterfall-plan.ts";

const SIZE = { width: 640, height: 300 };
const bar = (label: string, kind: WaterfallBar["kind"], [from, to]: readonly [number, number]): WaterfallBar => ({
  label,
  kind,
  from,
  to,
  text: `$${Math.abs(to - from)}`,
});

const BARS = [
  bar("Today", "bill", [0, 100]),
  bar("Routing", "change", [100, 40]),
  bar("Batch", "off", [40, 40]),
  bar("Caching", "change", [40, 60]),
  bar("Optimised", "bill", [0, 60]),
];

function propsOf(bars: readonly WaterfallBar[]): WaterfallProps {
  return {
    bars,
    parts: [
      { name: "Bill", mark: 1 },
      { name: "Saves", mark: 4 },
      { name: "Costs more", mark: 2 },
    ],
    formatValue: (value) => `$${value}`,
    valueLabel: "US$ a month",
  };
}

describe("the plan of a waterfall", () => {
  it("lets each bar begin where the one before it ended", () => {
    const { box, bars } = planWaterfall(propsOf(BARS), SIZE);
    const at = (value: number) => box.left + (value / 100) * box.width;
    // The axis ends on 100
    const ends = bars.map(({ left, right }) => [left, right]);
    const wanted = [
      [at(0), at(100)],
      [at(40), at(100)],
      [at(40), at(40)],
      [at(40), at(60)],
      [at(0), at(60)],
    ];
    ends.flat().forEach((end, index) => {
      expect(end).toBeCloseTo(wanted.flat()[index] ?? Number.NaN, 9);
    });
  });

  it("draws bills, savings and costs as parts of their own, and nothing for what is off", () => {
    expect(planWaterfall(propsOf(BARS), SIZE).bars.map(({ part }) => part)).toEqual([0, 1, null, 2, 0]);
  });

  it("joins each end to the next start, through the middle of a bar that is off", () => {
    const { box, band, thickness, connectors } = planWaterfall(propsOf(BARS), SIZE);
    const middle = (index: number) => box.top + (index + 0.5) * band;
    expect(connectors).toHaveLength(4);
    expect(connectors[1]?.x).toBeCloseTo(box.left + 0.4 * box.width, 9);
    expect(connectors[1]?.top).toBeCloseTo(middle(1) + thickness / 2, 9);
    expect(connectors[1]?.bottom).toBeCloseTo(middle(2), 9);
    expect(connectors[2]?.top).toBeCloseTo(middle(2), 9);
    expect(connectors[2]?.bottom).toBeCloseTo(middle(3) - thickness / 2, 9);
  });

  it("joins nothing to a change that stands by itself", () => {
    const alone = [bar("Today", "bill", [0, 100]), bar("Routing", "alone", [100, 40]), bar("Optimised", "bill", [0, 100])];
    expect(planWaterfall(propsOf(alone), SIZE).connectors).toEqual([]);
  });

  it("keeps bars and their texts inside a drawing for the narrowest phone", () => {
    const { bars, box } = planWaterfall(propsOf(BARS), { width: 254, height: 300 });
    expect(box.left).toBeLessThanOrEqual(0.4 * 254);
    for (const { right } of bars) expect(right).toBeLessThanOrEqual(box.left + box.width + 1e-9);
    // "$100" is about 35 pixels wide
    expect(box.left + box.width).toBeLessThanOrEqual(254 - 30);
  });

  it("has an axis even where every bill is nothing, or there is no bar", () => {
    expect(planWaterfall(propsOf([bar("Today", "bill", [0, 0])]), SIZE).scale).toEqual({ domain: [0, 1], ticks: [0] });
    expect(planWaterfall(propsOf([]), SIZE).bars).toEqual([]);
  });

  it.each([Number.NaN, Infinity, -1])("refuses %s and says where it stood", (end) => {
    expect(() => planWaterfall(propsOf([bar("Routing", "change", [10, end])]), SIZE)).toThrow(/Routing/);
  });
});
