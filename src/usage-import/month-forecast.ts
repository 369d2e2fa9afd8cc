import { daysBetween, type IsoDay } from "../lib/calendar.ts";
import { type DayCost, dayAfter } from "./cost-by-day.ts";

/** What a month will have cost at its end, USD unrounded, and on what that rests. */
export interface MonthEnd {
  /** The month to date, and a median active day for each that is still expected. */
  readonly expected: number;
  /** The same with the cost that a quarter of the active days stayed under. */
  readonly low: number;
  /** The same with the cost that three quarters of the active days stayed under. */
  readonly high: number;
  /** The median, USD, of the active days that it rests on. */
  readonly medianDay: number;
  /** How many days it rests on, and how many of them were active. */
  readonly days: number;
  readonly activeDays: number;
  /** Days after today in this month, and how many of them are expected to be active; that need not be a whole number. */
  readonly daysLeft: number;
  readonly activeDaysLeft: number;
}

/** The month that today is in. */
export interface Month {
  /** USD from its first day to today, unrounded. */
  readonly toDate: number;
  readonly activeDays: number;
  /** Null where fewer than three active days say what a day costs. */
  readonly end: MonthEnd | null;
}

/** Four whole weeks, so that each weekday has the same weight; logs older than 30 days are usually gone. */
const BASIS_DAYS = 28;
const FEWEST_ACTIVE_DAYS = 3;

/**
 * The cost of the month so far, and at its end: month to date + median cost of an active day × active days still expected. It rests on the
 * 28 days before today, or on those since the first active one where that is later. As many of the month's days after today are expected
 * to be active as of those. The band puts the 25th and the 75th percentile in the median's place. Today counts with what it has cost so
 * far and no more; days after today count nowhere.
 *
 * @param days the days with requests, in order of time
 * @example $60 to date, 10 of 28 days active at a median of $6, 14 days left: 60 + 6 × 14 × 10/28 = $90
 */
export function monthOf(days: readonly DayCost[], today: IsoDay): Month {
  const inMonth = days.filter(({ day }) => day.slice(0, 7) === today.slice(0, 7) && day <= today);
  const toDate = inMonth.reduce((sum, { cost }) => sum + cost, 0);
  return { toDate, activeDays: inMonth.length, end: monthEnd(days, today, { toDate }) };
}

function monthEnd(days: readonly DayCost[], today: IsoDay, { toDate }: { readonly toDate: number }): MonthEnd | null {
  const from = dayAfter(today, -BASIS_DAYS);
  const active = days.filter(({ day }) => from <= day && day < today);
  const [first] = active;
  if (!first || active.length < FEWEST_ACTIVE_DAYS) return null;
  // A person who began last week has not been idle for three: but days before `from` say that they had begun.
  const begun = days[0] && days[0].day < from ? from : first.day;
  const basis = daysBetween(begun, today);
  const daysLeft = daysLeftIn(today);
  const activeDaysLeft = (daysLeft * active.length) / basis;
  const costs = active.map(({ cost }) => cost).sort((one, other) => one - other);
  const atEnd = (share: number): number => toDate + quantile(costs, share) * activeDaysLeft;
  return {
    expected: atEnd(0.5),
    low: atEnd(0.25),
    high: atEnd(0.75),
    medianDay: quantile(costs, 0.5),
    ...{ days: basis, activeDays: active.length, daysLeft, activeDaysLeft },
  };
}

function daysLeftIn(today: IsoDay): number {
  const firstOfMonth = `${today.slice(0, 7)}-01`;
  // 31 days after the first it is the next month, whichever this one is.
  const firstOfNext = `${dayAfter(firstOfMonth, 31).slice(0, 7)}-01`;
  return daysBetween(today, firstOfNext) - 1;
}

/** The value under which a share of sorted values lies; between two of them, by a straight line. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return below + (above - below) * (place - Math.floor(place));
}
