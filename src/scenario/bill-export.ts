import { monthInWords } from "./bill-in-words.ts";
import type { Estimate } from "./estimate.ts";

/** The month's bill as a table for a file: plain numbers, the units in the labels or in columns of their own. */
export interface BillFile {
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** The sum of the amounts; null in every other column. */
  readonly total: readonly (string | number | null)[];
}

const COLUMNS: BillFile["columns"] = [
  { id: "item", label: "Item" },
  { id: "quantity", label: "Quantity" },
  { id: "unit", label: "Unit" },
  { id: "rate", label: "Rate, US$" },
  { id: "per", label: "Rate per" },
  { id: "amount", label: "Amount, US$ a month" },
  { id: "source", label: "Source of the rate" },
  { id: "checkedOn", label: "Source checked on" },
];

/**
 * Every line of the month's bill, all developers: amount = quantity × rate, the rate for what the row says. Nothing is rounded.
 *
 * @example billFile(estimate).rows[0] //=> ["Input, Opus 5.5", 2_000_000, "tokens", 5, "MTok", 10, "in force from …", "2026-11-20"]
 */
export function billFile(estimate: Pick<Estimate, "lines" | "profiles">): BillFile {
  const lines = monthInWords(estimate);
  return {
    columns: COLUMNS,
    rows: lines.map(({ item, quantity, unit, rate, per, amount, source }) => [
      ...[item, quantity, unit, rate, per, amount],
      ...(source === "own" ? ["your own rate", ""] : [source.label, source.checkedOn]),
    ]),
    total: COLUMNS.map(({ id }) => {
      if (id === "item") return "Total";
      return id === "amount" ? lines.reduce((sum, { amount }) => sum + amount, 0) : null;
    }),
  };
}
