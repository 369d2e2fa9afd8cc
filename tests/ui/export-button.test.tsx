import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { ExportButton } from "../../src/ui/export-button.tsx";
import { type AskOrigin, ExportOriginContext } from "../../src/ui/export-origin.ts";

const ORIGIN = { pricesOf: "2026-11-20", link: "https://calc.test/#v=1" };
const TABLE = { columns: [{ id: "item", label: "Item" }], rows: [["Input"]], total: null };

// jsdom knows no modal dialogs.
HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
  this.open = true;
};

function draw(askOrigin: AskOrigin, frame?: () => HTMLElement | null): void {
  render(
    <ExportOriginContext value={askOrigin}>
      <ExportButton name="bill" title="The bill" table={() => TABLE} frame={frame} />
    </ExportOriginContext>,
  );
}

async function open(): Promise<void> {
  await userEvent.click(screen.getByRole("button", { name: "Export" }));
  await screen.findByRole("dialog", { name: "Export: The bill" });
}

it("is not there where nobody knows which prices and inputs the figures rest on", () => {
  draw(null);
  expect(screen.queryByRole("button")).toBeNull();
});

it.each([
  ["a table alone", undefined, ["CSV", "JSON"]],
  ["a chart", () => document.body, ["CSV", "JSON", "SVG", "PNG"]],
] as const)("offers %s as what it can be", async (_, frame, kinds) => {
  draw(async () => ORIGIN, frame);
  await open();
  const offered = screen.getAllByRole("listitem").map(({ textContent }) => /\((\w+)\)/.exec(textContent)?.[1]);
  expect(offered).toEqual(kinds);
});

it("says so where no picture can be made, because nothing is drawn", async () => {
  draw(
    async () => ORIGIN,
    () => document.body,
  );
  await open();
  await userEvent.click(screen.getByRole("button", { name: /SVG/ }));
  expect(await screen.findByText("This file could not be made. The table holds the same figures.")).toBeVisible();
});
