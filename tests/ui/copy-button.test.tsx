import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { CopyButton } from "../../src/ui/copy-button.tsx";

// jsdom has no execCommand at all.
beforeEach(() => {
  Object.defineProperty(document, "execCommand", { value: vi.fn(), configurable: true, writable: true });
});

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(document, "execCommand");
});

async function press({ clipboard }: { readonly clipboard: "allowed" | "refused" }) {
  const user = userEvent.setup();
  const write = vi.spyOn(navigator.clipboard, "writeText");
  if (clipboard === "refused") write.mockRejectedValue(new DOMException("refused", "NotAllowedError"));
  render(<CopyButton label="Copy link" text={() => "https://example.org/#v=1"} />);
  await user.click(screen.getByRole("button", { name: "Copy link" }));
  return { write };
}

it("puts the text on the clipboard and says so", async () => {
  const { write } = await press({ clipboard: "allowed" });
  expect(write).toHaveBeenCalledWith("https://example.org/#v=1");
  expect(await screen.findByText("Copied")).toHaveAttribute("aria-live", "polite");
});

it("copies by selection where a frame is refused the clipboard, and leaves no trace", async () => {
  const selected = vi.fn();
  document.execCommand = () => {
    selected((document.activeElement as HTMLTextAreaElement).value);
    return true;
  };
  await press({ clipboard: "refused" });
  expect(await screen.findByText("Copied")).toBeVisible();
  expect(selected.mock.calls).toEqual([["https://example.org/#v=1"]]);
  expect(document.querySelector("textarea")).toBeNull();
  expect(screen.getByRole("button", { name: "Copy link" })).toHaveFocus();
});

it("says when neither way works", async () => {
  document.execCommand = () => false;
  await press({ clipboard: "refused" });
  expect(await screen.findByText("Could not copy: please copy it by hand")).toBeVisible();
});
