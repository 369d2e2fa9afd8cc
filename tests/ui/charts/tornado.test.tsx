import { fireEvent, render, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Tornado } from "../../../src/ui/charts/tornado.tsx";
import type { TornadoProps } from "../../../src/ui/charts/tornado-plan.ts";

const PROPS: TornadoProps = {
  rows: [
    { label: "Requests", low: { text: "60", change: -50 }, high: { text: "100", change: 60 } },
    { label: "Batch share", low: { text: "0%", change: 0 }, high: { text: "50%", change: -40 } },
  ],
  base: 200,
  low: { name: "Low", mark: 1 },
  high: { name: "High", mark: 2 },
  formatValue: (value) => `$${value}`,
  formatChange: (change) => `by ${change}`,
  valueLabel: "US$ a month",
};

function draw() {
  return render(
    <>
      <h2 id="heading">Which input</h2>
      <p id="takeaway">Requests.</p>
      <Tornado {...PROPS} width={800} height={288} labelledBy="heading" describedBy="takeaway" />
    </>,
  );
}

describe("tornado", () => {
  it("names the chart, every input, the values at its ends, the base and the unit", () => {
    draw();
    const chart = screen.getByRole("application", { name: "Which input", description: /Requests\./ });
    for (const text of ["Requests", "60", "100", "Batch share", "50%", "now", "US$ a month"])
      expect(within(chart).getByText(text)).toBeInTheDocument();
  });

  it("draws a bar for each end that changes something, each end with its texture", () => {
    const { container } = draw();
    const bars = Array.from(container.querySelectorAll(".recharts-bar-rectangle rect"), (bar) => bar.getAttribute("fill"));
    // Requests both, the longer first; batch its high end only
    expect(bars).toHaveLength(3);
    expect(bars[0]).toBe(bars[2]);
    expect(bars[0]).not.toBe(bars[1]);
  });

  it("reads bill and change at both ends by keyboard", () => {
    draw();
    const chart = screen.getByRole("application");
    fireEvent.keyDown(chart, { key: "ArrowDown" });
    // 200 − 50 and 200 + 60
    expect(within(chart).getByText("Requests: $200 now")).toBeInTheDocument();
    expect(within(chart).getByText("$150 (by -50)")).toBeInTheDocument();
    expect(within(chart).getByText("$260 (by 60)")).toBeInTheDocument();
  });
});
