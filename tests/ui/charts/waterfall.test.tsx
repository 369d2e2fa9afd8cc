import { fireEvent, render, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Waterfall } from "../../../src/ui/charts/waterfall.tsx";
import type { WaterfallProps } from "../../../src/ui/charts/waterfall-plan.ts";

const PROPS: WaterfallProps = {
  bars: [
    { label: "Today", kind: "bill", from: 0, to: 100, text: "$100" },
    { label: "Routing", kind: "change", from: 100, to: 40, text: "−$60" },
    { label: "Batch", kind: "off", from: 40, to: 40, text: "off" },
    { label: "Caching", kind: "change", from: 40, to: 60, text: "+$20" },
    { label: "Optimised", kind: "bill", from: 0, to: 60, text: "$60" },
  ],
  parts: [
    { name: "Bill", mark: 1 },
    { name: "Saves", mark: 4 },
    { name: "Costs more", mark: 2 },
  ],
  formatValue: (value) => `$${value}.00`,
  formatTick: (value) => `tick ${value}`,
  valueLabel: "US$ a month",
};

function draw() {
  return render(
    <>
      <h2 id="heading">What would cut the bill</h2>
      <p id="takeaway">From $100 to $60.</p>
      <Waterfall {...PROPS} width={640} height={300} labelledBy="heading" describedBy="takeaway" />
    </>,
  );
}

const reading = () => document.querySelector("[aria-live] p")?.textContent ?? null;
const press = (key: string) => fireEvent.keyDown(screen.getByRole("application"), { key });

describe("a waterfall", () => {
  it("names the chart, every bar, its amount and the unit", () => {
    draw();
    const chart = screen.getByRole("application", { name: "What would cut the bill", description: /From \$100 to \$60/ });
    for (const text of ["Today", "Routing", "−$60", "off", "+$20", "Optimised", "US$ a month", "tick 100"])
      expect(within(chart).getByText(text)).toBeInTheDocument();
  });

  it("draws four bars for five rows, floating between their ends and told apart by texture", () => {
    const { container } = draw();
    const bars = [...container.querySelectorAll(".recharts-bar-rectangle rect")];
    const [today, routing, caching, optimised] = bars.map((rect) => ({
      x: Number(rect.getAttribute("x")),
      width: Number(rect.getAttribute("width")),
      fill: rect.getAttribute("fill"),
    }));
    expect(bars).toHaveLength(4);
    // 40 to 100 of 100, then 40 to 60
    expect(routing?.width).toBeCloseTo(0.6 * (today?.width ?? 0), 6);
    expect(routing?.x).toBeCloseTo((today?.x ?? 0) + 0.4 * (today?.width ?? 0), 6);
    expect(caching?.x).toBeCloseTo(routing?.x ?? 0, 6);
    expect(caching?.width).toBeCloseTo(0.2 * (today?.width ?? 0), 6);
    expect(optimised?.fill).toBe(today?.fill);
    expect(new Set([today?.fill, routing?.fill, caching?.fill]).size).toBe(3);
  });

  it("is read bar by bar, a change with the bills before and after it", () => {
    draw();
    press("Home");
    expect(reading()).toBe("Today: $100 (US$ a month)");
    press("ArrowDown");
    expect(reading()).toBe("Routing: −$60 (US$ a month)");
    const live = document.querySelector<HTMLElement>("[aria-live]");
    expect(live && within(live).getByText("After").closest("div")).toHaveTextContent("$40.00");
    press("ArrowDown");
    expect(reading()).toBe("Batch: off");
  });
});
