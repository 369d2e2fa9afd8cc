import { readdirSync, readFileSync } from "node:fs";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { ComponentType } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Against } from "../../src/app/against.tsx";
import { Compared } from "../../src/app/compared.tsx";
import { Details } from "../../src/app/details.tsx";
import { Further } from "../../src/app/further.tsx";
import { Insights } from "../../src/app/insights.tsx";
import { OwnUsage } from "../../src/app/own-usage.tsx";
import { PanelBoundary } from "../../src/app/panel-boundary.tsx";
import { Team } from "../../src/app/team.tsx";
import { chaos } from "./stand-in.ts";

const named = vi.hoisted(
  () =>
    async (...names: readonly string[]) =>
      (await import("./stand-in.ts")).standIns(...names),
);

vi.mock("../../src/features/break-even/break-even-panel.tsx", () => named("BreakEvenPanel"));
vi.mock("../../src/features/model-costs/model-costs-panel.tsx", () => named("ModelCostsPanel"));
vi.mock("../../src/features/month/month-panel.tsx", () => named("MonthPanel"));
vi.mock("../../src/features/bill/bill-panel.tsx", () => named("BillPanel"));
vi.mock("../../src/features/plans/plans-panel.tsx", () => named("PlansPanel"));
vi.mock("../../src/features/session-story/session-story-panel.tsx", () => named("SessionStoryPanel"));
vi.mock("../../src/features/levers/levers-panel.tsx", () => named("LeversPanel"));
vi.mock("../../src/features/billing-mode/billing-mode-panel.tsx", () => named("BillingModePanel"));
vi.mock("../../src/features/budget/budget-panel.tsx", () => named("BudgetPanel"));
vi.mock("../../src/features/sensitivity/sensitivity-panel.tsx", () => named("SensitivityPanel"));
vi.mock("../../src/features/month-range/month-range-panel.tsx", () => named("MonthRangePanel"));
vi.mock("../../src/features/seats/seats-panel.tsx", () => named("SeatsPanel"));
vi.mock("../../src/features/import/import-panel.tsx", () => named("ImportPanel"));
vi.mock("../../src/features/import/what-if-panel.tsx", () => named("WhatIfPanel"));
vi.mock("../../src/features/import/use-my-usage.tsx", () => named("UseMyUsage"));
vi.mock("../../src/features/one-call/one-call-panel.tsx", () => named("OneCallPanel"));
vi.mock("../../src/features/app-levers/app-levers-panel.tsx", () => named("AppLeversPanel"));
vi.mock("../../src/features/vendors/vendors-panel.tsx", () => named("VendorsPanel"));
vi.mock("../../src/features/own-hardware/own-hardware-panel.tsx", () => named("OwnHardwarePanel"));
vi.mock("../../src/features/compare/compare-panel.tsx", () => named("ComparePanel"));
vi.mock("../../src/features/compare/editing-tag.tsx", () => named("EditingTag"));
vi.mock("../../src/app/print-page.tsx", () => named("PrintPage"));

/** Each part of the page with the panels that it mounts. What another panel is handed as its content fails with that one. */
const PARTS: readonly (readonly [string, ComponentType, readonly string[], Readonly<Record<string, string>>?])[] = [
  ["details", Details, ["BreakEvenPanel", "ModelCostsPanel", "MonthPanel", "BillPanel", "PlansPanel", "PrintPage"]],
  ["insights", Insights, ["SessionStoryPanel", "LeversPanel", "BillingModePanel", "BudgetPanel", "SensitivityPanel"]],
  ["team", Team, ["MonthRangePanel", "SeatsPanel"]],
  ["own-usage", OwnUsage, ["ImportPanel", "WhatIfPanel", "UseMyUsage"], { WhatIfPanel: "ImportPanel" }],
  ["against", Against, ["OneCallPanel", "AppLeversPanel", "VendorsPanel", "OwnHardwarePanel"]],
  ["compared", ComparedInItsPlace, ["ComparePanel"]],
];

// As src/app/app.tsx mounts it.
function ComparedInItsPlace() {
  return (
    <PanelBoundary name="The comparison">
      <Compared />
    </PanelBoundary>
  );
}

const shown = (): readonly (string | undefined)[] =>
  Array.from(document.querySelectorAll<HTMLElement>("[data-panel]"), ({ dataset }) => dataset.panel);

/** Folds everything open, as a person would one after the other. */
function unfold(): void {
  for (const details of document.querySelectorAll("details")) {
    details.open = true;
    fireEvent(details, new Event("toggle"));
  }
}

beforeEach(() => {
  chaos.failing = "";
  // React tells of each error that a boundary has caught.
  vi.spyOn(console, "error").mockImplementation(() => {});
});

describe("R7: a panel that throws takes no other with it, and can be tried again", () => {
  const cases = PARTS.flatMap(([part, Part, panels, within = {}]) =>
    panels.map((panel) => ({ part, Part, panel, beside: panels.filter((other) => other !== panel && within[other] !== panel) })),
  );

  it.each(cases)("$panel, of $part", async ({ Part, panel, beside }) => {
    chaos.failing = panel;
    render(<Part />);
    unfold();
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("could not be shown. The other parts go on. Your inputs are kept.");
    await waitFor(() => expect(shown()).toEqual(expect.arrayContaining([...beside])));
    expect(shown()).not.toContain(panel);
    chaos.failing = "";
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(screen.queryByRole("alert")).toBeNull();
    expect(shown()).toEqual(expect.arrayContaining([panel, ...beside]));
  });

  it("stands in for every panel that src/app mounts under the answer: a new one must be tried too", () => {
    const folder = new URL("../../src/app/", `file://${import.meta.dirname}/`);
    const files = readdirSync(folder).filter((file) => file.endsWith(".tsx") && !["app.tsx", "header-tools.tsx"].includes(file));
    const mounted = files.flatMap((file) => {
      const text = readFileSync(new URL(file, folder), "utf8");
      return Array.from(text.matchAll(/"\.\.\/features\/[^"]*\/([^"/]*-panel|use-my-usage)\.tsx"/g), ([, name = ""]) => name);
    });
    const tried = PARTS.flatMap(([, , panels]) => panels).map(kebab);
    const inputs = ["currency-panel", "limits-panel", "assumptions-panel", "terms-panel"];
    expect(mounted.length).toBeGreaterThan(20);
    expect(mounted.filter((name) => !tried.includes(name)).toSorted()).toEqual(inputs.toSorted());
  });
});

const kebab = (name: string): string => name.replace(/\B[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

describe("R7: a part of the page far down", () => {
  it("that fails as a whole leaves the three others", async () => {
    chaos.failing = "ImportPanel";
    render(<Further />);
    const alert = await screen.findByRole("alert");
    expect(document.querySelector("#own-usage")).toContainElement(alert);
    await waitFor(() => expect(shown()).toEqual(expect.arrayContaining(["SessionStoryPanel", "SeatsPanel", "UseMyUsage"])));
    expect(screen.getByText("Against what else")).toBeInTheDocument();
  });
});
