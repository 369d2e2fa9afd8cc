import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { ChosenColumn } from "../../../src/ui/charts/chosen-column.tsx";
import { SessionTurns } from "../../../src/ui/charts/session-turns.tsx";
import { planSessionTurns, type SessionTurnsProps, topOf } from "../../../src/ui/charts/session-turns-plan.ts";

const SIZE = { width: 640, height: 280 };
const NAMES = { labelledBy: "heading", describedBy: "takeaway" };

const TURNS: SessionTurnsProps = {
  columns: [
    { label: "Request 1", parts: [0, 50], notes: [{ name: "Cost", value: "$5" }], signs: [] },
    { label: "Request 2", parts: [50, 20], notes: [{ name: "Cost", value: "$2" }], signs: [0] },
  ],
  parts: [
    { name: "Read", mark: 1 },
    { name: "Written", mark: 2 },
  ],
  signs: [{ name: "Cache gone", form: "triangle" }],
  requests: 2,
  requestsPerColumn: 1,
  xLabel: "request",
  yLabel: "tokens of prompt",
  formatX: String,
  formatY: (tokens) => `${tokens} t`,
};

function draw(props: Partial<SessionTurnsProps> = {}) {
  return render(
    <>
      <h2 id="heading">A session</h2>
      <p id="takeaway">It grows.</p>
      <SessionTurns {...TURNS} {...props} {...SIZE} {...NAMES} />
    </>,
  );
}

describe("a session's columns", () => {
  it("draws one path for each part, each with a texture of its own", () => {
    const paths = Array.from(draw().container.querySelectorAll(".recharts-line path"));
    expect(new Set(paths.map((path) => path.getAttribute("fill"))).size).toBe(2);
    // Nothing is read by the first request: of the reads only one column is drawn.
    expect(paths.map((path) => path.getAttribute("d")?.split("M").length)).toEqual([3, 2]);
  });

  it("names axis, unit and sign", () => {
    draw();
    for (const text of ["request", "tokens of prompt", "Cache gone"]) expect(screen.getByText(text)).toBeInTheDocument();
  });

  it("reads a column's parts and cost by keyboard", () => {
    draw();
    fireEvent.keyDown(screen.getByRole("application"), { key: "End" });
    expect(screen.getByText("Request 2: 70 t tokens of prompt")).toBeInTheDocument();
    expect(screen.getAllByRole("definition").map(({ textContent }) => textContent)).toEqual(["50 t", "20 t", "$2"]);
  });

  it("chooses the column that is being read by Enter, and none before one is read", () => {
    const onChoose = vi.fn();
    draw({ onChoose });
    const chart = screen.getByRole("application", { description: /Enter shows the lines/ });
    fireEvent.keyDown(chart, { key: "Enter" });
    expect(onChoose).not.toHaveBeenCalled();
    fireEvent.keyDown(chart, { key: "End" });
    fireEvent.keyDown(chart, { key: "Enter" });
    expect(onChoose.mock.calls).toEqual([[1]]);
    fireEvent.keyDown(chart, { key: "Escape" });
    fireEvent.keyDown(chart, { key: "Enter" });
    expect(onChoose).toHaveBeenCalledTimes(1);
  });

  it("chooses the column under a click", () => {
    const onChoose = vi.fn();
    draw({ onChoose });
    const chart = screen.getByRole("application");
    const { x } = topOf(planSessionTurns(TURNS, SIZE), 0);
    fireEvent.pointerDown(chart, { clientX: x, clientY: 100 });
    fireEvent.click(chart, { clientX: x, clientY: 100 });
    expect(onChoose.mock.calls).toEqual([[0]]);
  });

  it("promises no lines where nobody shows them", () => {
    draw();
    expect(screen.getByRole("application")).not.toHaveAccessibleDescription(/Enter/);
  });
});

describe("the chosen column", () => {
  const drawn = { props: TURNS, ...SIZE };

  it("is outlined and named", () => {
    render(<ChosenColumn drawn={drawn} column={1} label="2" />);
    expect(screen.getByText("2")).toBeInTheDocument();
  });

  it("is left out while the drawing below does not hold it yet", () => {
    const { container } = render(<ChosenColumn drawn={drawn} column={2} label="3" />);
    expect(container).toBeEmptyDOMElement();
  });
});
