import { requireWhole } from "../lib/range-error.ts";
import type { Overflow } from "./compare-plans.ts";
import {
  type DeveloperGroup,
  lowestSeatFee,
  requireSeatOffers,
  type SeatChoice,
  type SeatChoices,
  type SeatOffers,
  seatChoices,
  type TeamOffer,
} from "./seat-choice.ts";

/** A group with what its developers are given. */
export interface SeatedGroup extends DeveloperGroup {
  /** Only what is taken; the counts add up to the group's. At most one kind without and one with the team. */
  readonly given: readonly (SeatChoice & { readonly developers: number })[];
}

/** Who is given what, at the least cost. */
export interface SeatAssignment {
  /** In the order in which they were passed. */
  readonly groups: readonly SeatedGroup[];
  /** Seats of the team's minimum that nobody sits on, and whose fee they are paid at: the lowest of the team. null = none. */
  readonly unused: { readonly option: string; readonly seats: number; readonly fee: number } | null;
}

/**
 * The cheapest way to give every developer an API key, a plan or a seat of one team. Exact: without a team each takes what is cheapest; with
 * k seats taken, those sit who save most by it, and every k at which the bill can turn is tried.
 *
 * Ties go to the API key, then to the lower fee, then to fewer seats. Where overflow is not allowed, an offer that cannot hold a
 * developer's work is not offered to that developer; the API key always is.
 *
 * @throws RangeError for a count, an amount, a fee or a limit out of range, two offers of one id or one called "api", a team without seats
 * @example assignSeats([{ count: 5, usdPerMonth: 90 }],
 *            { plans: [], team: { seats: [{ id: "seat", name: "Seat", fee: 25, limit: 100 }], least: 5, most: 150 } },
 *            { overflow: "api-rates" })
 *            .groups[0].given //=> [{ option: "seat", fee: 25, usage: 0, developers: 5 }]
 */
export function assignSeats(
  groups: readonly DeveloperGroup[],
  offers: SeatOffers,
  { overflow }: { readonly overflow: Overflow },
): SeatAssignment {
  requireSeatOffers(offers);
  groups.forEach(({ count }, index) => {
    requireWhole(`groups[${index}].count`, count);
  });
  const candidates = groups.map((group) => ({ ...group, choices: seatChoices(group.usdPerMonth, offers, { overflow }) }));
  const seats = offers.team === null ? 0 : cheapestSeatCount(candidates, offers.team);
  return { groups: seatedGroups(candidates, seats), unused: unusedSeats(seats, offers.team) };
}

interface Candidates extends DeveloperGroup {
  readonly choices: SeatChoices;
}

function bySaving(candidates: readonly Candidates[]): readonly Candidates[] {
  return candidates.filter(({ choices }) => choices.inTeam !== null).sort((a, b) => b.choices.saving - a.choices.saving);
}

// The bill is linear in the seats taken from one stop to the next, so its least value stands at a stop or at no seat at all.
function cheapestSeatCount(candidates: readonly Candidates[], team: TeamOffer): number {
  const { fee } = lowestSeatFee(team);
  let best = { seats: 0, saved: 0 };
  let taken = 0;
  let saved = 0;
  for (const { count, choices } of bySaving(candidates)) {
    const end = Math.min(taken + count, team.most);
    for (const stop of [Math.min(Math.max(taken, team.least), end), end]) {
      saved += choices.saving * (stop - taken);
      taken = stop;
      const net = saved - fee * Math.max(0, team.least - taken);
      if (net > best.saved) best = { seats: taken, saved: net };
    }
  }
  return best.seats;
}

function seatedGroups(candidates: readonly Candidates[], seats: number): SeatedGroup[] {
  const seated = new Map<Candidates, number>();
  let left = seats;
  for (const group of bySaving(candidates)) {
    const sitting = Math.min(left, group.count);
    seated.set(group, sitting);
    left -= sitting;
  }
  return candidates.map((group) => seatedGroup(group, seated.get(group) ?? 0));
}

function seatedGroup({ count, usdPerMonth, choices: { alone, inTeam } }: Candidates, sitting: number): SeatedGroup {
  const given = [{ ...alone, developers: count - sitting }];
  if (inTeam !== null) given.push({ ...inTeam, developers: sitting });
  return { count, usdPerMonth, given: given.filter(({ developers }) => developers > 0) };
}

function unusedSeats(seats: number, team: TeamOffer | null): SeatAssignment["unused"] {
  return team === null || seats === 0 || seats >= team.least ? null : { ...lowestSeatFee(team), seats: team.least - seats };
}
