import { describe, expect, it } from "vitest";
import {
  columnAt,
  planSessionTurns,
  type SessionTurnsProps,
  topOf,
  turnRows,
} from "../../../src/ui/charts/session-turns-plan.ts";

const SIZE = { width: 640, height: 280 };

const column = (index: number, parts: readonly number[], signs: readonly number[] = []) => ({
  label: `Request ${index + 1}`,
  parts,
  notes: [],
  signs,
});

const TURNS: SessionTurnsProps = {
  columns: [column(0, [0, 50]), column(1, [50, 20], [0]), column(2, [70, 30], [1]), column(3, [40, 10])],
  parts: [
    { name: "Read", mark: 1 },
    { name: "Written", mark: 2 },
  ],
  signs: [
    { name: "Cache gone", form: "triangle" },
    { name: "Compaction", form: "diamond" },
    { name: "/clear", form: "ring" },
  ],
  requests: 4,
  requestsPerColumn: 1,
  xLabel: "request",
  yLabel: "tokens",
  formatX: String,
  formatY: String,
};

describe("planSessionTurns", () => {
  it("ends the axis on a tick at or above the largest prompt, 70 + 30", () => {
    expect(planSessionTurns(TURNS, SIZE).yScale.domain).toEqual([0, 100]);
  });

  it("gives each column the same room, and its middle the number of its request", () => {
    const { box, band, xScale } = planSessionTurns(TURNS, SIZE);
    expect(band * 4).toBeCloseTo(box.width, 9);
    // Half a request before the first and after the last.
    expect(xScale).toEqual({ domain: [0.5, 4.5], ticks: [1, 2, 3, 4] });
  });

  it("names whole requests only, however few there are", () => {
    for (const requests of [1, 2, 3, 7, 99])
      expect(planSessionTurns({ ...TURNS, requests }, SIZE).xScale.ticks.every(Number.isInteger)).toBe(true);
  });

  it("lets a last column that stands for fewer requests take the room of a whole one", () => {
    const { xScale } = planSessionTurns({ ...TURNS, requests: 7, requestsPerColumn: 2 }, SIZE);
    expect(xScale.domain).toEqual([0.5, 8.5]);
    expect(Math.max(...xScale.ticks)).toBeLessThanOrEqual(7);
  });

  it("leaves gaps between columns of 5 px and more, and none between thinner ones", () => {
    const wide = planSessionTurns(TURNS, SIZE);
    expect(wide.thickness).toBeLessThan(wide.band);
    const columns = Array.from({ length: 100 }, (_, index) => column(index, [1, 1]));
    const narrow = planSessionTurns({ ...TURNS, columns, requests: 100 }, { ...SIZE, width: 320 });
    expect(narrow.band).toBeLessThan(5);
    expect(narrow.thickness).toBe(narrow.band);
  });

  it("keeps a row for each kind of sign that occurs, and none for one that does not", () => {
    const { lanes, box } = planSessionTurns(TURNS, SIZE);
    expect(lanes.map(({ sign }) => sign)).toEqual([0, 1]);
    expect(new Set(lanes.map(({ y }) => y)).size).toBe(2);
    expect(Math.max(...lanes.map(({ y }) => y))).toBeLessThan(box.top);
    const plain = { ...TURNS, columns: TURNS.columns.map((one) => ({ ...one, signs: [] })) };
    expect(planSessionTurns(plain, SIZE).box.top).toBeLessThan(box.top);
  });

  it("puts a sign over the middle of its column, its name beside it where there is room", () => {
    const plan = planSessionTurns(TURNS, SIZE);
    expect(plan.lanes[0]?.at).toEqual([topOf(plan, 1).x]);
    expect(plan.lanes[0]?.labelX).toBeGreaterThan(topOf(plan, 1).x);
  });

  it("leaves the name to the legend where signs stand too near to each other", () => {
    const columns = Array.from({ length: 100 }, (_, index) => column(index, [1, 1], [0]));
    expect(planSessionTurns({ ...TURNS, columns, requests: 100 }, SIZE).lanes[0]?.labelX).toBeNull();
  });

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY])("refuses a part of %j tokens and names column and part", (tokens) => {
    const columns = [column(0, [tokens, 0])];
    expect(() => planSessionTurns({ ...TURNS, columns }, SIZE)).toThrow(/Request 1: Read/);
  });

  it("refuses a column that lacks a part", () => {
    expect(() => planSessionTurns({ ...TURNS, columns: [column(0, [1])] }, SIZE)).toThrow(/Request 1/);
  });

  it("plans prompts of nothing", () => {
    const plan = planSessionTurns({ ...TURNS, columns: [column(0, [0, 0])], requests: 1 }, SIZE);
    expect(plan.yScale).toEqual({ domain: [0, 1], ticks: [0] });
    expect(topOf(plan, 0).y).toBe(plan.box.top + plan.box.height);
  });
});

describe("columnAt", () => {
  const plan = planSessionTurns(TURNS, SIZE);
  const { left, width } = plan.box;

  it.each([
    { where: "left of the plot", x: left - 1, at: null },
    { where: "at its left edge", x: left, at: 0 },
    { where: "just inside its right edge", x: left + width - 0.01, at: 3 },
    { where: "right of the plot", x: left + width + 0.01, at: null },
  ])("is $at $where", ({ x, at }) => {
    expect(columnAt(plan, x)).toBe(at);
  });

  it("finds each column at its own middle", () => {
    expect([0, 1, 2, 3].map((index) => columnAt(plan, topOf(plan, index).x))).toEqual([0, 1, 2, 3]);
  });
});

describe("turnRows", () => {
  it("puts each part on top of those before it, as shares of the axis: 70 and 70 + 30 of 100", () => {
    const plan = planSessionTurns(TURNS, SIZE);
    expect(turnRows(TURNS, plan)[2]).toEqual({ x: 0.625, tops: [0.7, 1] });
  });
});
