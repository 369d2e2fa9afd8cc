import type { Overflow, PlanOffer } from "../pricing/compare-plans.ts";
import {
  type CheapestShare,
  MOST_DOLLARS,
  MOST_SESSIONS_A_DAY,
  type MonthRange,
  type MonthRangeInput,
} from "../pricing/month-range.ts";
import type { Estimate } from "./estimate.ts";
import type { MonthBin } from "./month-bins.ts";
import { planOffers } from "./plan-offers.ts";
import type { Scenario } from "./scenario.ts";

/** What a month's spread is worked out from: plain data, so that a worker can do it. */
export interface MonthSpreadJob {
  /** The bill of all developers; on measured days, of the one who was measured. */
  readonly everyone: MonthRangeInput;
  /** One developer's bill, for which plans are compared: their limits are a person's. null = `everyone` is one developer. */
  readonly oneDeveloper: MonthRangeInput | null;
  readonly overflow: Overflow;
  /** The plans at either end of their limits, in dollars of the same work. */
  readonly low: readonly PlanOffer[];
  readonly high: readonly PlanOffer[];
}

/** The ends of a month's distribution; USD, unrounded. */
export type SpreadFigures = Pick<MonthRange, "p10" | "p50" | "p90" | "mean">;

/** A month as a distribution, and in which share of one developer's months each choice is the cheapest. */
export interface MonthSpread {
  readonly everyone: SpreadFigures;
  /** Of `everyone`. */
  readonly bins: readonly MonthBin[];
  readonly oneDeveloper: SpreadFigures;
  /** With the plans at the low end of their limits; `atHigh` at the high end. */
  readonly atLow: readonly CheapestShare[];
  readonly atHigh: readonly CheapestShare[];
}

/** How many months are drawn: a share of them then has a standard error of at most 0.5 points. */
export const MONTHS_DRAWN = 10_000;
/** Fewer measured days say too little of how days differ. */
export const FEWEST_DAYS = 5;

// Fixed: the same link gives the same figures, and two inputs that lie near each other are compared by the same draws.
const SEED = 20_261_121;
/** The standard normal value under which nine tenths lie. */
const Z90 = 1.2815515655446004;

/**
 * The months of assumed sessions: each profile's sessions a day, at a lognormal cost whose mean is the profile's own, so that the mean of
 * the range is the estimated month. `costSpread` is p90 over p50 of every profile.
 *
 * A team's month is drawn with the sessions of all its developers, one developer's month apart from it: a plan's limit is a person's, so
 * the shares are those of one developer-month.
 *
 * @returns null for more sessions a day, or dearer ones, than can be drawn
 * @example with `costSpread` 1 a session always costs its mean: only how many there are is left to chance
 */
export function assumedSpread(scenario: Scenario, { profiles, comparison }: Estimate): MonthSpreadJob | null {
  const { developers, workingDays, costSpread, overflow } = scenario;
  const draws = (count: number): MonthRangeInput => ({
    days: {
      kind: "assumed",
      sessions: profiles.map(({ sessionsPerDay, perSession }) => ({
        perDay: sessionsPerDay * count,
        cost: costAround(perSession, costSpread),
      })),
    },
    daysPerMonth: workingDays,
    months: MONTHS_DRAWN,
    seed: SEED,
  });
  const everyone = draws(developers);
  if (!isDrawable(everyone)) return null;
  const { low, high } = comparison;
  return { everyone, oneDeveloper: developers === 1 ? null : draws(1), overflow, low, high };
}

/**
 * One developer's months of measured days, as many a month as the scenario has working days. Limits are taken as they are stated: measured
 * days are in the dollars that limits are stated in.
 *
 * @param dollars what each day with work cost at API rates; idle days are not in it
 * @returns null for fewer than {@link FEWEST_DAYS} days
 */
export function measuredSpread(scenario: Scenario, dollars: readonly number[]): MonthSpreadJob | null {
  if (dollars.length < FEWEST_DAYS || dollars.some((day) => day > MOST_DOLLARS)) return null;
  const { low, high } = planOffers(scenario, { api: 1, subscription: 1 });
  return {
    everyone: { days: { kind: "measured", dollars }, daysPerMonth: scenario.workingDays, months: MONTHS_DRAWN, seed: SEED },
    oneDeveloper: null,
    overflow: scenario.overflow,
    low,
    high,
  };
}

// The mean of a lognormal is p50 · e^(σ²/2): so p50 follows from the mean.
function costAround(mean: number, costSpread: number): { readonly p50: number; readonly p90: number } {
  const sigma = Math.log(costSpread) / Z90;
  const p50 = mean * Math.exp(-(sigma ** 2) / 2);
  return { p50, p90: p50 * costSpread };
}

function isDrawable({ days }: MonthRangeInput): boolean {
  return (
    days.kind === "assumed" &&
    days.sessions.every(({ perDay, cost }) => perDay <= MOST_SESSIONS_A_DAY && cost.p90 <= MOST_DOLLARS)
  );
}
