import { fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { FromHabits } from "../../src/features/session/from-habits.tsx";
import { DEFAULT_TOTALS } from "../../src/scenario/defaults.ts";
import { changeProfile, changeScenario, loadPreset } from "../../src/state/actions.ts";
import { scenarioStore } from "../../src/state/scenario-store.ts";

const usageNow = () => scenarioStore.getState().scenario.profiles[0]?.usage;

beforeEach(() => {
  loadPreset("light");
  loadPreset("typical");
});

describe("a session from what a person knows, as a form", () => {
  it("changes nothing before it is asked to, then writes its tokens into the session", () => {
    render(<FromHabits />);
    const before = usageNow();
    fireEvent.change(screen.getByLabelText("CLAUDE.md, all files"), { target: { value: "200" } });
    expect(usageNow()).toBe(before);
    expect(screen.queryByText("This session uses them.")).not.toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: "Use these" }));
    // (4,250 + 11,250 + 200 × 10) × 1.3 = 22,750, to three digits; 680 × 1.3
    expect(usageNow()).toMatchObject({ basePromptTokens: 22_800, outputPerRequest: 884, outputKeptShare: 0.588 });
    expect(screen.getByText("This session uses them.")).toBeInTheDocument();
  });

  it("shows value and range, and the factor that counts of a later tokenizer are made with", () => {
    render(<FromHabits />);
    // 320, 680 and 5,500 × 1.3
    expect(screen.getByText("884 tokens, 416–7,150")).toBeInTheDocument();
    expect(screen.getByText(/tokens of Opus 5\.5: .* × 1\.3, your tokenizer factor/)).toBeInTheDocument();
  });

  it("takes the sizes as they are for counts of an earlier tokenizer", () => {
    changeScenario({ tokensOf: "claude-sonnet-4-6" });
    render(<FromHabits />);
    expect(screen.getByText("680 tokens, 320–5,500")).toBeInTheDocument();
    expect(screen.getByText(/tokens of Sonnet 4\.6: the sizes below are used as they are/)).toBeInTheDocument();
  });

  it("takes less output without thinking", () => {
    render(<FromHabits />);
    fireEvent.click(screen.getByRole("switch", { name: "Extended thinking" }));
    // 200, 400 and 800 × 1.3
    expect(screen.getByText("520 tokens, 260–1,040")).toBeInTheDocument();
  });

  it("is not there for a session by its totals", () => {
    changeProfile(0, { usage: DEFAULT_TOTALS });
    const { container } = render(<FromHabits />);
    expect(container).toBeEmptyDOMElement();
  });
});
