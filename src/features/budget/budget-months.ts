import type { Estimate } from "../../scenario/estimate.ts";
import type { BudgetCase } from "./combine-budget.ts";

/** The months that a budget is held against where no range of months is handed in: the one that is estimated. */
export function budgetMonths({ perMonth }: Estimate): readonly BudgetCase[] {
  return [{ id: "estimate", name: "The month as estimated", label: "As estimated", usd: perMonth }];
}
