import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { AssumptionsPanel } from "../../src/features/session/assumptions-panel.tsx";
import { alone } from "../../src/scenario/comparison.ts";
import { DEFAULT_SCENARIO, DEFAULT_TOTALS } from "../../src/scenario/defaults.ts";
import type { MixShare, SimulatedUsage } from "../../src/scenario/scenario.ts";
import { changeMix, changeProfile, changeUsage, openLink } from "../../src/state/actions.ts";
import { scenarioStore } from "../../src/state/scenario-store.ts";

const TWO_MODELS: readonly MixShare[] = [
  { model: "claude-opus-5-5", percent: 50, locked: false },
  { model: "claude-haiku-5-5", percent: 50, locked: false },
];

function usage(): SimulatedUsage {
  const first = scenarioStore.getState().scenario.profiles[0]?.usage;
  if (first?.kind !== "simulated") throw new Error("the session is not simulated");
  return first;
}

beforeEach(() => openLink({ comparison: alone(DEFAULT_SCENARIO), problems: [] }));

describe("the assumptions of a session", () => {
  it("have no place beside totals", () => {
    changeProfile(0, { usage: DEFAULT_TOTALS });
    render(<AssumptionsPanel />);
    expect(screen.queryByRole("group")).toBeNull();
  });

  it("ask for the threshold of /clear once it is on, and say where a session ends before it", async () => {
    render(<AssumptionsPanel />);
    await userEvent.click(screen.getByRole("switch", { name: "Start over with /clear", hidden: true }));
    expect(usage().clearAfterRequests).toBe(30);
    const after = screen.getByRole("textbox", { name: "Start over after", hidden: true });
    // The session has 80 requests: a conversation begun after the 79th still holds one, after the 80th none.
    await userEvent.clear(after);
    await userEvent.type(after, "79");
    expect(screen.queryByText(/never gets there/)).toBeNull();
    await userEvent.clear(after);
    await userEvent.type(after, "80");
    expect(screen.getByText("A session of 80 requests never gets there.")).toBeInTheDocument();
  });

  it("ask for the subagents' model and sizes from the first subagent on", async () => {
    render(<AssumptionsPanel />);
    expect(screen.queryByLabelText("They run on")).toBeNull();
    const count = screen.getByRole("textbox", { name: "Subagents", hidden: true });
    await userEvent.clear(count);
    await userEvent.type(count, "2");
    const model = screen.getByLabelText("They run on");
    expect(within(model).getAllByRole("option", { hidden: true })[0]).toHaveTextContent("Same model as the session");
    await userEvent.selectOptions(model, "claude-haiku-5-5");
    await userEvent.clear(screen.getByLabelText("Requests of each"));
    await userEvent.type(screen.getByLabelText("Requests of each"), "7");
    expect(usage().subagents).toEqual({ ...usage().subagents, count: 2, model: "claude-haiku-5-5", requests: 7 });
    await userEvent.selectOptions(model, "Same model as the session");
    expect(usage().subagents.model).toBeNull();
  });

  it("switch half way, to a model that the mix does not name", async () => {
    changeMix(0, () => [{ model: "claude-sonnet-5-5", percent: 100, locked: false }]);
    render(<AssumptionsPanel />);
    await userEvent.click(screen.getByRole("switch", { name: "Switch the model", hidden: true }));
    expect(usage().modelSwitch).toEqual({ beforeRequest: 40, model: "claude-opus-5-5" });
  });

  it("say beside the switch why a model cannot be switched to", () => {
    changeUsage(0, { modelSwitch: { beforeRequest: 40, model: "claude-mythos-preview" } });
    render(<AssumptionsPanel />);
    expect(screen.getByText(/Mythos Preview has no known rate/)).toBeInTheDocument();
  });

  it("ask what the mix is of only where it names several models", () => {
    const { rerender } = render(<AssumptionsPanel />);
    expect(screen.queryByRole("radio", { name: "Requests", hidden: true })).toBeNull();
    changeMix(0, () => TWO_MODELS);
    rerender(<AssumptionsPanel />);
    expect(screen.getByRole("radio", { name: "Requests", hidden: true })).not.toBeChecked();
  });

  it("say that a routed session has no switch, and offer the way out even where the mix has come down to one model", async () => {
    changeUsage(0, { routing: "request", modelSwitch: { beforeRequest: 40, model: "claude-sonnet-5-5" } });
    render(<AssumptionsPanel />);
    expect(screen.getByText("a session whose requests are routed has no switch of its own")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("radio", { name: "Sessions", hidden: true }));
    expect(screen.queryByText("a session whose requests are routed has no switch of its own")).toBeNull();
  });
});
