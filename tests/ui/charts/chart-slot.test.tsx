import { act, render, screen, waitFor } from "@testing-library/react";
import type { ReactElement } from "react";
import { describe, expect, it, vi } from "vitest";
import type { ChartKind } from "../../../src/ui/charts/chart-kind.ts";
import { ChartSlot } from "../../../src/ui/charts/chart-slot.tsx";
import type { DrawingSize } from "../../../src/ui/charts/plot-box.ts";

interface Cost {
  readonly usd: number;
  readonly onDraw?: () => void;
}

function CostText({ usd, onDraw, width, height }: Cost & DrawingSize): ReactElement {
  onDraw?.();
  if (Number.isNaN(usd)) throw new RangeError("usd: NaN is not a number");
  return <p>{`$${usd} on ${width} × ${height}`}</p>;
}

const kind: ChartKind<Cost> = { load: async () => CostText };

const frames = () => act(() => new Promise((resolve) => setTimeout(resolve, 150)));

function slot(props: Cost, draw = kind) {
  return <ChartSlot height={200} labelledBy="heading" describedBy="takeaway" draw={draw} props={props} />;
}

describe("a chart slot", () => {
  it("draws in the size of its box", async () => {
    const { container } = render(slot({ usd: 1 }));
    expect(container).toHaveTextContent(/^$/);
    expect(await screen.findByText("$1 on 640 × 200")).toBeInTheDocument();
  });

  it("does not draw again for the same props, however often the page renders", async () => {
    const onDraw = vi.fn();
    const props = { usd: 1, onDraw };
    const { rerender } = render(slot(props));
    await screen.findByText(/^\$1/);
    expect(onDraw).toHaveBeenCalledTimes(1);
    for (let times = 0; times < 3; times += 1) rerender(slot(props));
    await frames();
    expect(onDraw).toHaveBeenCalledTimes(1);
  });

  it("draws new props, and counts what was asked and what is on screen", async () => {
    const { container, rerender } = render(slot({ usd: 1 }));
    await screen.findByText(/^\$1/);
    rerender(slot({ usd: 2 }));
    const box = container.firstElementChild as HTMLElement;
    expect([box.dataset.asked, box.dataset.drawn]).toEqual(["2", "1"]);
    expect(screen.getByText(/^\$1/)).toBeInTheDocument();
    await screen.findByText(/^\$2/);
    await waitFor(() => expect(box.dataset.drawn).toBe("2"));
  });

  it("draws the layer over it at once, with what the chart was last drawn with", async () => {
    const withLayer = (usd: number) => (
      <ChartSlot
        height={200}
        labelledBy="heading"
        describedBy="takeaway"
        draw={kind}
        props={{ usd }}
        over={(drawn) => <b>{`now ${usd}, drawn ${drawn.props.usd}`}</b>}
      />
    );
    const { rerender } = render(withLayer(1));
    await screen.findByText("now 1, drawn 1");
    rerender(withLayer(2));
    expect(screen.getByText("now 2, drawn 1")).toBeInTheDocument();
    expect(await screen.findByText("now 2, drawn 2")).toBeInTheDocument();
  });

  it("says so when the chart refuses its figures, and draws again when they are right", async () => {
    const { rerender } = render(slot({ usd: Number.NaN }));
    expect(await screen.findByText(/could not be drawn/)).toBeInTheDocument();
    rerender(slot({ usd: 3 }));
    expect(await screen.findByText(/^\$3/)).toBeInTheDocument();
  });

  it("says so when the chart's code cannot be fetched", async () => {
    render(slot({ usd: 1 }, { load: () => Promise.reject(new Error("offline")) }));
    expect(await screen.findByText(/could not be drawn/)).toBeInTheDocument();
  });
});
