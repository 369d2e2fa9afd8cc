import { assignSeats, type SeatAssignment, type SeatedGroup } from "./assign-seats.ts";
import type { Overflow } from "./compare-plans.ts";
import type { DeveloperGroup, SeatOffers } from "./seat-choice.ts";

/** One line of a team's month. Lines are never merged: a fee, a seat that nobody uses and work at API rates are three things. */
export interface SeatLine {
  readonly kind: "fees" | "unused-seats" | "api" | "overflow";
  /** "api" or the id of the offer that is paid, or whose limit is passed. */
  readonly option: string;
  /** Developers, or unused seats. */
  readonly count: number;
  /** USD a month. */
  readonly amount: number;
}

/** The cheapest way to equip a team, and its bill. USD a month, unrounded. */
export interface SeatPlan {
  readonly developers: number;
  /** Each group as it was passed, with how many of it are given what. */
  readonly groups: readonly SeatedGroup[];
  /** Seat fees by option, unused seats, the API bill of those on a key, overflow by option; no line for what nobody has. */
  readonly lines: readonly SeatLine[];
  /** The sum of `lines`. */
  readonly total: number;
  /** The same work with an API key for everybody. */
  readonly allOnApi: number;
  /** allOnApi − total: never negative, but for the last bits of a sum. */
  readonly saves: number;
}

/**
 * Gives every developer what makes the team's month cheapest (`assignSeats` has the rule) and adds up the bill.
 *
 * @throws RangeError as `assignSeats`
 * @example planSeats([{ count: 2, usdPerMonth: 120 }], { plans: [{ id: "max", name: "Max", fee: 100, limit: 110 }], team: null },
 *            { overflow: "api-rates" }).lines //=> fees 2 × 100 = 200, overflow 2 × 10 = 20
 */
export function planSeats(
  groups: readonly DeveloperGroup[],
  offers: SeatOffers,
  { overflow }: { readonly overflow: Overflow },
): SeatPlan {
  const assignment = assignSeats(groups, offers, { overflow });
  const lines = seatLines(
    assignment,
    [...offers.plans, ...(offers.team?.seats ?? [])].map(({ id }) => id),
  );
  const total = sum(lines.map(({ amount }) => amount));
  const allOnApi = sum(groups.map(({ count, usdPerMonth }) => count * usdPerMonth));
  const developers = sum(groups.map(({ count }) => count));
  return { developers, groups: assignment.groups, lines, total, allOnApi, saves: allOnApi - total };
}

function seatLines({ groups, unused }: SeatAssignment, offered: readonly string[]): SeatLine[] {
  const given = groups.flatMap((group) => group.given);
  const lineOf = (kind: SeatLine["kind"], option: string): SeatLine => {
    const part = kind === "fees" ? "fee" : "usage";
    const payers = given.filter((choice) => choice.option === option && (kind !== "overflow" || choice.usage > 0));
    const amount = sum(payers.map((choice) => choice.developers * choice[part]));
    return { kind, option, count: sum(payers.map(({ developers }) => developers)), amount };
  };
  const unusedLine: SeatLine[] =
    unused === null
      ? []
      : [{ kind: "unused-seats", option: unused.option, count: unused.seats, amount: unused.seats * unused.fee }];
  const lines = [
    ...offered.map((option) => lineOf("fees", option)),
    ...unusedLine,
    lineOf("api", "api"),
    ...offered.map((option) => lineOf("overflow", option)),
  ];
  return lines.filter(({ count }) => count > 0);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
