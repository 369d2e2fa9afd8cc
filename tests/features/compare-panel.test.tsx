import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import { ComparePanel } from "../../src/features/compare/compare-panel.tsx";
import { EditingTag } from "../../src/features/compare/editing-tag.tsx";
import { CurrencyPanel } from "../../src/features/currency/currency-panel.tsx";
import { changeScenario } from "../../src/state/actions.ts";
import { changeCurrency } from "../../src/state/comparison-actions.ts";
import { createScenarioStore, scenarioStore } from "../../src/state/scenario-store.ts";
import { useScenario } from "../../src/state/use-scenario.ts";

function Shown(): ReactElement {
  const state = useScenario((present) => present);
  return (
    <>
      <EditingTag />
      {state.others.length > 0 ? <ComparePanel state={state} /> : null}
    </>
  );
}

const button = (name: string) => screen.getByRole("button", { name });
const heads = () => screen.getAllByRole("columnheader").map(({ textContent }) => textContent);

beforeEach(() => {
  scenarioStore.setState(createScenarioStore().getState(), true);
});

describe("the comparison", () => {
  it("begins from one scenario with the way to a second, which is then the one edited", async () => {
    render(<Shown />);
    expect(screen.queryByRole("table")).toBeNull();
    await userEvent.click(button("Compare with a copy"));
    expect(screen.getByText("Editing B of 2")).toBeInTheDocument();
    expect(heads()).toEqual(["Abaseline", "Bbeing edited"]);
  });

  it("keeps the focus on the button above the inputs, which then leads to the comparison", async () => {
    render(<Shown />);
    await userEvent.click(button("Compare with a copy"));
    expect(button("Side by side")).toHaveFocus();
    await userEvent.click(button("Side by side"));
    expect(document.activeElement?.id).toBe("compare");
  });

  it("changes only the scenario being edited, and says what that does", async () => {
    render(<Shown />);
    await userEvent.click(button("Compare with a copy"));
    act(() => changeScenario({ developers: 3 }));
    // the typical month, $194.54, three times
    expect(document.querySelector("[data-difference]")).toHaveTextContent("A → B: +$389.07 a month: developers 1 → 3");
    await userEvent.click(button("Edit A"));
    expect(screen.getByText("Editing A of 2")).toBeInTheDocument();
    expect(scenarioStore.getState().scenario.developers).toBe(1);
  });

  it("is measured against another one, takes one out and gives the focus to the way to a second", async () => {
    render(<Shown />);
    await userEvent.click(button("Compare with a copy"));
    await userEvent.click(button("Measure against B"));
    expect(heads()).toEqual(["A", "Bbaseline, being edited"]);
    await userEvent.click(button("Remove B"));
    expect(screen.queryByRole("table")).toBeNull();
    expect(button("Compare with a copy")).toHaveFocus();
  });

  it("holds four at most", async () => {
    render(<Shown />);
    await userEvent.click(button("Compare with a copy"));
    await userEvent.click(button("Add a copy"));
    expect(button("Add a copy")).toBeEnabled();
    await userEvent.click(button("Add a copy"));
    expect(screen.getByText("Editing D of 4")).toBeInTheDocument();
    expect(button("Add a copy")).toBeDisabled();
  });

  it("shows each month in the person's currency too, the rate once", async () => {
    render(<Shown />);
    await userEvent.click(button("Compare with a copy"));
    act(() => changeCurrency({ code: "EUR", perUsd: 0.5 }));
    const month = screen.getByRole("row", { name: /^A month on the API/ });
    // 194.53536 / 2 = 97.26768
    expect(within(month).getAllByText("≈ €97.27")).toHaveLength(2);
    expect(screen.getAllByText(/at 0.5 EUR for US\$1, set by hand/)).toHaveLength(1);
  });
});

describe("the currency", () => {
  const currency = () => scenarioStore.getState().scenario.currency;
  const code = () => screen.getByLabelText("Show amounts in another currency too");

  it("takes any three letters, in any case, for all compared scenarios, and asks for the rate", async () => {
    render(<CurrencyPanel />);
    await userEvent.clear(code());
    await userEvent.type(code(), "xqz");
    expect(currency()).toEqual({ code: "XQZ", perUsd: 1 });
    expect(screen.getByText(/Please set today's rate/)).toBeInTheDocument();
    await userEvent.clear(screen.getByRole("textbox", { name: "What US$1 is in XQZ" }));
    await userEvent.type(screen.getByRole("textbox", { name: "What US$1 is in XQZ" }), "0.92");
    expect(currency()).toEqual({ code: "XQZ", perUsd: 0.92 });
  });

  it("does not keep the rate of one currency for another", async () => {
    act(() => changeCurrency({ code: "EUR", perUsd: 0.92 }));
    render(<CurrencyPanel />);
    await userEvent.clear(code());
    expect(currency()).toEqual({ code: "USD", perUsd: 1 });
    await userEvent.type(code(), "JPY");
    expect(currency()).toEqual({ code: "JPY", perUsd: 1 });
  });

  it("says what is wrong with two letters, and keeps the last good ones", async () => {
    act(() => changeCurrency({ code: "EUR", perUsd: 0.92 }));
    render(<CurrencyPanel />);
    await userEvent.type(code(), "{Backspace}EU", { initialSelectionStart: 0, initialSelectionEnd: 3 });
    expect(code()).toHaveAccessibleDescription(/Three letters/);
    expect(scenarioStore.getState().unread.has("currency-code")).toBe(true);
    await userEvent.tab();
    expect(code()).toHaveValue(currency().code);
    expect(scenarioStore.getState().unread.size).toBe(0);
  });
});
