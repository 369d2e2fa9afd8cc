import { act, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactElement, useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { NumberField } from "../../src/ui/number-field.tsx";

const ACCEPTED = "Write 1500, 1,500, 1.5k or 2M.";

interface OwnerProps {
  readonly first: number;
  readonly least: number;
  readonly most: number;
  readonly decimals: number;
  readonly onChange: (value: number) => void;
  readonly onValidity: (valid: boolean) => void;
}

/** Keeps the value, as the store does, and can set it from outside. */
function Owner({ first, onChange, ...field }: OwnerProps): ReactElement {
  const [value, setValue] = useState(first);
  const take = (next: number): void => {
    onChange(next);
    setValue(next);
  };
  return (
    <>
      <NumberField id="tokens" label="Tokens per request" unit="tokens" {...field} value={value} onChange={take} />
      <button type="button" onClick={() => setValue(42)}>
        Preset
      </button>
    </>
  );
}

function setUp(options: Partial<Pick<OwnerProps, "first" | "least" | "most" | "decimals">> = {}) {
  const props = { first: 1_500, least: 0, most: 2_000_000, decimals: 0, ...options, onChange: vi.fn(), onValidity: vi.fn() };
  render(<Owner {...props} />);
  return { ...props, user: userEvent.setup(), field: screen.getByRole("textbox", { name: "Tokens per request" }) };
}

describe("a number field at rest", () => {
  it("shows the exact value, grouped, and says its unit", () => {
    const { field } = setUp({ first: 123_456 });
    expect(field).toHaveValue("123,456");
    expect(field).toHaveAccessibleDescription("tokens");
    expect(field).not.toHaveAttribute("aria-invalid");
  });

  it("is text with a decimal keypad, which no wheel turns", () => {
    const { field, onChange } = setUp();
    expect(field).toHaveAttribute("type", "text");
    expect(field).toHaveAttribute("inputmode", "decimal");
    field.focus();
    fireEvent.wheel(field, { deltaY: 100 });
    expect(onChange).not.toHaveBeenCalled();
  });

  it("hands nothing on when a person only passes through", async () => {
    const { user, onChange } = setUp({ first: 123_456 });
    await user.tab();
    await user.tab();
    expect(onChange).not.toHaveBeenCalled();
  });

  it("follows a value that changes outside", async () => {
    const { user, field } = setUp();
    await user.click(screen.getByRole("button", { name: "Preset" }));
    expect(field).toHaveValue("42");
  });
});

describe("typing", () => {
  it("hands on each text that can be used, and groups it on leaving", async () => {
    const { user, field, onChange } = setUp();
    await user.clear(field);
    await user.type(field, "2000");
    expect(onChange.mock.calls).toEqual([[2], [20], [200], [2_000]]);
    expect(field).toHaveValue("2000");
    await user.tab();
    expect(field).toHaveValue("2,000");
  });

  it("goes on from the value without its grouping, so that a digit more is one digit more", async () => {
    const { user, field, onChange } = setUp();
    await user.type(field, "0");
    expect(field).toHaveValue("15000");
    expect(onChange.mock.calls).toEqual([[15_000]]);
  });

  it("reached by Tab is typed over", async () => {
    const { user, field } = setUp();
    await user.tab();
    await user.keyboard("7");
    expect(field).toHaveValue("7");
  });

  it("keeps what a script selects as it focuses", () => {
    const { field } = setUp();
    act(() => {
      field.focus();
      (field as HTMLInputElement).select();
    });
    expect(field).toHaveValue("1500");
    expect([(field as HTMLInputElement).selectionStart, (field as HTMLInputElement).selectionEnd]).toEqual([0, 4]);
  });

  it("reads 2M on Enter as two million", async () => {
    const { user, field, onChange } = setUp();
    await user.clear(field);
    await user.type(field, "2M{Enter}");
    expect(onChange).toHaveBeenLastCalledWith(2_000_000);
    expect(field).toHaveFocus();
    expect(field).toHaveValue("2000000");
    await user.tab();
    expect(field).toHaveValue("2,000,000");
  });

  it("keeps a text that it cannot read, says what it can, and hands on nothing", async () => {
    const { user, field, onChange, onValidity } = setUp();
    await user.clear(field);
    onChange.mockClear();
    await user.click(field);
    await user.paste("1,5");
    await user.tab();
    expect(field).toHaveValue("1,5");
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(`tokens Not a number we can read. ${ACCEPTED}`);
    expect(onChange).not.toHaveBeenCalled();
    expect(onValidity).toHaveBeenLastCalledWith(false);
  });

  it("does not take empty for 0", async () => {
    const { user, field, onChange, onValidity } = setUp();
    await user.clear(field);
    await user.tab();
    expect(field).toHaveValue("");
    expect(field).toHaveAccessibleDescription(`tokens Nothing is entered. ${ACCEPTED}`);
    expect(onChange).not.toHaveBeenCalled();
    expect(onValidity.mock.calls).toEqual([[false]]);
  });

  it("is valid again once mended, and says so once", async () => {
    const { user, field, onValidity } = setUp();
    await user.clear(field);
    await user.type(field, "7");
    expect(field).toBeValid();
    expect(onValidity.mock.calls).toEqual([[false], [true]]);
  });

  it("goes back to the last value on Escape", async () => {
    const { user, field, onChange, onValidity } = setUp();
    await user.type(field, "x{Escape}");
    expect(field).toHaveValue("1500");
    expect(field).toBeValid();
    expect(onChange).not.toHaveBeenCalled();
    expect(onValidity).toHaveBeenLastCalledWith(true);
  });

  it("refuses decimals where only whole numbers are", async () => {
    const { user, field, onChange } = setUp();
    await user.clear(field);
    await user.click(field);
    // As a German spreadsheet writes one thousand five hundred: it must not become 1.5.
    await user.paste("1.500");
    expect(field).toHaveAccessibleDescription(`tokens Whole numbers only. ${ACCEPTED}`);
    expect(onChange).not.toHaveBeenCalled();
  });

  it("takes as many decimals as it is told", async () => {
    const { user, field, onChange } = setUp({ first: 1, most: 100, decimals: 1 });
    await user.clear(field);
    await user.type(field, "1.25");
    expect(onChange.mock.calls).toEqual([[1.2]]);
    expect(field).toHaveAccessibleDescription("tokens One decimal at most. Write a number from 0 to 100.");
  });

  it("is not overwritten from outside while it goes on", async () => {
    const { user, field } = setUp();
    await user.type(field, "x");
    // A click by script leaves the focus where it is, as an undo key or a loaded file does.
    fireEvent.click(screen.getByRole("button", { name: "Preset" }));
    expect(field).toHaveValue("1500x");
    await user.keyboard("{Escape}");
    expect(field).toHaveValue("42");
  });

  it("left behind unread gives way to a value from outside", async () => {
    const { user, field, onValidity } = setUp();
    await user.type(field, "x");
    await user.click(screen.getByRole("button", { name: "Preset" }));
    expect(field).toHaveValue("42");
    expect(field).toBeValid();
    expect(onValidity).toHaveBeenLastCalledWith(true);
  });
});

describe("a value out of range", () => {
  it.each([
    ["1999999", 1_999_999, "tokens"],
    ["2000000", 2_000_000, "tokens"],
    ["2000001", 2_000_000, "tokens Highest possible is 2,000,000: set to that."],
  ])("%s is committed as %d", async (text, value, description) => {
    const { user, field, onChange } = setUp();
    await user.clear(field);
    await user.click(field);
    await user.paste(text);
    await user.tab();
    expect(onChange.mock.calls).toEqual([[value]]);
    expect(field).toHaveAccessibleDescription(description);
    expect(field).toBeValid();
  });

  it("too low is raised on leaving, not while typing", async () => {
    const { user, field, onChange } = setUp({ first: 50, least: 10 });
    await user.clear(field);
    await user.type(field, "9");
    expect(field).toBeInvalid();
    expect(onChange).not.toHaveBeenCalled();
    await user.tab();
    expect(onChange.mock.calls).toEqual([[10]]);
    expect(field).toHaveValue("10");
    expect(field).toHaveAccessibleDescription("tokens Lowest possible is 10: set to that.");
  });

  it("is announced, and forgotten when typing goes on", async () => {
    const { user, field } = setUp();
    await user.type(field, "000000{Enter}");
    expect(screen.getByText("Highest possible is 2,000,000: set to that.")).toHaveAttribute("aria-live", "polite");
    await user.clear(field);
    await user.type(field, "5");
    expect(field).toHaveAccessibleDescription("tokens");
  });
});

it("an error from outside is said and marked", () => {
  const field = { id: "f", label: "Share", value: 60, least: 0, most: 100, onChange: vi.fn() };
  render(<NumberField {...field} error="The shares add to 120%, not 100%." />);
  expect(screen.getByRole("textbox", { name: "Share" })).toBeInvalid();
  expect(screen.getByRole("textbox", { name: "Share" })).toHaveAccessibleDescription("The shares add to 120%, not 100%.");
});

it("a field that goes while invalid no longer counts as invalid", async () => {
  const onValidity = vi.fn();
  const field = { id: "f", label: "Share", value: 60, least: 0, most: 100, onChange: vi.fn(), onValidity };
  const { unmount } = render(<NumberField {...field} />);
  await userEvent.type(screen.getByRole("textbox"), "x");
  unmount();
  expect(onValidity.mock.calls).toEqual([[false], [true]]);
});
