import type { PlanOffer, PlanVerdict } from "../../pricing/compare-plans.ts";
import type { Estimate, PlanComparison } from "../../scenario/estimate.ts";
import { formatAboutUsd } from "../../ui/format-money.ts";

/** What one developer's month costs where it is cheapest, in a few words; two ways where it depends on the plans' limits. */
export function cheapestInWords({ comparison, perDeveloperMonth }: Pick<Estimate, "comparison" | "perDeveloperMonth">): string {
  const { atLow, atHigh, low } = comparison;
  if (low.length === 0) return `API ${formatAboutUsd(perDeveloperMonth)}: ${whyNoPlan(comparison)}`;
  const name = nameOf(atLow.cheapest, low);
  const [lowCost, highCost] = [atLow, atHigh].map((verdict) => formatAboutUsd(costOf(verdict, perDeveloperMonth)));
  if (atLow.cheapest !== atHigh.cheapest) return `${name} ${lowCost} or ${nameOf(atHigh.cheapest, low)} ${highCost}`;
  return `${name} ${[...new Set([highCost, lowCost])].join("–")}`;
}

/** Which plan's limit holds all of one developer's work, the cheapest such: for sure at the low end of its limit, perhaps at the high end. */
export function limitsInWords({ comparison }: Pick<Estimate, "comparison">): string {
  const { atLow, atHigh, low } = comparison;
  if (low.length === 0) return whyNoPlan(comparison);
  const [sure, perhaps] = [atLow, atHigh].map((verdict) => cheapestHolding(verdict, low));
  if (!perhaps) return "no plan holds it all";
  if (!sure) return `${perhaps.name} may hold it all`;
  return sure.id === perhaps.id ? `${sure.name} holds it all` : `${perhaps.name} may hold it all, ${sure.name} does`;
}

function cheapestHolding({ costs }: PlanVerdict, offers: readonly PlanOffer[]): PlanOffer | undefined {
  const holding = offers.filter((_, index) => costs[index]?.overflow === 0);
  return holding.reduce<PlanOffer | undefined>((best, offer) => (best && best.fee <= offer.fee ? best : offer), undefined);
}

function costOf({ cheapest, costs }: PlanVerdict, api: number): number {
  return costs.find(({ id }) => id === cheapest)?.cost ?? api;
}

function nameOf(id: string, offers: readonly PlanOffer[]): string {
  return offers.find((offer) => offer.id === id)?.name ?? "API";
}

// Where plans are for such work and none could be offered, nobody has stated what they cover.
function whyNoPlan({ unknown }: PlanComparison): string {
  return unknown.length === 0 ? "no plan is for this kind of work" : "no plan's limit is stated";
}
