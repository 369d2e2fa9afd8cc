import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { CostLines } from "../../../src/ui/charts/cost-lines.tsx";
import { type CostLinesProps, costLinesScales } from "../../../src/ui/charts/cost-lines-plan.ts";
import { OwnPoint } from "../../../src/ui/charts/own-point.tsx";

const SIZE = { width: 640, height: 280 };
const NAMES = { labelledBy: "heading", describedBy: "takeaway" };

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
        { x: 20, y: 100 },
      ],
    },
  ],
  crossings: [{ x: 5, label: "Max 5 a day" }],
  xLabel: "sessions a day",
  yLabel: "US$ a month",
  formatX: String,
  formatY: (y) => `$${y}`,
  formatTick: (y) => `tick ${y}`,
};

const draw = (props: Partial<CostLinesProps> = {}) => render(<CostLines {...LINES} {...props} {...SIZE} {...NAMES} />);
const lines = (container: HTMLElement) => Array.from(container.querySelectorAll(".recharts-line path"));

describe("cost lines", () => {
  it("names each line, crossing and axis with its unit", () => {
    draw();
    for (const text of ["API", "Max", "Max 5 a day", "sessions a day", "US$ a month", "tick 400"]) {
      expect(screen.getByText(text)).toBeInTheDocument();
    }
  });

  it("tells lines apart by their dashes", () => {
    const dashes = lines(draw().container).map((line) => line.getAttribute("stroke-dasharray") ?? "");
    expect(dashes).toHaveLength(2);
    expect(new Set(dashes).size).toBe(2);
  });

  it("draws a line from corner to corner of the plot: 0 at no session, the highest cost at the farthest", () => {
    const { box } = costLinesScales({ props: LINES, ...SIZE });
    const [api] = lines(draw().container);
    const ends = (api?.getAttribute("d") ?? "").match(/[\d.]+ [\d.]+/g) ?? [];
    expect(ends[0]).toBe(`${box.left} ${box.top + box.height}`);
    expect(ends.at(-1)).toBe(`${box.left + box.width} ${box.top}`);
  });

  it.each([
    { what: "no line", series: [] },
    { what: "a single point", series: [{ name: "API", mark: 1 as const, points: [{ x: 0, y: 0 }] }] },
    {
      what: "lines of nothing",
      series: [
        {
          name: "API",
          mark: 1 as const,
          points: [
            { x: 0, y: 0 },
            { x: 9, y: 0 },
          ],
        },
      ],
    },
  ])("draws $what without a figure that is none", ({ series }) => {
    const { container } = draw({ series, crossings: [] });
    expect(screen.getByText("tick 0")).toBeInTheDocument();
    expect(container.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("reads all costs at a place, the crossing among them: both cost 100 at 5", () => {
    draw();
    const chart = screen.getByRole("application");
    const live = chart.querySelector("[aria-live]");
    fireEvent.keyDown(chart, { key: "Home" });
    expect(live).toHaveTextContent(/^0 sessions a day: US\$ a monthAPI\$0Max\$100$/);
    for (let step = 0; step < 20 && !live?.textContent?.startsWith("5 "); step += 1)
      fireEvent.keyDown(chart, { key: "ArrowRight" });
    expect(live).toHaveTextContent(/^5 sessions a day: US\$ a monthAPI\$100Max\$100$/);
  });
});

describe("the reader's own point", () => {
  const scales = costLinesScales({ props: LINES, ...SIZE });

  it("stands on the line that it lies on: (10, 200) is the middle of the API's line", () => {
    const { container } = render(<OwnPoint scales={scales} x={10} y={200} label="you: $200" />);
    const point = container.querySelector("circle");
    expect(Number(point?.getAttribute("cx"))).toBeCloseTo(scales.box.left + scales.box.width / 2);
    expect(Number(point?.getAttribute("cy"))).toBeCloseTo(scales.box.top + scales.box.height / 2);
    expect(screen.getByText("you: $200")).toBeInTheDocument();
  });
});
