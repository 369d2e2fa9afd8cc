import type { DataColumn } from "../../ui/data-table.tsx";

/** The columns of the plans' table, on the screen and on paper. */
export const PLAN_COLUMNS: readonly DataColumn[] = [
  { id: "plan", label: "Plan" },
  { id: "fee", label: "Fee", numeric: true },
  { id: "fits", label: "Fits", numeric: true },
  { id: "past", label: "Overflow", numeric: true },
  { id: "cost", label: "Costs you a month", numeric: true },
  { id: "saves", label: "Saves against API", numeric: true },
  { id: "next", label: "Saves against next", numeric: true },
];
