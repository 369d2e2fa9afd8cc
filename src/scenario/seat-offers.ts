import type { PlanOffer } from "../pricing/compare-plans.ts";
import type { DeveloperGroup, SeatOffers, TeamOffer } from "../pricing/seat-choice.ts";
import type { Estimate } from "./estimate.ts";
import { type MonthOfWork, planById, planOffers } from "./plan-offers.ts";
import type { LimitedPlan, Scenario } from "./scenario.ts";

/** What a team's developers can be given, at either end of the limits' ranges. */
export interface SeatOfferEnds {
  readonly low: SeatOffers;
  readonly high: SeatOffers;
  /** Plans whose limit nobody has stated: not on offer. */
  readonly unknown: readonly LimitedPlan[];
}

/** A team and what can be bought for it. */
export interface TeamToSeat {
  readonly groups: readonly DeveloperGroup[];
  readonly offers: SeatOfferEnds;
  /** Whether the groups are the person's own, and not the scenario's developers alike. */
  readonly isOwn: boolean;
}

/** Work that is stated in the dollars that limits are stated in: then nothing is scaled. */
const AS_STATED: MonthOfWork = { api: 1, subscription: 1 };

/**
 * The scenario's plans for seating a team: those that one person buys, and the seats that are bought together under one contract.
 *
 * @param work what limits are scaled by, as `planOffers` does; left out: not at all, because amounts that a person states are
 * API-equivalent USD, and so are limits
 * @example seatOffers(guides).low.team //=> null: the guides' rule says nothing of seats
 */
export function seatOffers(scenario: Parameters<typeof planOffers>[0], work: MonthOfWork = AS_STATED): SeatOfferEnds {
  const { low, high, unknown } = planOffers(scenario, work);
  return { low: bySeller(low), high: bySeller(high), unknown };
}

/**
 * The scenario's team: its own groups, or its developers alike with the scenario's work. Those of the scenario are measured against limits
 * scaled as everywhere on the page, so that one developer gets what the comparison of plans calls cheapest, team seats apart.
 *
 * @example a scenario of 3 developers at $200 each and no groups //=> groups [{ count: 3, usdPerMonth: 200 }]
 */
export function teamToSeat(scenario: Scenario, { perDeveloperMonth, comparison }: Estimate): TeamToSeat {
  if (scenario.team.length === 0)
    return {
      groups: [{ count: scenario.developers, usdPerMonth: perDeveloperMonth }],
      offers: seatOffers(scenario, comparison.work),
      isOwn: false,
    };
  const groups = scenario.team.map(({ developers, totalUsd }) => ({ count: developers, usdPerMonth: totalUsd / developers }));
  return { groups, offers: seatOffers(scenario), isOwn: true };
}

function bySeller(offers: readonly PlanOffer[]): SeatOffers {
  const seats = offers.filter(({ id }) => planById(id).seats !== null);
  return { plans: offers.filter((offer) => !seats.includes(offer)), team: contractFor(seats) };
}

// Kinds of seats are mixed under one contract, so the narrowest bounds hold.
function contractFor(seats: readonly PlanOffer[]): TeamOffer | null {
  const bounds = seats.flatMap(({ id }) => planById(id).seats ?? []);
  if (bounds.length === 0) return null;
  return {
    seats,
    least: Math.max(...bounds.map(({ least }) => least)),
    most: Math.min(...bounds.map(({ most }) => most)),
  };
}
