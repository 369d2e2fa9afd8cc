import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EmbedDialog } from "../../src/features/share/embed-dialog.tsx";
import { READY_MILLISECONDS } from "../../src/features/share/embed-preview.tsx";
import { createScenarioStore, scenarioStore } from "../../src/state/scenario-store.ts";

const NOT_LOADED = "The preview did not load.";

beforeEach(() => {
  scenarioStore.setState(createScenarioStore().getState(), true);
  // jsdom knows dialogs, but not how to open them.
  HTMLDialogElement.prototype.showModal = function open(this: HTMLDialogElement) {
    this.open = true;
  };
});

afterEach(() => vi.useRealTimers());

const previewFrame = () => screen.getByTitle<HTMLIFrameElement>(/^Preview/);
const snippet = () => screen.getByLabelText<HTMLTextAreaElement>("Snippet").value;

/** A message as the embed in the preview sends it. */
function say(fields: object, source: MessageEventSource | null = previewFrame().contentWindow): void {
  const data = { "claude-code-cost": { v: 1, ...fields } };
  act(() => void dispatchEvent(new MessageEvent("message", { source, origin: location.origin, data })));
}

describe("the embed dialog", () => {
  it("says after five seconds without an answer that the preview did not load, and shows a frame that is late all the same", () => {
    vi.useFakeTimers();
    render(<EmbedDialog onClose={() => {}} />);
    act(() => void vi.advanceTimersByTime(READY_MILLISECONDS - 1));
    expect(screen.queryByText(NOT_LOADED)).toBeNull();
    act(() => void vi.advanceTimersByTime(1));
    expect(screen.getByText(NOT_LOADED)).toBeInTheDocument();
    say({ type: "ready" });
    expect(screen.queryByText(NOT_LOADED)).toBeNull();
  });

  it("hears its own frame alone", () => {
    vi.useFakeTimers();
    render(<EmbedDialog onClose={() => {}} />);
    say({ type: "ready" }, window);
    say({ type: "resize", height: 900 }, window);
    expect(screen.queryByText(/^The preview needs/)).toBeNull();
    act(() => void vi.advanceTimersByTime(READY_MILLISECONDS));
    expect(screen.getByText(NOT_LOADED)).toBeInTheDocument();
  });

  it("acknowledges that the frame is ready", () => {
    render(<EmbedDialog onClose={() => {}} />);
    const embed = previewFrame().contentWindow;
    if (!embed) throw new Error("the preview's frame has no window");
    const post = vi.spyOn(embed, "postMessage").mockImplementation(() => {});
    say({ type: "ready" });
    expect(post).toHaveBeenCalledExactlyOnceWith({ "claude-code-cost": { v: 1, type: "ack" } }, "/");
  });

  it("offers the height that the preview needs from 9 pixels beside the published 2,185 on, until another choice makes it another embed", async () => {
    render(<EmbedDialog onClose={() => {}} />);
    say({ type: "resize", height: 2_193 });
    expect(screen.queryByText(/^The preview needs/)).toBeNull();
    say({ type: "resize", height: 2_194 });
    await userEvent.click(screen.getByRole("button", { name: "Use 2,194 px" }));
    expect(snippet()).toContain('height="2194"');
    await userEvent.click(screen.getByRole("checkbox", { name: "Models and their shares" }));
    expect(snippet()).toContain('height="2185"');
    expect(snippet()).toContain("?lock=models#");
  });

  it("opens another frame for other options, and none for another form of the same snippet", async () => {
    render(<EmbedDialog onClose={() => {}} />);
    const first = previewFrame();
    await userEvent.click(screen.getByRole("radio", { name: "MDX (JSX)" }));
    expect(snippet()).toContain('style={{ border: 0, colorScheme: "inherit" }}');
    expect(previewFrame()).toBe(first);
    await userEvent.click(screen.getByRole("radio", { name: "Dark" }));
    expect(previewFrame()).not.toBe(first);
    expect(previewFrame().src).toContain("/embed/v1/?theme=dark#");
  });
});
