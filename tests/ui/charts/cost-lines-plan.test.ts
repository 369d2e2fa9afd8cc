import { describe, expect, it } from "vitest";
import {
  bandLow,
  bandPath,
  type CostLinesProps,
  costAt,
  lineRows,
  pixelOf,
  planCostLines,
} from "../../../src/ui/charts/cost-lines-plan.ts";

const SIZE = { width: 640, height: 280 };

const LINES: CostLinesProps = {
  series: [
    {
      name: "API",
      mark: 1,
      points: [
        { x: 0, y: 0 },
        { x: 20, y: 400 },
      ],
    },
    {
      name: "Max",
      mark: 2,
      points: [
        { x: 0, y: 100 },
        { x: 10, y: 100 },
        { x: 20, y: 300 },
      ],
    },
  ],
  crossings: [{ x: 5, label: "5 a day" }],
  xLabel: "sessions a day",
  yLabel: "US$ a month",
  formatX: String,
  formatY: (y) => `$${y}`,
};

describe("costAt", () => {
  const bent = [
    { x: 0, y: 100 },
    { x: 10, y: 100 },
    { x: 20, y: 300 },
  ];

  it.each([
    { why: "level before the limit", x: 9, cost: 100 },
    { why: "at the limit itself", x: 10, cost: 100 },
    { why: "half way up after it: 100 + 5 × 20", x: 15, cost: 200 },
    { why: "level beyond the last point", x: 30, cost: 300 },
    { why: "level before the first point", x: -1, cost: 100 },
  ])("is $cost $why", ({ x, cost }) => {
    expect(costAt(bent, x)).toBe(cost);
  });

  it("is unknown, not 0, for a line without points", () => {
    expect(costAt([], 1)).toBeNull();
  });
});

describe("planCostLines", () => {
  it("ends the x axis at the farthest point and the y axis on a tick above the highest", () => {
    const plan = planCostLines(LINES, SIZE);
    expect(plan.x).toEqual([0, 20]);
    expect(plan.y).toEqual([0, 400]);
  });

  it("makes room for the high end of a band", () => {
    const bands = [{ name: "Max", mark: 3 as const, points: [{ x: 20, low: 300, high: 410 }] }];
    expect(planCostLines({ ...LINES, bands }, SIZE).y[1]).toBeGreaterThan(410);
  });

  it("can be read at ticks, bends and crossings, each once", () => {
    const { stops } = planCostLines(LINES, SIZE);
    expect(stops).toEqual([...new Set(stops)].sort((a, b) => a - b));
    expect(stops).toEqual(expect.arrayContaining([0, 5, 10, 20]));
  });

  it("keeps names at line ends 15 px apart although both lines end at the same cost", () => {
    const same = LINES.series.map((one) => ({ ...one, points: [{ x: 20, y: 400 }] }));
    const [first, second] = planCostLines({ ...LINES, series: same }, SIZE).ends;
    expect((second?.y ?? 0) - (first?.y ?? 0)).toBe(15);
  });

  it("puts crossing labels that would touch into lanes of their own", () => {
    const crossings = [
      { x: 5, label: "Pro 5.0" },
      { x: 5.1, label: "Max 5.1" },
      { x: 15, label: "Ultra 15" },
    ];
    const [pro, max, ultra] = planCostLines({ ...LINES, crossings }, SIZE).crossings;
    expect(max?.labelY).toBe((pro?.labelY ?? 0) - 15);
    expect(ultra?.labelY).toBe(pro?.labelY);
  });

  it("leaves out a crossing beyond the axis", () => {
    expect(planCostLines({ ...LINES, crossings: [{ x: 20.1, label: "far" }] }, SIZE).crossings).toEqual([]);
  });

  it.each([
    { what: "a cost that is no number", series: [{ name: "API", mark: 1 as const, points: [{ x: 0, y: Number.NaN }] }] },
    { what: "a negative x", series: [{ name: "API", mark: 1 as const, points: [{ x: -1, y: 0 }] }] },
  ])("refuses $what and names the line", ({ series }) => {
    expect(() => planCostLines({ ...LINES, series }, SIZE)).toThrow(/API/);
  });

  it.each([[[]], [[{ name: "API", mark: 1 as const, points: [{ x: 0, y: 0 }] }]]])(
    "plans a drawing without a length (%#)",
    (series) => {
      const plan = planCostLines({ ...LINES, series, crossings: [] }, SIZE);
      expect(plan.x).toEqual([0, 1]);
      expect(plan.y).toEqual([0, 1]);
    },
  );
});

describe("a band", () => {
  const BAND = {
    name: "Max",
    mark: 3 as const,
    points: [
      { x: 10, low: 100, high: 100 },
      { x: 20, low: 200, high: 300 },
    ],
  };

  it("goes out along its high end and back along its low one", () => {
    const plan = planCostLines({ ...LINES, bands: [BAND] }, SIZE);
    const at = (x: number, y: number) => {
      const pixel = pixelOf(plan, { x, y });
      return `${pixel.x} ${pixel.y}`;
    };
    expect(bandPath(BAND, plan)).toBe(`M${at(10, 100)}L${at(20, 300)}L${at(20, 200)}L${at(10, 100)}Z`);
  });

  it("says the least between its ends and nothing outside of them: half way from 100 to 200 it is 150", () => {
    expect(bandLow(BAND, 15)).toBe(150);
    expect(bandLow(BAND, 9.9)).toBeNull();
    expect(bandLow(BAND, 20.1)).toBeNull();
  });

  it("is refused by name where a point is no number", () => {
    const bands = [{ ...BAND, points: [{ x: 0, low: Number.NaN, high: 1 }] }];
    expect(() => planCostLines({ ...LINES, bands }, SIZE)).toThrow(/Max, band: low/);
  });
});

describe("lineRows", () => {
  it("gives every line's share of the axis at each bend of any: at x = 10 the API costs 200 of 400, Max 100 of 400", () => {
    const rows = lineRows(LINES, planCostLines(LINES, SIZE));
    expect(rows).toEqual([
      { x: 0, costs: [0, 0.25] },
      { x: 0.5, costs: [0.5, 0.25] },
      { x: 1, costs: [1, 0.75] },
    ]);
  });

  it("has no cost where a line does not reach", () => {
    const short = [
      {
        name: "Pro",
        mark: 1 as const,
        points: [
          { x: 0, y: 20 },
          { x: 5, y: 20 },
        ],
      },
      ...LINES.series,
    ];
    const rows = lineRows({ ...LINES, series: short }, planCostLines({ ...LINES, series: short }, SIZE));
    expect(rows.map(({ costs }) => costs[0])).toEqual([0.05, 0.05, null, null]);
  });
});

describe("pixelOf", () => {
  const scales = { box: { left: 50, top: 20, width: 100, height: 200 }, x: [0, 10], y: [0, 40] } as const;

  it("finds a point: half of the width, a quarter of the height above the ground", () => {
    expect(pixelOf(scales, { x: 5, y: 10 })).toEqual({ x: 100, y: 170 });
  });

  it("keeps a point at the edge that the drawing does not reach yet", () => {
    expect(pixelOf(scales, { x: 11, y: 50 })).toEqual({ x: 150, y: 20 });
  });
});
