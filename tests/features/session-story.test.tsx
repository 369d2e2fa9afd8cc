import { fireEvent, render, screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { SessionStoryPanel } from "../../src/features/session-story/session-story-panel.tsx";
import { alone } from "../../src/scenario/comparison.ts";
import { DEFAULT_SCENARIO, DEFAULT_SIMULATED } from "../../src/scenario/defaults.ts";
import type { SimulatedUsage } from "../../src/scenario/scenario.ts";
import { sessionStory } from "../../src/scenario/session-story.ts";
import { changeKind, changeUsage, openLink } from "../../src/state/actions.ts";
import { useScenario } from "../../src/state/use-scenario.ts";
import { formatUsd } from "../../src/ui/format-money.ts";

function Panel() {
  return <SessionStoryPanel state={useScenario((state) => state)} />;
}

const field = () => screen.getByRole("textbox", { name: "Request" });
const lines = () => screen.getByRole("table", { name: /tokens of prompt$/ });

function open(shape: Partial<SimulatedUsage> = {}, model = "claude-opus-5-5"): void {
  const usage = { ...DEFAULT_SIMULATED, ...shape };
  const mix = [{ model, percent: 100, locked: false }];
  openLink({
    comparison: alone({ ...DEFAULT_SCENARIO, profiles: [{ name: "Coding", sessionsPerDay: 1, mix, usage }] }),
    problems: [],
  });
}

beforeEach(() => open());

describe("the session, request by request", () => {
  it("shows the lines of the last request at first, and of the one that is typed", () => {
    render(<Panel />);
    expect(field()).toHaveValue("80");
    fireEvent.change(field(), { target: { value: "27" } });
    const costs = sessionStory(DEFAULT_SCENARIO, { mix: DEFAULT_SCENARIO.profiles[0]?.mix ?? [], usage: DEFAULT_SIMULATED });
    // The first of two breaks of minutes: 1 + ⌊80 / 3⌋ = 27.
    expect(lines()).toHaveAccessibleName(/^Request 27, its cache gone/);
    expect(within(lines()).getByRole("row", { name: /^Total/ })).toHaveTextContent(formatUsd(costs.requests[26]?.cost ?? 0));
  });

  it("goes back to the last request where the session gets shorter than the one chosen", () => {
    const { rerender } = render(<Panel />);
    fireEvent.change(field(), { target: { value: "60" } });
    fireEvent.blur(field());
    changeUsage(0, { requests: 40 });
    rerender(<Panel />);
    expect(field()).toHaveValue("40");
    expect(lines()).toHaveAccessibleName(/^Request 40:/);
  });

  it("compacts at the window on request, and is then within it", () => {
    open({ requests: 200 }, "claude-haiku-4-5-20251001");
    const { rerender } = render(<Panel />);
    expect(screen.getByText(/longer than Haiku 4\.5 takes/)).toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: "Compact at 200,000 tokens" }));
    rerender(<Panel />);
    expect(screen.queryByText(/longer than Haiku 4\.5 takes/)).not.toBeInTheDocument();
  });

  it("says that totals have no requests to show", () => {
    changeKind(0, "totals");
    render(<Panel />);
    expect(screen.getByText(/there are no requests to show/)).toBeInTheDocument();
    expect(screen.queryByRole("textbox")).not.toBeInTheDocument();
  });

  it("asks for the long read and for what starting over reads again", () => {
    render(<Panel />);
    fireEvent.change(screen.getByRole("textbox", { name: "Read at request" }), { target: { value: "81" } });
    expect(screen.getByText(/ends with request 80: what would be read at request 81 is never read/)).toBeInTheDocument();
    fireEvent.change(screen.getByRole("textbox", { name: "Starting over re-reads" }), { target: { value: "0" } });
    expect(screen.getByText(/which finds the base prompt cached, costs/)).toBeInTheDocument();
  });
});
