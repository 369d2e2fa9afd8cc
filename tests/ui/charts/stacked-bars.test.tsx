import { fireEvent, render, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { StackedBars } from "../../../src/ui/charts/stacked-bars.tsx";
import { planStackedBars, type StackedBarsProps } from "../../../src/ui/charts/stacked-bars-plan.ts";

const SIZE = { width: 640, height: 200 };
const NAMES = { labelledBy: "heading", describedBy: "takeaway" };

const BARS: StackedBarsProps = {
  parts: [
    { name: "Input", mark: 1 },
    { name: "Output", mark: 2 },
  ],
  rows: [
    { label: "Opus", parts: [1, 3] },
    { label: "Haiku", parts: [0.25, 0.5], isMarked: true },
  ],
  formatValue: (value) => `$${value.toFixed(2)}`,
  formatTick: (value) => `tick ${value}`,
  valueLabel: "US$ a session",
};

function draw(props: Partial<StackedBarsProps> = {}) {
  return render(
    <>
      <h2 id="heading">What a session costs</h2>
      <p id="takeaway">Haiku is cheapest.</p>
      <StackedBars {...BARS} {...props} {...SIZE} {...NAMES} />
    </>,
  );
}

const segments = (container: HTMLElement) => container.querySelectorAll(".recharts-bar-rectangle rect");

describe("stacked bars", () => {
  it("names the chart, every bar, its total, the axis and its unit", () => {
    draw();
    const chart = screen.getByRole("application", { name: "What a session costs", description: /Haiku is cheapest/ });
    // 1 + 3 = 4 and 0.25 + 0.5 = 0.75; the axis ends on 4.
    for (const text of ["Opus", "$4.00", "Haiku", "$0.75", "US$ a session", "tick 0", "tick 4"]) {
      expect(within(chart).getByText(text)).toBeInTheDocument();
    }
  });

  it("draws a segment for each part of each bar, each part with a texture of its own", () => {
    const { container } = draw();
    const fills = Array.from(segments(container), (segment) => segment.getAttribute("fill"));
    expect(fills).toHaveLength(4);
    expect(new Set(fills).size).toBe(2);
  });

  it("keeps more room for the strong letters of the reader's own bar", () => {
    const left = (isMarked: boolean) =>
      planStackedBars({ ...BARS, rows: [{ label: "Sonnet 5.5", parts: [1, 1], isMarked }] }, SIZE).box.left;
    // S 8.8, o n n e t 4 × 7.5 + 4.2, blank 4.2, 5 . 5 15 + 4.2 = 66.4, so 67, or with a tenth more 73.7, so 74; and 8 beside it.
    expect([left(false), left(true)]).toEqual([75, 82]);
  });

  it("puts a bar's parts end to end: a quarter and three quarters of its length", () => {
    const { container } = draw();
    const [input, output] = Array.from(segments(container), (segment) => ({
      x: Number(segment.getAttribute("x")),
      width: Number(segment.getAttribute("width")),
    }));
    expect(output?.x).toBeCloseTo((input?.x ?? 0) + (input?.width ?? 0));
    expect(output?.width).toBeCloseTo(3 * (input?.width ?? 0));
  });

  it.each(["horizontal", "vertical"] as const)("draws a single bar and a bar of nothing (%s)", (direction) => {
    draw({ direction, rows: [{ label: "Only", parts: [0, 0] }] });
    expect(screen.getByText("Only")).toBeInTheDocument();
    expect(screen.getByText("$0.00")).toBeInTheDocument();
  });

  it("draws an empty axis for no bars, and takes no keys", () => {
    draw({ rows: [] });
    fireEvent.keyDown(screen.getByRole("application"), { key: "ArrowDown" });
    expect(screen.getByText("tick 0")).toBeInTheDocument();
  });

  it.each([
    { what: "NaN", parts: [1, Number.NaN] },
    { what: "a negative part", parts: [1, -1] },
  ])("refuses $what and says where it stood", ({ parts }) => {
    expect(() => planStackedBars({ ...BARS, rows: [{ label: "Opus", parts }] }, SIZE)).toThrow(/Opus: Output/);
  });

  it("refuses a bar that lacks a part", () => {
    expect(() => planStackedBars({ ...BARS, rows: [{ label: "Opus", parts: [1] }] }, SIZE)).toThrow(/each of 2 parts/);
  });
});

describe("reading the bars", () => {
  const reading = () => document.querySelector("[aria-live] p")?.textContent ?? null;
  const press = (key: string) => fireEvent.keyDown(screen.getByRole("application"), { key });

  it("moves from bar to bar by arrow keys and stops at both ends", () => {
    draw();
    press("ArrowDown");
    expect(reading()).toBe("Opus: $4.00 (US$ a session)");
    press("ArrowRight");
    press("ArrowRight");
    expect(reading()).toBe("Haiku: $0.75 (US$ a session)");
    press("Home");
    press("ArrowUp");
    expect(reading()).toBe("Opus: $4.00 (US$ a session)");
  });

  it("says every part and its value", () => {
    draw();
    press("End");
    const live = document.querySelector<HTMLElement>("[aria-live]");
    expect(live && within(live).getByText("Output").closest("div")).toHaveTextContent("$0.50");
  });

  it("is dismissed by Escape wherever the focus is, and by leaving", () => {
    draw();
    press("End");
    fireEvent.keyDown(document.body, { key: "Escape" });
    expect(reading()).toBeNull();
    press("End");
    fireEvent.blur(screen.getByRole("application"));
    expect(reading()).toBeNull();
  });

  it("leaves the browser its own keys", () => {
    draw();
    fireEvent.keyDown(screen.getByRole("application"), { key: "ArrowLeft", altKey: true });
    expect(reading()).toBeNull();
    // fireEvent is false when the default was prevented: Tab must go on.
    expect(press("Tab")).toBe(true);
    expect(press("ArrowDown")).toBe(false);
  });

  it("can be pointed at without being lost", () => {
    draw();
    press("ArrowDown");
    const card = document.querySelector("[aria-live] > div");
    if (card) fireEvent.pointerMove(card, { clientX: 1, clientY: 1 });
    expect(reading()).toBe("Opus: $4.00 (US$ a session)");
  });
});
