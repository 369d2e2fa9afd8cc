import { limitRange } from "../../scenario/plan-offers.ts";
import { quantise, RANGES } from "../../scenario/ranges.ts";
import { LIMITED_PLANS, type LimitedPlan, type LimitRange, type Scenario } from "../../scenario/scenario.ts";

type OwnLimits = Scenario["ownLimits"];

/** Own limits to begin with: the measured ranges where none was stated yet, so that there is something to correct. */
export function firstOwnLimits(ownLimits: OwnLimits): OwnLimits {
  if (LIMITED_PLANS.some((plan) => ownLimits[plan] !== null)) return ownLimits;
  const measured = LIMITED_PLANS.map((plan) => [plan, rounded(limitRange(plan, { limitRule: "community", ownLimits }))]);
  return Object.fromEntries(measured) as OwnLimits;
}

function rounded(range: { readonly low: number | null; readonly high: number | null } | null): LimitRange | null {
  return range && range.low !== null && range.high !== null ? { low: Math.round(range.low), high: Math.round(range.high) } : null;
}

/** What taking a limit over changes in a scenario: that plan's range, and own limits in force; the other plans begin as measured. */
export function withOwnLimit(
  { ownLimits }: Scenario,
  plan: LimitedPlan,
  { low, high }: LimitRange,
): Pick<Scenario, "limitRule" | "ownLimits"> {
  const range = { low: quantise(RANGES.limit, low), high: quantise(RANGES.limit, high) };
  return { limitRule: "own", ownLimits: { ...firstOwnLimits(ownLimits), [plan]: range } };
}
