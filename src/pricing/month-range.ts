import { requireSeed, seededUniform } from "../lib/random.ts";
import { outOfRange, requireWhole, requireWithin } from "../lib/range-error.ts";
import { finish, type Steps } from "../lib/steps.ts";
import { comparePlans, type Overflow, type PlanOffer } from "./compare-plans.ts";
import { assumedMean, assumedMonth, type MonthDraw, measuredMean, measuredMonth, type SessionKind } from "./month-draws.ts";

/** What a day of one developer costs: days that were measured, or kinds of sessions with assumed counts and costs. */
export type DayBasis =
  | {
      readonly kind: "measured";
      /** USD at API rates, one figure for each day. Idle days are in it if, and only if, `daysPerMonth` counts them too. */
      readonly dollars: readonly number[];
    }
  | { readonly kind: "assumed"; readonly sessions: readonly SessionKind[] };

/** What months are drawn from. */
export interface MonthRangeInput {
  readonly days: DayBasis;
  /** Days a month of the kind that `days` speaks of, 0–31, also a fraction. */
  readonly daysPerMonth: number;
  /** How many months are drawn, 10,000–1,000,000. */
  readonly months: number;
  /** A whole number from 0 to 2^32 − 1; the same one gives the same months. */
  readonly seed: number;
}

/** The API bill of one developer-month as a distribution; USD, unrounded. */
export interface MonthRange {
  /** The smallest drawn month that at least 10 % of the drawn months do not pass; `p50` and `p90` likewise. */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Of the distribution, calculated and not drawn: the same whatever the seed. With a long tail it lies above `p50`. */
  readonly mean: number;
  /** The drawn months from the cheapest to the dearest. */
  readonly months: Float64Array;
}

/** In how many of the months a choice is the cheapest. */
export interface CheapestShare {
  /** "api" or a plan's id. */
  readonly id: string;
  /** 0–1; all of them add up to 1. */
  readonly share: number;
}

const FEWEST_MONTHS = 10_000;
const MOST_MONTHS = 1_000_000;
const MOST_DAYS = 31;
/** In one step: one to six milliseconds of them, as the device and the number of profiles go. */
const MONTHS_A_STEP = 100;
/** USD: the most that one day, or one session in ten, can cost. */
export const MOST_DOLLARS = 1e9;
/** Of one kind. */
export const MOST_SESSIONS_A_DAY = 1e6;
/** How many times p50 the p90 of a session's cost can be. */
const MOST_SPREAD = 1_000;

/**
 * Draws months of one developer by seeded simulation. Measured days are drawn with replacement, the fraction of a day being a
 * whole one with that chance; assumed sessions come as a Poisson count at lognormal costs (the rule, and how near it comes:
 * docs/month-range.md).
 *
 * Drawing takes one number from the generator for each draw, and counts use whole numbers and plain arithmetic alone, so that
 * another engine's `Math.log` and `Math.exp` move a month by its last digits at most.
 *
 * @throws RangeError naming field, value and expectation
 * @example days of $5 and no others, 22 a month: p10, p50, p90 and mean are all 110
 */
export function monthRange(input: MonthRangeInput): MonthRange {
  return finish(monthRangeInSteps(input));
}

/** As {@link monthRange}, a hundred months a step; throws at the first one. */
export function* monthRangeInSteps({ days, daysPerMonth, months, seed }: MonthRangeInput): Steps<MonthRange> {
  requireWithin("daysPerMonth", daysPerMonth, [0, MOST_DAYS]);
  requireWhole("months", months, FEWEST_MONTHS);
  requireWithin("months", months, [FEWEST_MONTHS, MOST_MONTHS]);
  requireSeed("seed", seed);
  const { draw, mean } = monthOf(days, daysPerMonth);
  const sorted = yield* drawMonths(draw, months, { seed });
  return { p10: percentile(sorted, 10), p50: percentile(sorted, 50), p90: percentile(sorted, 90), mean, months: sorted };
}

/**
 * In which share of months each choice is the cheapest, by the rule and the tie order of `comparePlans`: "api" first, then the
 * plans as given.
 *
 * @param months API bills of one developer, USD, in any order; the offers' limits must speak of the same work
 * @throws RangeError as `comparePlans`, for no months, and for two choices of one id
 * @example months of 10, 30, 50 and 70 beside an unlimited plan at 20: api 0.25, the plan 0.75
 */
export function cheapestShares(
  months: ArrayLike<number>,
  offers: readonly PlanOffer[],
  overflow: Overflow,
): readonly CheapestShare[] {
  return finish(cheapestSharesInSteps(months, offers, overflow));
}

/** As {@link cheapestShares}, a hundred months a step; throws at the first one. */
export function* cheapestSharesInSteps(
  months: ArrayLike<number>,
  offers: readonly PlanOffer[],
  overflow: Overflow,
): Steps<readonly CheapestShare[]> {
  requireWhole("months.length", months.length, 1);
  const times = new Map([["api", 0]]);
  for (const [index, { id }] of offers.entries()) {
    if (times.has(id)) throw outOfRange(`offers[${index}].id`, id, "an id of its own");
    times.set(id, 0);
  }
  for (let index = 0; index < months.length; index += 1) {
    if (index > 0 && index % MONTHS_A_STEP === 0) yield;
    const { cheapest } = comparePlans(months[index] as number, offers, overflow);
    times.set(cheapest, (times.get(cheapest) ?? 0) + 1);
  }
  return [...times].map(([id, count]) => ({ id, share: count / months.length }));
}

function monthOf(days: DayBasis, daysPerMonth: number): { readonly draw: MonthDraw; readonly mean: number } {
  if (days.kind === "measured") {
    requireDollars(days.dollars);
    return { draw: measuredMonth(days.dollars, daysPerMonth), mean: measuredMean(days.dollars, daysPerMonth) };
  }
  if (days.kind !== "assumed") throw outOfRange("days.kind", (days as DayBasis).kind, '"measured" or "assumed"');
  days.sessions.forEach(requireSessions);
  return { draw: assumedMonth(days.sessions, daysPerMonth), mean: assumedMean(days.sessions, daysPerMonth) };
}

function requireDollars(dollars: readonly number[]): void {
  requireWhole("days.dollars.length", dollars.length, 1);
  dollars.forEach((cost, index) => {
    requireWithin(`days.dollars[${index}]`, cost, [0, MOST_DOLLARS]);
  });
}

function requireSessions({ perDay, cost: { p50, p90 } }: SessionKind, index: number): void {
  const field = `days.sessions[${index}]`;
  requireWithin(`${field}.perDay`, perDay, [0, MOST_SESSIONS_A_DAY]);
  requireWithin(`${field}.cost.p50`, p50, [0, MOST_DOLLARS]);
  // From a median of $0 no factor leads to anything else.
  requireWithin(`${field}.cost.p90`, p90, [p50, Math.min(MOST_DOLLARS, p50 * MOST_SPREAD)]);
}

function* drawMonths(draw: MonthDraw, months: number, { seed }: { readonly seed: number }): Steps<Float64Array> {
  const uniform = seededUniform(seed);
  const drawn = new Float64Array(months);
  for (let month = 0; month < months; month += 1) {
    if (month % MONTHS_A_STEP === 0) yield;
    drawn[month] = draw(uniform);
  }
  return drawn.sort();
}

// In whole percent: 0.1 × 30 is 3.0000000000000004, which would be the next month.
function percentile(sorted: Float64Array, percent: number): number {
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] as number;
}
