import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { LinkNotice } from "../../src/features/notices/link-notice.tsx";
import { CopyLink } from "../../src/features/share/copy-link.tsx";
import { ShareDialog } from "../../src/features/share/share-dialog.tsx";
import { LONGEST_LINK, parseComparison } from "../../src/scenario/link.ts";
import { MOST_PROFILES } from "../../src/scenario/ranges.ts";
import { replaceComparison } from "../../src/state/actions.ts";
import { selectLink } from "../../src/state/link-selector.ts";
import { openSaved } from "../../src/state/saved-input.ts";
import { comparisonOf, createScenarioStore, scenarioStore } from "../../src/state/scenario-store.ts";
import { EVERYTHING_CHANGED } from "../scenario/changed-scenario.ts";

/** Four scenarios of as many kinds of session as there may be: more than a link carries. */
function compareMuch(): void {
  const [profile] = EVERYTHING_CHANGED.profiles;
  if (!profile) throw new Error("the changed scenario has a kind of session");
  const much = (sessions: number) => ({
    ...EVERYTHING_CHANGED,
    profiles: Array.from({ length: MOST_PROFILES }, (_, kind) => ({
      ...profile,
      name: `Kind of session ${sessions + kind}`,
      sessionsPerDay: sessions + kind,
      usage: { ...profile.usage, requests: 100 + sessions + kind },
    })),
  });
  replaceComparison(() => ({ scenarios: [1, 11, 21, 31].map(much), baseline: 0, edited: 0 }));
}

beforeEach(() => {
  scenarioStore.setState(createScenarioStore().getState(), true);
  // jsdom knows dialogs, but not how to open them.
  HTMLDialogElement.prototype.showModal = function open(this: HTMLDialogElement) {
    this.open = true;
  };
});

describe("the share dialog", () => {
  it("offers a file and says why where the link would be cut; the header's button points to it", () => {
    compareMuch();
    expect(selectLink(scenarioStore.getState()).length).toBeGreaterThan(LONGEST_LINK);
    render(<CopyLink />);
    expect(screen.getByText(/“Share” has it as a file/)).toBeInTheDocument();
    render(<ShareDialog onClose={() => {}} />);
    expect(screen.getByText(/from about 1,900 on, chat and mail programs cut links/)).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Download JSON" })).toBeInTheDocument();
    expect(screen.queryByLabelText("Link")).toBeNull();
    expect(screen.queryByRole("img", { name: "QR code of the link" })).toBeNull();
  });

  it("copies a file that opens as just what was compared, however much", async () => {
    const user = userEvent.setup();
    compareMuch();
    const before = comparisonOf(scenarioStore.getState());
    render(<ShareDialog onClose={() => {}} />);
    await user.click(screen.getByRole("button", { name: "Copy JSON" }));
    const text = await navigator.clipboard.readText();
    scenarioStore.setState(createScenarioStore().getState(), true);
    await user.click(screen.getByText("Open a file or a link"));
    await user.click(screen.getByLabelText("A link, or the text of a file"));
    await user.paste(text);
    await user.click(screen.getByRole("button", { name: "Open" }));
    expect(comparisonOf(scenarioStore.getState())).toEqual(before);
    expect(scenarioStore.getState().linkProblems).toEqual([]);
  });

  it("opens a link that was cut as far as it can be read, and the page says what is missing", async () => {
    const onClose = vi.fn();
    render(<ShareDialog onClose={onClose} />);
    await userEvent.click(screen.getByLabelText("A link, or the text of a file"));
    await userEvent.paste("https://example.org/#v=1&pd=2026-11-20&dev=25");
    await userEvent.click(screen.getByRole("button", { name: "Open" }));
    expect(onClose).toHaveBeenCalledOnce();
    const { comparison } = parseComparison("v=1&pd=2026-11-20&dev=25&z=3");
    expect(comparisonOf(scenarioStore.getState())).toEqual(comparison);
    expect(scenarioStore.getState().linkProblems.map(({ field }) => field)).toEqual(["link"]);
    render(<LinkNotice />);
    expect(screen.getByText(/^This link did not open as it was made/)).toBeInTheDocument();
  });

  it("says of a file, and of what was saved, that it was read only in part", async () => {
    render(<ShareDialog onClose={() => {}} />);
    await userEvent.click(screen.getByLabelText("A link, or the text of a file"));
    const file = { calculator: "claude-code-cost", version: 1, link: "v=1&pd=2026-11-20&dev=25" };
    await userEvent.paste(JSON.stringify(file));
    await userEvent.click(screen.getByRole("button", { name: "Open" }));
    render(<LinkNotice />);
    expect(screen.getByText(/^This file did not open as it was made/)).toBeInTheDocument();
    act(() => void openSaved("v=1&pd=2026-11-20&dev=25"));
    expect(screen.getByText(/^This saved scenario did not open as it was made/)).toBeInTheDocument();
  });
});
