import { requireWithin } from "../lib/range-error.ts";

/** A cap on a month's API bill, and how the month is worked. */
export interface Budget {
  /** USD a month before tax, above 0: what the provider's own limits count. */
  readonly capUsd: number;
  /** Days over which a month's dollars are spread evenly, 1–31; a fraction is a last day that is worked in part. */
  readonly workingDays: number;
}

// The shares of a cap at which public guides set a warning.
const ALERT_PERCENTS = [50, 75, 90];

/** One line that spending crosses on its way through the month. */
export interface BudgetMark {
  /** Of the cap; 100 = the cap itself. */
  readonly percent: number;
  readonly usd: number;
  /** The working day, from 1, by whose end the spending has reached it; null = never in this month. */
  readonly day: number | null;
}

/** How a month meets its cap. */
export interface BudgetMonth {
  readonly monthUsd: number;
  /** USD a working day. */
  readonly dayUsd: number;
  /** The alerts, then the cap. */
  readonly marks: readonly BudgetMark[];
  /** What is past the cap by the month's end. */
  readonly pastCapUsd: number;
}

/**
 * On which working day a month reaches each alert and the cap, its dollars spread evenly over its working days. "Reaches" = as much or
 * more; what happens at the cap is not said here.
 *
 * @throws RangeError for a cap that is not above 0, working days outside 1–31 and a month that is no number ≥ 0
 * @example a month of $200 on 20 days under a cap of $100: $50 on day 5, $75 on day 8, $90 on day 9, the cap on day 10
 */
export function budgetMonth(monthUsd: number, { capUsd, workingDays }: Budget): BudgetMonth {
  requireWithin("monthUsd", monthUsd, [0, Number.MAX_VALUE]);
  requireBudget({ capUsd, workingDays });
  const marks = [...ALERT_PERCENTS, 100].map((percent) => ({
    percent,
    usd: (capUsd * percent) / 100,
    day: dayReached({ percent, monthUsd, capUsd, workingDays }),
  }));
  return { monthUsd, dayUsd: monthUsd / workingDays, marks, pastCapUsd: Math.max(0, monthUsd - capUsd) };
}

interface MarkTerms extends Budget {
  readonly percent: number;
  readonly monthUsd: number;
}

function dayReached({ percent, monthUsd, capUsd, workingDays }: MarkTerms): number | null {
  if (capUsd * percent > monthUsd * 100) return null;
  // A day that is reached exactly must not become the next one by a rounding of the last bit.
  return Math.max(1, Math.ceil(((capUsd * percent * workingDays) / (monthUsd * 100)) * (1 - 1e-12)));
}

/** The most that each working day may cost so that the month stays within its cap, USD. @throws RangeError as `budgetMonth` */
export function dailyLimitFor(budget: Budget): number {
  requireBudget(budget);
  return budget.capUsd / budget.workingDays;
}

/** What a person's own daily limit does to a month that is spread evenly. */
export interface DailyLimit {
  /** The most that a month of such days can cost. */
  readonly mostUsdPerMonth: number;
  /** What each day wants beyond the limit; 0 = the limit is never met. */
  readonly pastUsdPerDay: number;
}

/**
 * A daily limit beside a month. A day that costs just as much as its limit keeps it.
 * @throws RangeError for a limit that is not above 0, and as `budgetMonth`
 * @example dailyLimit(10, { monthUsd: 240, workingDays: 20 }) //=> at most 200 a month; each day wants 2 more
 */
export function dailyLimit(
  limitUsd: number,
  { monthUsd, workingDays }: { readonly monthUsd: number; readonly workingDays: number },
): DailyLimit {
  requireWithin("dailyLimitUsd", limitUsd, [Number.MIN_VALUE, Number.MAX_VALUE]);
  requireWithin("monthUsd", monthUsd, [0, Number.MAX_VALUE]);
  requireWithin("workingDays", workingDays, [1, 31]);
  return { mostUsdPerMonth: limitUsd * workingDays, pastUsdPerDay: Math.max(0, monthUsd / workingDays - limitUsd) };
}

/** What is taken off and put on a bill. */
export interface BillTerms {
  /** A credit to set against it first; what the bill does not use is not paid out. */
  readonly creditUsd: number;
  /** On what is left of the bill, 0–100. */
  readonly taxPercent: number;
}

/** A bill with its credit and tax; `usage − credit + tax` is the total. USD, unrounded. */
export interface BillAfterTax {
  readonly usageUsd: number;
  readonly creditUsd: number;
  readonly taxUsd: number;
  readonly totalUsd: number;
}

/**
 * The lines of a bill: usage, less a credit (a new account's first month), and tax on the rest.
 * @throws RangeError for amounts that are no numbers ≥ 0 and a tax outside 0–100
 * @example billAfterTax(105, { creditUsd: 5, taxPercent: 19 }) //=> 105 − 5 + 19 = 119
 */
export function billAfterTax(usageUsd: number, { creditUsd, taxPercent }: BillTerms): BillAfterTax {
  requireWithin("usageUsd", usageUsd, [0, Number.MAX_VALUE]);
  requireWithin("creditUsd", creditUsd, [0, Number.MAX_VALUE]);
  requireWithin("taxPercent", taxPercent, [0, 100]);
  const used = Math.min(creditUsd, usageUsd);
  const taxUsd = ((usageUsd - used) * taxPercent) / 100;
  return { usageUsd, creditUsd: used, taxUsd, totalUsd: usageUsd - used + taxUsd };
}

function requireBudget({ capUsd, workingDays }: Budget): void {
  requireWithin("capUsd", capUsd, [Number.MIN_VALUE, Number.MAX_VALUE]);
  requireWithin("workingDays", workingDays, [1, 31]);
}
