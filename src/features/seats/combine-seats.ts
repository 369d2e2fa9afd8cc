import type { Overflow } from "../../pricing/compare-plans.ts";
import { planSeats, type SeatPlan } from "../../pricing/plan-seats.ts";
import type { DeveloperGroup } from "../../pricing/seat-choice.ts";
import { planSeatsByHeadCount } from "../../pricing/seat-head-count.ts";
import type { SeatOfferEnds } from "../../scenario/seat-offers.ts";
import { formatCount, formatPercent } from "../../ui/format-count.ts";
import { formatUsd } from "../../ui/format-money.ts";
import { fileRows } from "./seat-file.ts";
import { billRows, givenRow, headCountRows, type SeatRow } from "./seat-rows.ts";
import { counted, optionName } from "./seat-words.ts";

/** A team, what can be bought for it and what happens past a limit. */
export interface SeatsInput {
  readonly groups: readonly DeveloperGroup[];
  /** What each group is called; as many as there are groups. */
  readonly names: readonly string[];
  readonly offers: SeatOfferEnds;
  readonly overflow: Overflow;
}

/** The cheapest seats of a team, at both ends of the plans' limits. */
export interface SeatsView {
  readonly takeaway: string;
  /** Fees, unused seats, API bills and overflow, each by itself; and their total. */
  readonly bill: readonly SeatRow[];
  readonly total: readonly [low: string, high: string];
  /** Who gets what, a row for each of the first 100 groups. */
  readonly given: readonly SeatRow[];
  /** How many groups are not among them. */
  readonly notGiven: number;
  /** The team with 20% fewer and more developers; empty where that changes no head count. */
  readonly headCounts: readonly SeatRow[];
  readonly notes: readonly string[];
  /** Who gets what, for a file: a row for each end, group and choice. */
  readonly fileRows: () => readonly (readonly (string | number)[])[];
}

// More are in the file alone: thousands of rows would hold the page up.
const MOST_ROWS = 100;

/** Both ends are planned for themselves, at three head counts and under either policy. @throws RangeError as `planSeats` */
export function combineSeats(input: SeatsInput): SeatsView {
  const { groups, offers, overflow, names } = input;
  const low = planSeatsByHeadCount(groups, offers.low, { overflow });
  const high = planSeatsByHeadCount(groups, offers.high, { overflow });
  const ends = [low.stated, high.stated] as const;
  return {
    takeaway: takeawayOf(...ends),
    bill: billRows(...ends),
    total: [formatUsd(low.stated.total), formatUsd(high.stated.total)],
    given: groups.slice(0, MOST_ROWS).map((group, index) => givenRow(index, { group, name: names[index] ?? "", ends })),
    notGiven: Math.max(0, groups.length - MOST_ROWS),
    headCounts: headCountRows(low, high),
    notes: notesOf(input, ends),
    fileRows: () => [...fileRows("low", low.stated, names), ...fileRows("high", high.stated, names)],
  };
}

/** How the plan of the groups that a link holds differs from the exact one of the rows, in a sentence. */
export function rowsAgainstGroups(rows: SeatsInput, groups: Pick<SeatsInput, "groups">): string {
  const { offers, overflow } = rows;
  const [low, high] = [offers.low, offers.high].map((end) => {
    const exact = planSeats(rows.groups, end, { overflow }).total;
    return difference(planSeats(groups.groups, end, { overflow }).total - exact, exact);
  });
  const held = `The plan is made of the ${counted(rows.groups.length, "row")}. A link holds ${counted(groups.groups.length, "group")} and no names`;
  if (low === high) return `${held}: planned from those, the total is ${low}.`;
  return `${held}: planned from those, the total is ${low} with limits at their low end, ${high} at their high end.`;
}

// A cent or two is what the rounding of the groups leaves.
function difference(change: number, of: number): string {
  if (Math.abs(change) < 0.02) return "the same";
  const share = of > 0 ? ` (${formatPercent(Math.abs(change) / of)})` : "";
  return `${formatUsd(Math.abs(change))}${share} ${change > 0 ? "more" : "less"}`;
}

function takeawayOf(low: SeatPlan, high: SeatPlan): string {
  const who = counted(low.developers, "developer");
  const totals = [...new Set([low, high].map(({ total }) => formatUsd(total)))];
  const api = `an API key for everybody would cost ${formatUsd(low.allOnApi)}`;
  const [lowTotal, highTotal] = totals;
  if (highTotal === undefined) return `The cheapest seats for ${who}: ${lowTotal} a month, ${savingOf(low)}; ${api}.`;
  return `The cheapest seats for ${who}: ${lowTotal} a month with limits at their low end (${savingOf(low)}), ${highTotal} at their high end (${savingOf(high)}); ${api}.`;
}

function savingOf({ saves }: SeatPlan): string {
  return saves < 0.005 ? "nothing saved" : `${formatUsd(saves)} saved`;
}

function notesOf({ groups, offers, overflow }: SeatsInput, [low, high]: readonly [SeatPlan, SeatPlan]): readonly string[] {
  const other: Overflow = overflow === "api-rates" ? "not-allowed" : "api-rates";
  const [lowOther, highOther] = [offers.low, offers.high].map((end) => planSeats(groups, end, { overflow: other }).total);
  const past =
    overflow === "api-rates"
      ? "Past a plan's limit the rest is bought at API rates. If work stopped there instead, so that a plan had to hold all of it"
      : "A plan has to hold all of a developer's work. If the rest were bought at API rates instead";
  const isSame = formatUsd(lowOther ?? 0) === formatUsd(low.total) && formatUsd(highOther ?? 0) === formatUsd(high.total);
  const then = isSame
    ? "the total would be the same"
    : `the total would be ${formatUsd(lowOther ?? 0)} with limits at their low end, ${formatUsd(highOther ?? 0)} at their high end`;
  if (offers.low.plans.length === 0 && offers.low.team === null && offers.unknown.length === 0)
    return ["Plans do not cover this kind of work: everybody works on an API key."];
  return [`${past}, ${then}.`, ...teamNote(offers), ...(offers.unknown.length > 0 ? [unknownNote(offers)] : [])];
}

function teamNote({ low: { team } }: SeatOfferEnds): readonly string[] {
  if (team === null) return [];
  return [
    `Team seats come from ${formatCount(team.least)} to ${formatCount(team.most)} in one contract, standard and premium together; seats of the minimum that nobody uses are paid.`,
  ];
}

function unknownNote({ unknown }: SeatOfferEnds): string {
  return `Not on offer, because nobody has stated what it covers: ${unknown.map(optionName).join("; ")}. State it under "Plans and limits" as your own.`;
}
