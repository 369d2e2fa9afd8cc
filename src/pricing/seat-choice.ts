import { outOfRange, requireWhole, requireWithin } from "../lib/range-error.ts";
import { costOfPlan, type Overflow, type PlanOffer } from "./compare-plans.ts";

/** Developers who work alike. */
export interface DeveloperGroup {
  /** Whole, ≥ 0. */
  readonly count: number;
  /** Work of one of them, API-equivalent USD a month, 0 to 10^12. */
  readonly usdPerMonth: number;
}

/** Seats that are bought together: kinds may be mixed, and count as one towards the least and the most. */
export interface TeamOffer {
  readonly seats: readonly PlanOffer[];
  /** The contract pays for at least so many, used or not; ≥ 1. */
  readonly least: number;
  readonly most: number;
}

/** What a developer can be given besides an API key. */
export interface SeatOffers {
  /** Plans that one person buys. */
  readonly plans: readonly PlanOffer[];
  /** null = none on offer. There is one contract at most. */
  readonly team: TeamOffer | null;
}

/** Something that a developer works with, and what it costs a month. */
export interface SeatChoice {
  /** "api" or an offer's id. */
  readonly option: string;
  /** USD a month; 0 for an API key. */
  readonly fee: number;
  /** USD a month at API rates: all of the work on a key, what is past the limit on a plan. */
  readonly usage: number;
}

/** The cheapest that one developer of a group can be given, with the team and without. */
export interface SeatChoices {
  readonly alone: SeatChoice;
  /** null = no seat of the team holds the work, or there is no team. */
  readonly inTeam: SeatChoice | null;
  /** What one developer saves by sitting with the team, USD a month; negative when that costs more, -Infinity where no seat holds the work. */
  readonly saving: number;
}

/**
 * What a developer of this work takes by himself and in the team. Ties go to the API key, then to the lower fee.
 * @throws RangeError for work, a fee or a limit out of range
 */
export function seatChoices(
  usdPerMonth: number,
  { plans, team }: SeatOffers,
  { overflow }: { readonly overflow: Overflow },
): SeatChoices {
  requireWithin("usdPerMonth", usdPerMonth, [0, 1e12]);
  const serving = (offers: readonly PlanOffer[]): SeatChoice[] =>
    offers.flatMap((offer) => {
      const { id, cost, overflow: past } = costOfPlan(offer, usdPerMonth, overflow);
      return cost === null ? [] : [{ option: id, fee: offer.fee, usage: past }];
    });
  const key: SeatChoice = { option: "api", fee: 0, usage: usdPerMonth };
  const alone = serving(plans).reduce(cheaper, key);
  const [first, ...others] = serving(team?.seats ?? []);
  if (first === undefined) return { alone, inTeam: null, saving: -Infinity };
  const inTeam = others.reduce(cheaper, first);
  return { alone, inTeam, saving: costOf(alone) - costOf(inTeam) };
}

function costOf({ fee, usage }: SeatChoice): number {
  return fee + usage;
}

// A key has no fee, so among equals it stays.
function cheaper(best: SeatChoice, next: SeatChoice): SeatChoice {
  const change = costOf(next) - costOf(best);
  return change < 0 || (change === 0 && next.fee < best.fee) ? next : best;
}

/** The seat that unused ones of the minimum are paid as: the one with the lowest fee. */
export function lowestSeatFee({ seats }: TeamOffer): Pick<SeatChoice, "option" | "fee"> {
  const { id, fee } = seats.reduce((lowest, seat) => (seat.fee < lowest.fee ? seat : lowest));
  return { option: id, fee };
}

/** Refuses offers that cannot be told apart, or a team that cannot be bought. @throws RangeError naming field, value and expectation */
export function requireSeatOffers({ plans, team }: SeatOffers): void {
  const ids = ["api", ...[...plans, ...(team?.seats ?? [])].map(({ id }) => id)];
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw outOfRange("offers.id", twice, 'an id of its own and not "api"');
  if (team === null) return;
  if (team.seats.length === 0) throw outOfRange("team.seats", team.seats, "at least one kind of seat");
  requireWhole("team.least", team.least, 1);
  requireWhole("team.most", team.most, team.least);
}
