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

  const whiskerOf = (low: number, high: number) => {
    const range = { low, high, lowLabel: `p10 $${low}`, highLabel: `p90 $${high}` };
    return render(<OwnPoint scales={scales} x={10} y={200} label="you: $200" range={range} />).container.querySelector(
      "[data-own-range]",
    );
  };
  // y runs from 0 to 400 over the height of the box.
  const pixelAt = (usd: number) => scales.box.top + scales.box.height * (1 - usd / 400);

  it("has a whisker from end to end, capped and named at both", () => {
    const d = whiskerOf(100, 300)?.querySelector("path")?.getAttribute("d") ?? "";
    const [bottom = 0, top = 0] = /^M\S+ (\S+)V([\d.]+)/.exec(d)?.slice(1).map(Number) ?? [];
    expect(bottom).toBeCloseTo(pixelAt(100));
    expect(top).toBeCloseTo(pixelAt(300));
    expect(d.match(/h12/g)).toHaveLength(2);
    expect(screen.getByText("p10 $100")).toBeInTheDocument();
    expect(screen.getByText("p90 $300")).toBeInTheDocument();
  });

  it("has no cap at the end that goes on beyond the axis, which ends at $400", () => {
    expect(whiskerOf(100, 400)?.innerHTML.match(/h12/g)).toHaveLength(2);
    expect(whiskerOf(100, 401)?.innerHTML.match(/h12/g)).toHaveLength(1);
  });

  it("names no end where both would stand in one line: 15 pixels of 400 dollars' height", () => {
    const line = (15 / scales.box.height) * 400;
    whiskerOf(200, 200 + line - 1);
    expect(screen.queryByText("p10 $200")).toBeNull();
    whiskerOf(200, 200 + line + 1);
    expect(screen.getByText("p10 $200")).toBeInTheDocument();
  });
});
