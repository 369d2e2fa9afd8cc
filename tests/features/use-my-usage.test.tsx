import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { UseMyUsage } from "../../src/features/import/use-my-usage.tsx";
import { SessionPanel } from "../../src/features/session/session-panel.tsx";
import { measuredMarks } from "../../src/state/measured-marks.ts";
import { createScenarioStore, scenarioStore } from "../../src/state/scenario-store.ts";
import { forgetUsage, readPaste } from "../../src/state/usage-store.ts";

// Opus 5.5: 1,540,000 in at $4, 100,000 out at $20 a million: 6.16 + 2.
const PASTE = JSON.stringify({ model: "claude-opus-5-5", usage: { input_tokens: 1_540_000, output_tokens: 100_000 } });

beforeEach(() => {
  scenarioStore.setState(createScenarioStore().getState(), true);
  forgetUsage();
});

async function usePaste(text = PASTE): Promise<void> {
  render(
    <>
      <SessionPanel />
      <UseMyUsage />
    </>,
  );
  act(() => readPaste(text));
  await userEvent.click(screen.getByRole("button", { name: "Use my usage" }));
}

describe("using measured usage", () => {
  it("has no place before anything was read", () => {
    const { container } = render(<UseMyUsage />);
    expect(container).toBeEmptyDOMElement();
  });

  it("says beforehand how near the calculator comes", () => {
    render(<UseMyUsage />);
    act(() => readPaste(PASTE));
    expect(screen.getByText("The model says $8.16 a session, your paste $8.16: the same.")).toBeInTheDocument();
    expect(scenarioStore.getState().step).toBe(0);
  });

  it("fills the session in one step and marks its fields", async () => {
    await usePaste();
    expect(scenarioStore.getState()).toMatchObject({
      step: 1,
      scenario: { preset: "typical", profiles: [{ name: "Measured", usage: { input: 1_540_000, output: 100_000 } }] },
    });
    expect(screen.getByRole("status")).toHaveTextContent("Back undoes it");
    const input = screen.getByRole("textbox", { name: "Input" });
    expect(input).toHaveValue("1,540,000");
    // Said to a screen reader too, and still there when the input moves away from it.
    expect(input).toHaveAccessibleDescription(/measured 1,540,000/);
    await userEvent.clear(input);
    await userEvent.type(input, "2M");
    expect(screen.getByText("measured 1,540,000")).toBeInTheDocument();
  });

  it("forgets the marks with the usage", async () => {
    await usePaste();
    act(() => forgetUsage());
    expect(measuredMarks.getState()).toEqual({});
    expect(screen.queryByText("measured 1,540,000")).toBeNull();
    expect(screen.queryByRole("button", { name: "Use my usage" })).toBeNull();
  });

  it("says nothing of a use of other usage", async () => {
    await usePaste();
    act(() => readPaste(PASTE.replace("1540000", "1000000")));
    expect(screen.queryByRole("status")).toBeNull();
    expect(measuredMarks.getState()).toEqual({});
  });

  it("names what gave way", async () => {
    // Sonnet 5.5 has no fast mode.
    scenarioStore.setState(({ scenario }) => ({ scenario: { ...scenario, fast: true } }));
    await usePaste(PASTE.replace("opus", "sonnet"));
    expect(screen.getByRole("status")).toHaveTextContent(/Changed to fit: Claude Sonnet 5.5 offered no fast mode/);
  });
});
