import type { PlanCost, PlanOffer } from "../../pricing/compare-plans.ts";
import { capacityCaveat } from "../../rates/plan-capacity.ts";
import type { Estimate } from "../../scenario/estimate.ts";
import { planById } from "../../scenario/plan-offers.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { isServedByPlans } from "../../scenario/work-kind.ts";
import type { DataRow } from "../../ui/data-table.tsx";
import { formatUsd } from "../../ui/format-money.ts";

/** The plans' table and what has to stand beside it. */
export interface PlansView {
  readonly rows: readonly DataRow[];
  readonly notes: readonly string[];
}

/** One developer's month. Ranges go from the low to the high end of a plan's limit. */
export function combinePlans(scenario: Scenario, estimate: Estimate): PlansView {
  const { comparison, perDeveloperMonth } = estimate;
  const offered = comparison.low.map((low, index) => {
    const costs = [comparison.atLow.costs[index], comparison.atHigh.costs[index]] as const;
    return planRow(low, comparison.high[index]?.limit ?? null, costs);
  });
  const unknown = comparison.unknown.map((id) => ({
    id,
    cells: [planName(id), formatUsd(feeOf(id, scenario)), "limit unknown", "", "limit unknown", ""],
  }));
  return {
    rows: [
      {
        id: "api",
        cells: ["API", formatUsd(0), "nothing", formatUsd(perDeveloperMonth), formatUsd(perDeveloperMonth), formatUsd(0)],
      },
      ...offered,
      ...unknown,
      enterpriseRow(perDeveloperMonth),
    ],
    notes: notesOf(scenario, estimate),
  };
}

function planRow(
  low: PlanOffer,
  highLimit: number | null,
  [atLow, atHigh]: readonly [PlanCost | undefined, PlanCost | undefined],
): DataRow {
  const covers = low.limit === null ? "no limit" : between(low.limit, highLimit);
  return {
    id: low.id,
    cells: [
      planName(low.id),
      formatUsd(low.fee),
      covers,
      between(atHigh?.overflow, atLow?.overflow),
      between(atHigh?.cost, atLow?.cost),
      between(atLow?.saves, atHigh?.saves),
    ],
  };
}

/** A range in words, or one figure where both ends are the same; null = the plan does not serve. */
function between(from: number | null | undefined, to: number | null | undefined): string {
  const texts = [from, to].map((usd) => (usd === null || usd === undefined ? "does not serve" : formatUsd(usd)));
  return [...new Set(texts)].join(" to ");
}

// Its seat holds no usage: every token is billed at API rates on top.
function enterpriseRow(work: number): DataRow {
  const fee = planById("enterprise").annualUsdPerMonth ?? 0;
  return {
    id: "enterprise",
    cells: [planName("enterprise"), formatUsd(fee), "nothing", formatUsd(work), formatUsd(fee + work), formatUsd(-fee)],
  };
}

function planName(id: string): string {
  const { name, formerNames } = planById(id);
  const former = formerNames.map(({ name: old }) => old).join(", ");
  return former === "" ? name : `${name} (was ${former})`;
}

function feeOf(id: string, { planBilling }: Scenario): number {
  const { monthlyUsd, annualUsdPerMonth } = planById(id);
  return (planBilling === "annual" ? annualUsdPerMonth : null) ?? monthlyUsd ?? 0;
}

function notesOf(scenario: Scenario, { comparison: { work } }: Estimate): readonly string[] {
  if (!isServedByPlans(scenario.work))
    return ["Plans cover people at Claude Code. Programs are paid at API rates; whether claude -p counts as one is unresolved."];
  const cache =
    work.subscription === work.api
      ? []
      : [
          `Subscribers get a 1-hour cache: the same work is worth ${formatUsd(work.subscription)} there and ${formatUsd(work.api)} on the API, and limits are scaled by that.`,
        ];
  return [
    ...(scenario.limitRule === "community" ? [capacityCaveat] : []),
    ...cache,
    "Dollar figures of work under a plan are API-equivalent, not a bill.",
    "Team is sold from 5 to 150 seats. Free has no Claude Code.",
  ];
}
