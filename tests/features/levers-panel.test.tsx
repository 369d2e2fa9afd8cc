import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import { LeversPanel } from "../../src/features/levers/levers-panel.tsx";
import { changeLever, changeScenario } from "../../src/state/actions.ts";
import { createScenarioStore, scenarioStore } from "../../src/state/scenario-store.ts";
import { useScenario } from "../../src/state/use-scenario.ts";

function Shown(): ReactElement {
  return <LeversPanel state={useScenario((state) => state)} />;
}

const scenario = () => scenarioStore.getState().scenario;
const apply = () => screen.getByRole("button", { name: "Make these my inputs" });
const rowOf = (name: RegExp) => screen.getByRole("switch", { name }).closest("li") as HTMLElement;

beforeEach(() => scenarioStore.setState(createScenarioStore().getState(), true));

describe("the levers' panel", () => {
  it("pulls a lever at its switch and shows its strength open", async () => {
    render(<Shown />);
    expect(within(rowOf(/^Batch/)).getByText("20% of the work")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("switch", { name: /^Batch/ }));
    expect(scenario().levers.batch.on).toBe(true);
    expect(within(rowOf(/^Batch/)).queryByText("20% of the work")).toBeNull();
    expect(screen.getByRole("textbox", { name: "Share of the work in batch" })).toHaveValue("20");
  });

  it("says what a lever does beside its switch", () => {
    render(<Shown />);
    expect(screen.getByRole("switch", { name: /^Subagents/ })).toHaveAccessibleDescription(/start no subagents/);
  });

  it("offers to make the levers inputs once one is on, and not while their shares are above 100 %", async () => {
    render(<Shown />);
    expect(apply()).toBeDisabled();
    act(() => changeLever("routing", { on: true, easyPercent: 90 }));
    expect(apply()).toBeDisabled();
    expect(screen.getByRole("textbox", { name: "Medium work" })).toHaveAccessibleDescription(/more than 100/);
    act(() => changeLever("routing", { easyPercent: 70 }));
    await userEvent.click(apply());
    expect(scenario().profiles[0]?.mix).toHaveLength(3);
    expect(apply()).toBeDisabled();
  });

  it("says in words why a lever cannot be pulled", () => {
    render(<Shown />);
    act(() => changeScenario({ fast: true }));
    expect(within(rowOf(/^Batch/)).getByText(/exclude each other/)).toBeInTheDocument();
  });

  it("names a model that is chosen and no longer stated", () => {
    act(() => changeLever("subagents", { on: true, model: "own-gone" }));
    render(<Shown />);
    expect(screen.getByRole("combobox", { name: "Model of subagents" })).toHaveDisplayValue("gone (no rates stated)");
  });
});
