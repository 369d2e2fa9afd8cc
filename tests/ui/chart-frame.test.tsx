import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { ChartFrame } from "../../src/ui/chart-frame.tsx";
import { DataTable } from "../../src/ui/data-table.tsx";

const TAKEAWAY = "Cache reads are 62% of the $3.41 that a session costs.";

function draw(): void {
  const columns = [
    { id: "class", label: "Class" },
    { id: "usd", label: "USD", numeric: true },
  ];
  const rows = [
    { id: "cacheRead", cells: ["Cache reads", "$2.11"] },
    { id: "output", cells: ["Output", "$1.30"] },
  ];
  const table = <DataTable caption="A session by class" columns={columns} rows={rows} footer={["Total", "$3.41"]} />;
  render(
    <ChartFrame title="One session" file="session" level={2} takeaway={TAKEAWAY} table={table}>
      {({ labelledBy, describedBy }) => <div role="img" aria-labelledby={labelledBy} aria-describedby={describedBy} />}
    </ChartFrame>,
  );
}

it("the drawing is named by the heading and described by the takeaway", () => {
  draw();
  expect(screen.getByRole("heading", { level: 2, name: "One session" })).toBeVisible();
  expect(screen.getByRole("img", { name: "One session" })).toHaveAccessibleDescription(TAKEAWAY);
});

it("the table is in the page from the start, and a button shows and hides it", async () => {
  draw();
  const table = screen.getByRole("table", { name: "A session by class", hidden: true });
  const toggle = screen.getByRole("button", { name: "Table" });
  expect(table).not.toBeVisible();
  expect(toggle).toHaveAttribute("aria-expanded", "false");
  await userEvent.click(toggle);
  expect(table).toBeVisible();
  expect(toggle).toHaveAttribute("aria-expanded", "true");
  expect(document.getElementById(toggle.getAttribute("aria-controls") ?? "")).toContainElement(table);
  await userEvent.click(toggle);
  expect(table).not.toBeVisible();
});

it("the table names its columns, rows and totals", async () => {
  draw();
  await userEvent.click(screen.getByRole("button", { name: "Table" }));
  expect(screen.getAllByRole("columnheader").map((head) => head.textContent)).toEqual(["Class", "USD"]);
  expect(screen.getAllByRole("rowheader").map((head) => head.textContent)).toEqual(["Cache reads", "Output", "Total"]);
  expect(screen.getAllByRole("cell").map((cell) => cell.textContent)).toEqual(["$2.11", "$1.30", "$3.41"]);
});

it("a table too wide scrolls in a frame that the keyboard reaches", async () => {
  draw();
  await userEvent.click(screen.getByRole("button", { name: "Table" }));
  expect(screen.getByRole("region", { name: "A session by class" })).toHaveAttribute("tabindex", "0");
});
