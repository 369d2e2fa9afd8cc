import { act, fireEvent, render, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import { OneCallPanel } from "../../src/features/one-call/one-call-panel.tsx";
import { DEFAULT_QUESTIONS, questionsOf } from "../../src/scenario/questions.ts";
import { changeQuestion } from "../../src/state/questions-actions.ts";
import { createScenarioStore, scenarioStore } from "../../src/state/scenario-store.ts";
import { useScenario } from "../../src/state/use-scenario.ts";

function Shown(): ReactElement {
  return <OneCallPanel state={useScenario((state) => state)} />;
}

const call = () => questionsOf(scenarioStore.getState().scenario).call;
// By text: asking for roles walks hundreds of options. The first is that of the text, the second that of what is counted.
const press = (text: string) => fireEvent.click(screen.getAllByText(text)[0] as HTMLElement);

const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

beforeEach(() => scenarioStore.setState(createScenarioStore().getState(), true));

describe("the panel of one call", () => {
  it("counts a pasted text, keeps none of it, and uses the estimate where it is wanted", () => {
    render(<Shown />);
    const before = scenarioStore.getState();
    // 4,000 characters, 800 words: 1,000 tokens of the earlier tokenizer, 1,300 of Sonnet 5.5; 769–1,660
    fireEvent.change(screen.getByLabelText("Text to count"), { target: { value: "word ".repeat(800) } });
    expect(screen.getByText(/^About 1,300 tokens \(769–1,660\)$/)).toBeInTheDocument();
    expect(scenarioStore.getState()).toBe(before);
    press("Use as the prompt");
    expect(call().promptTokens).toBe(1_300);
    press("Add to the prompt");
    expect(call().promptTokens).toBe(2_600);
    press("Use as the answer");
    expect(call()).toMatchObject({ promptTokens: 2_600, outputTokens: 1_300 });
    expect(JSON.stringify(scenarioStore.getState().scenario)).not.toContain("word word");
  });

  it("counts words, lines and files without a text", () => {
    render(<Shown />);
    fireEvent.click(screen.getByLabelText("Words, lines or files"));
    choose("Of what", "code-line");
    // 1,000 × 6.5 × 1.3; 1,000 × 5; 1,000 × 8 × 1.35
    expect(screen.getByText("About 8,450 tokens (5,000–10,800)")).toBeInTheDocument();
  });

  it("starts from a use, and says so until the call is another", () => {
    render(<Shown />);
    const use = screen.getByLabelText("Start from a use");
    expect(use).toHaveDisplayValue("Your own call");
    choose("Start from a use", "chat-reply");
    expect(call()).toMatchObject({ model: "claude-haiku-5-5", promptTokens: 2_600, outputTokens: 650, callsPerMonth: 10_000 });
    expect(use).toHaveDisplayValue("Chat reply");
    act(() => changeQuestion("call", { outputTokens: 651 }));
    expect(use).toHaveDisplayValue("Your own call");
  });

  it("converts the counts when the model counts otherwise, and back", () => {
    render(<Shown />);
    choose("Model of the call", "claude-sonnet-4-6");
    // 2,000 ÷ 1.3 and 500 ÷ 1.3
    expect(call()).toMatchObject({ promptTokens: 1_538, outputTokens: 385 });
    choose("Model of the call", "claude-sonnet-5-5");
    // 1,538 × 1.3 = 1,999.4; 385 × 1.3 = 500.5
    expect(call()).toMatchObject({ promptTokens: 1_999, outputTokens: 501 });
  });

  it("is the scenario of the defaults again once everything is set back", () => {
    render(<Shown />);
    fireEvent.click(screen.getByLabelText("In a batch"));
    expect(call().batch).toBe(true);
    fireEvent.click(screen.getByLabelText("In a batch"));
    expect(scenarioStore.getState().scenario.questions).toBeUndefined();
    expect(call()).toEqual(DEFAULT_QUESTIONS.call);
  });
});
