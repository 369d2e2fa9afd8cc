import { outOfRange, requireWithin } from "../lib/range-error.ts";

/** A plan as one person would buy it. */
export interface PlanOffer {
  readonly id: string;
  readonly name: string;
  /** USD a month for one person. */
  readonly fee: number;
  /** API-equivalent USD a month that the plan covers; null = unlimited. A plan whose limit is unknown is not passed in. */
  readonly limit: number | null;
}

/** What happens past a plan's limit: the rest is bought at API rates, or the plan does not serve. */
export type Overflow = "api-rates" | "not-allowed";

/** What one plan costs for some work. */
export interface PlanCost {
  readonly id: string;
  /** USD a month; null when the plan cannot hold the work and overflow is "not-allowed". */
  readonly cost: number | null;
  /** USD a month of the work that is past the limit. */
  readonly overflow: number;
  /** API bill − cost; negative when the plan costs more. null with `cost`. */
  readonly saves: number | null;
}

/** Plans beside the API for some work. */
export interface PlanVerdict {
  /** "api" or a plan's id. Ties go to the API first, then to the cheaper fee. */
  readonly cheapest: string;
  readonly costs: readonly PlanCost[];
}

/**
 * What one person pays a month in API rates, and each plan beside it: fee + what is past the limit, or nothing at all past it where
 * overflow is not allowed.
 *
 * @throws RangeError for a bill, fee or limit that is no number ≥ 0, and for an unknown overflow policy
 * @example comparePlans(132, [{ id: "max", name: "Max", fee: 100, limit: 200 }], "not-allowed").costs[0].saves //=> 32
 */
export function comparePlans(apiCostPerMonth: number, plans: readonly PlanOffer[], overflow: Overflow): PlanVerdict {
  requireWithin("apiCostPerMonth", apiCostPerMonth, [0, Number.MAX_VALUE]);
  if (overflow !== "api-rates" && overflow !== "not-allowed")
    throw outOfRange("overflow", overflow, '"api-rates" or "not-allowed"');
  const costs = plans.map((plan) => costOfPlan(plan, apiCostPerMonth, overflow));
  return { cheapest: cheapestOf(apiCostPerMonth, plans, costs), costs };
}

/** What one plan costs for work of `work` API-equivalent USD a month. @throws RangeError for a fee or limit that is no number ≥ 0 */
export function costOfPlan({ id, fee, limit }: PlanOffer, work: number, overflow: Overflow): PlanCost {
  requireWithin(`${id}.fee`, fee, [0, Number.MAX_VALUE]);
  if (limit !== null) requireWithin(`${id}.limit`, limit, [0, Number.MAX_VALUE]);
  const past = limit === null ? 0 : Math.max(0, work - limit);
  if (past > 0 && overflow === "not-allowed") return { id, cost: null, overflow: past, saves: null };
  const cost = fee + past;
  return { id, cost, overflow: past, saves: work - cost };
}

function cheapestOf(apiCost: number, plans: readonly PlanOffer[], costs: readonly PlanCost[]): string {
  let best = { id: "api", cost: apiCost, fee: 0 };
  plans.forEach((plan, index) => {
    const cost = costs[index]?.cost ?? null;
    if (cost === null) return;
    if (cost < best.cost || (cost === best.cost && best.id !== "api" && plan.fee < best.fee))
      best = { id: plan.id, cost, fee: plan.fee };
  });
  return best.id;
}
