import type { Estimate } from "../../scenario/estimate.ts";
import { assumedSpread, type MonthSpreadJob, type SpreadFigures } from "../../scenario/month-spread.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import type { BudgetCase } from "./combine-budget.ts";

/** Months that a budget is held against, and over how many days each is spread. */
export interface BudgetMonths {
  readonly months: readonly BudgetCase[];
  readonly workingDays: number;
}

/** What the range of months is drawn from; null where it cannot be drawn. */
export interface BudgetJob {
  readonly months: MonthSpreadJob;
  readonly workingDays: number;
}

/** The months of all developers' assumed sessions: imported days are one developer's, a budget is the whole bill's. */
export function budgetJob(scenario: Scenario, estimate: Estimate): BudgetJob | null {
  const months = assumedSpread(scenario, estimate);
  return months && { months, workingDays: scenario.workingDays };
}

/** While no range is drawn: the month that is estimated. */
export function estimatedMonth({ perMonth }: Estimate, workingDays: number): BudgetMonths {
  return { months: [{ id: "estimate", name: "The month as estimated", label: "As estimated", usd: perMonth }], workingDays };
}

/** The middle and the dear end of the range. */
export function drawnMonths({ p50, p90 }: SpreadFigures, workingDays: number): BudgetMonths {
  return {
    months: [
      { id: "p50", name: "The p50 month", label: "p50 month", usd: p50 },
      { id: "p90", name: "The p90 month", label: "p90 month", usd: p90 },
    ],
    workingDays,
  };
}
