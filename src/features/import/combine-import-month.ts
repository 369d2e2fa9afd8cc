import { formatCount, formatTokens } from "../../ui/format-count.ts";
import { formatAboutUsd, formatUsd } from "../../ui/format-money.ts";
import { type DayCost, dayAfter } from "../../usage-import/cost-by-day.ts";
import type { LogSummary } from "../../usage-import/log-summary.ts";
import type { Month } from "../../usage-import/month-forecast.ts";
import { counted } from "./combine-import-headline.ts";

/** One day of the calendar. */
export interface HeatCell {
  readonly day: string;
  /** The day of the month, with the month's name on its first. */
  readonly label: string;
  /** Null on a day without requests, and for the days ahead. */
  readonly amount: string | null;
  /** Of the dearest day in sight: 0 to 1. */
  readonly size: number;
  readonly isAhead: boolean;
}

/** The month, and the calendar of the last weeks. */
export interface MonthView {
  readonly takeaway: string;
  /** What the forecast rests on; null where there is none. */
  readonly basis: string | null;
  /** Monday first, the oldest week first. */
  readonly weeks: readonly (readonly HeatCell[])[];
  /** Days with requests, the newest first. */
  readonly days: readonly {
    readonly day: string;
    readonly requests: string;
    readonly amount: string;
    /** The same for a file: the day, how many requests, USD unrounded. */
    readonly values: readonly (string | number)[];
  }[];
}

const WEEKS = 5;
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Month to date, forecast and calendar. The last day of the heat map is today. */
export function combineMonth({ month, heatMap }: Pick<LogSummary, "month" | "heatMap">): MonthView {
  const today = heatMap.at(-1)?.day ?? null;
  return {
    takeaway: today === null ? "" : takeawayOf(month, today),
    basis: month.end && basisOf(month.end),
    weeks: today === null ? [] : weeksOf(heatMap, today),
    days: heatMap
      .filter(({ requests }) => requests > 0)
      .toReversed()
      .map(({ day, requests, cost }) => ({
        day,
        requests: formatTokens(requests),
        amount: formatUsd(cost),
        values: [day, requests, cost],
      })),
  };
}

function takeawayOf({ toDate, activeDays, end }: Month, today: string): string {
  const name = MONTHS[Number(today.slice(5, 7)) - 1] ?? "This month";
  const soFar =
    activeDays === 0
      ? `${name} has no requests so far.`
      : `${name} to date: ${formatUsd(toDate)} on ${counted(activeDays, "active day")}.`;
  if (end === null) return `${soFar} A forecast needs three active days in the last four weeks.`;
  const band = end.high > end.low ? ` (${formatAboutUsd(end.low)} to ${formatAboutUsd(end.high)})` : "";
  return `${soFar} At its end: about ${formatAboutUsd(end.expected)}${band}.`;
}

function basisOf({ medianDay, days, activeDays, daysLeft, activeDaysLeft }: NonNullable<Month["end"]>): string {
  return (
    `The forecast rests on ${counted(activeDays, "active day")} of the ${formatCount(days)} before today, at a median of ${formatUsd(medianDay)}; ` +
    `${counted(daysLeft, "day")} left, of which ${formatCount(activeDaysLeft)} will be active at the same pace. ` +
    "The range is that of the middle half of active days."
  );
}

function weeksOf(heatMap: readonly DayCost[], today: string): readonly (readonly HeatCell[])[] {
  const known = new Map(heatMap.map((entry) => [entry.day, entry]));
  const monday = dayAfter(today, -weekdayOf(today) - 7 * (WEEKS - 1));
  const days = Array.from({ length: 7 * WEEKS }, (_, index) => dayAfter(monday, index));
  const most = Math.max(...days.map((day) => known.get(day)?.cost ?? 0));
  const cells = days.map((day): HeatCell => {
    const { cost = 0, requests = 0 } = known.get(day) ?? {};
    const amount = requests > 0 ? formatAboutUsd(cost) : null;
    return { day, label: labelOf(day, monday), amount, size: most > 0 ? cost / most : 0, isAhead: day > today };
  });
  return Array.from({ length: WEEKS }, (_, week) => cells.slice(7 * week, 7 * week + 7));
}

/** Days since Monday. */
function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function labelOf(day: string, first: string): string {
  const date = String(Number(day.slice(8)));
  const name = MONTHS[Number(day.slice(5, 7)) - 1]?.slice(0, 3) ?? "";
  return date === "1" || day === first ? `${date} ${name}` : date;
}
