import type { PlanOffer } from "../pricing/compare-plans.ts";
import { capacityRange } from "../rates/plan-capacity.ts";
import { type Plan, plans } from "../rates/plans.ts";
import { LIMITED_PLANS, type LimitedPlan, type LimitRange, type LimitRule, type Scenario } from "./scenario.ts";
import { isServedByPlans } from "./work-kind.ts";

/** One developer's month of work, priced two ways. USD, unrounded. */
export interface MonthOfWork {
  /** As the scenario says: the API bill. */
  readonly api: number;
  /** The same work with the 1-hour cache that subscribers get: what their limits are measured in. */
  readonly subscription: number;
}

/** The plans that can be compared at one end of their limits' ranges. */
export interface PlanOffers {
  readonly low: readonly PlanOffer[];
  readonly high: readonly PlanOffer[];
  /** Plans with Claude Code whose limit nobody has stated: shown as "limit unknown", never compared. */
  readonly unknown: readonly LimitedPlan[];
}

type PlanChoices = Pick<Scenario, "work" | "limitRule" | "ownLimits" | "planBilling">;

/**
 * The plans of a scenario with their limits as API bills. Community figures and the person's own are API-equivalent USD of subscription
 * work, so a limit L covers min(1, L/subscription) of this work: as a part of the API bill that is L × api / subscription. The guides'
 * rule speaks of API prices already. Programmatic work is under no plan's limits, so there nothing is offered.
 */
export function planOffers(scenario: PlanChoices, work: MonthOfWork): PlanOffers {
  if (!isServedByPlans(scenario.work)) return { low: [], high: [], unknown: [] };
  const scale = scenario.limitRule === "guides" || work.subscription === 0 ? 1 : work.api / work.subscription;
  const ranges = LIMITED_PLANS.map((id) => ({ id, limit: limitRange(id, scenario) }));
  const at = (end: keyof LimitRange): PlanOffer[] =>
    ranges.flatMap(({ id, limit }) => (limit === null ? [] : [offerOf(id, scenario.planBilling, scaled(limit[end], scale))]));
  return { low: at("low"), high: at("high"), unknown: ranges.filter(({ limit }) => limit === null).map(({ id }) => id) };
}

/** A limit at its two ends; `null` ends = unlimited. */
interface OpenRange {
  readonly low: number | null;
  readonly high: number | null;
}

/** What a plan covers a month under the scenario's rule, in API-equivalent USD before scaling; null = unknown. */
export function limitRange(
  plan: LimitedPlan,
  { limitRule, ownLimits }: { readonly limitRule: LimitRule; readonly ownLimits: Scenario["ownLimits"] },
): OpenRange | null {
  if (limitRule === "own") return ownLimits[plan];
  return limitRule === "community" ? capacityRange(plan) : guidesLimit(plan);
}

// Public guides' tables hold only if a plan covers work up to the price of the next one, the last without a limit; seats are left out.
function guidesLimit(plan: LimitedPlan): OpenRange | null {
  if (plan === "ultra") return { low: null, high: null };
  const next = plan === "pro" ? "max" : plan === "max" ? "ultra" : null;
  if (next === null) return null;
  const limit = monthlyFee(planById(next));
  return { low: limit, high: limit };
}

function offerOf(id: LimitedPlan, billing: Scenario["planBilling"], limit: number | null): PlanOffer {
  const plan = planById(id);
  return {
    id,
    name: plan.name,
    fee: billing === "annual" ? (plan.annualUsdPerMonth ?? monthlyFee(plan)) : monthlyFee(plan),
    limit,
  };
}

function scaled(limit: number | null, scale: number): number | null {
  return limit === null ? null : limit * scale;
}

/** A plan of the catalog by its id. @throws RangeError for none: our mistake */
export function planById(id: string): Plan {
  const plan = plans.find((candidate) => candidate.id === id);
  if (!plan) throw new RangeError(`plan: "${id}" is not in the catalog`);
  return plan;
}

function monthlyFee(plan: Plan): number {
  return plan.monthlyUsd ?? plan.annualUsdPerMonth ?? 0;
}
