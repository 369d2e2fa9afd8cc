import { render, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { BillLines, type ShownLine } from "../../src/ui/bill-lines.tsx";

const SOURCE = {
  label: "Anthropic pricing",
  url: "https://platform.claude.com/docs/en/about-claude/pricing",
  checkedOn: "2026-11-01",
};

function tokenLine(
  id: string,
  { quantity, rate, source = SOURCE }: { quantity: number; rate: number; source?: ShownLine["source"] },
): ShownLine {
  return { id, item: id, quantity, unit: "tokens", rate, per: "MTok", amount: (quantity * rate) / 1_000_000, source };
}

function draw(lines: readonly ShownLine[]): string[] {
  render(<BillLines caption="One session on the API" lines={lines} period="a session" />);
  return screen
    .getAllByRole("row")
    .slice(1)
    .map((row) => within(row).getByRole("cell").textContent ?? "");
}

it("each line shows quantity × rate = amount, with the rate's source and its date", () => {
  draw([tokenLine("Output", { quantity: 200_000, rate: 15 })]);
  const row = screen.getByRole("row", { name: /Output/ });
  expect(row).toHaveTextContent("200,000 tokens × $15 per MTok");
  expect(row).toHaveTextContent("Anthropic pricing, checked 2026-11-01");
  // 200,000 × 15 / 1,000,000 = 3
  expect(within(row).getByRole("cell")).toHaveTextContent("$3.00");
  expect(within(row).getByRole("link", { name: "Anthropic pricing" })).toHaveAttribute("href", SOURCE.url);
});

it("the lines as shown add up to the total as shown", () => {
  // 0.333 + 0.333 + 0.333 + 0.336 = 1.335, shown as $1.34; rounded alone they would read 0.33 × 3 + 0.34 = 1.33.
  const amounts = [0.333, 0.333, 0.333, 0.336];
  const shown = draw(amounts.map((amount, id) => ({ ...tokenLine(`Line ${id}`, { quantity: 1, rate: 1 }), amount })));
  expect(shown).toEqual(["$0.34", "$0.33", "$0.33", "$0.34", "$1.34"]);
});

it("a line too small for the total's digits is not shown as none", () => {
  // 1 × 0.025 / 1,000,000 is far below a cent.
  const shown = draw([tokenLine("Output", { quantity: 200_000, rate: 15 }), tokenLine("Input", { quantity: 1, rate: 0.025 })]);
  expect(shown).toEqual(["$3.00", "<$0.01", "$3.00"]);
});

it("a rate that the person typed is marked as theirs", () => {
  draw([tokenLine("Output", { quantity: 200_000, rate: 15, source: "own" })]);
  expect(screen.getByRole("row", { name: /Output/ })).toHaveTextContent("your own rate");
  expect(screen.queryByRole("link")).toBeNull();
});

it("the total names its period, and the rounding is stated", () => {
  draw([tokenLine("Output", { quantity: 200_000, rate: 15 })]);
  expect(screen.getByRole("row", { name: /Total/ })).toHaveTextContent("Total a session$3.00");
  expect(screen.getByRole("table", { name: "One session on the API" })).toHaveAccessibleDescription(/rounded together/);
});
