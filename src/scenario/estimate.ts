import { type BillLine, mergeLines } from "../pricing/bill-line.ts";
import { comparePlans, type PlanVerdict } from "../pricing/compare-plans.ts";
import { eachSimulated } from "./each-profile.ts";
import { type MonthOfWork, type PlanOffers, planOffers } from "./plan-offers.ts";
import { rateBook } from "./rate-book.ts";
import type { Scenario } from "./scenario.ts";
import { type SessionCost, sessionPricer } from "./session-cost.ts";

/** A line of the month's bill, and the model it is for (null: a router's fee is no model's). */
export interface MonthLine extends BillLine {
  readonly model: string | null;
}

/** What one model costs in a profile's sessions: those of its share of the mix, or its part of every session where requests are routed. */
export interface ModelEstimate {
  readonly session: SessionCost;
  /** Share of the profile's sessions that this is a part of, 0–1. */
  readonly share: number;
  /** USD a month, all developers. */
  readonly perMonth: number;
}

/** One profile's part of the bill. */
export interface ProfileEstimate {
  readonly name: string;
  /** Of one developer. */
  readonly sessionsPerDay: number;
  /** USD, the mean over the mix. */
  readonly perSession: number;
  /** USD a month, all developers. */
  readonly perMonth: number;
  readonly models: readonly ModelEstimate[];
}

/** The plans beside the API bill of one developer-month, at both ends of their limits. */
export interface PlanComparison extends PlanOffers {
  readonly work: MonthOfWork;
  readonly atLow: PlanVerdict;
  readonly atHigh: PlanVerdict;
}

/** Every figure that the page shows for a scenario. USD, unrounded. */
export interface Estimate {
  /** The mean over all sessions. */
  readonly perSession: number;
  /** All developers. */
  readonly perMonth: number;
  readonly perDeveloperMonth: number;
  /** The month's bill of all developers, one line for each model, class and rate. */
  readonly lines: readonly MonthLine[];
  /** The comparison at the low end of the plans' limits. */
  readonly plans: PlanVerdict;
  /** Of one developer, on a day that is worked. */
  readonly perActiveDay: number;
  /** Of one developer, spread as the scenario's day basis says: over the working days, or over 30 calendar days. */
  readonly perDay: number;
  readonly perYear: number;
  /** Of one developer on a working day, all profiles. */
  readonly sessionsPerDay: number;
  readonly profiles: readonly ProfileEstimate[];
  readonly comparison: PlanComparison;
}

/** Days that a month is counted as where a daily figure is spread over calendar days. */
const CALENDAR_DAYS = 30;

/**
 * Works a scenario out: per profile the share-weighted mean of its session on each model × sessions a working day × working days, summed,
 * × developers; and the plans beside one developer's month.
 *
 * @throws RangeError for a scenario in conflict with itself (see `conflicts`), naming field, value and expectation
 */
export function estimate(scenario: Scenario): Estimate {
  const profiles = profileEstimates(scenario);
  const { developers, workingDays } = scenario;
  const perMonth = sum(profiles, ({ perMonth: profile }) => profile);
  const perDeveloperMonth = perMonth / developers;
  const comparison = comparePlansFor(scenario, perDeveloperMonth);
  return {
    perSession: meanSession(profiles),
    perMonth,
    perDeveloperMonth,
    lines: monthLines(profiles, developers * workingDays),
    plans: comparison.atLow,
    perActiveDay: perDeveloperMonth / workingDays,
    perDay: perDeveloperMonth / (scenario.dayBasis === "working" ? workingDays : CALENDAR_DAYS),
    perYear: perMonth * 12,
    sessionsPerDay: sum(profiles, ({ sessionsPerDay }) => sessionsPerDay),
    profiles,
    comparison,
  };
}

function profileEstimates(scenario: Scenario): ProfileEstimate[] {
  const book = rateBook(scenario);
  const developerDays = scenario.developers * scenario.workingDays;
  return scenario.profiles.map(({ name, sessionsPerDay, mix, usage }) => {
    const { startedOn, routedOver } = sessionPricer(scenario, usage, book);
    const parts = routedOver
      ? routedOver(mix).map((session) => ({ session, share: 1 }))
      : mix.flatMap(({ model, percent }) => startedOn(model).map((session) => ({ session, share: percent / 100 })));
    const models = parts.map(({ session, share }) => ({
      session,
      share,
      perMonth: session.cost * share * sessionsPerDay * developerDays,
    }));
    const perSession = sum(models, ({ session, share }) => session.cost * share);
    return { name, sessionsPerDay, perSession, perMonth: perSession * sessionsPerDay * developerDays, models };
  });
}

// Weighted by sessions; with none a day the question is still what one would cost.
function meanSession(profiles: readonly ProfileEstimate[]): number {
  const sessions = sum(profiles, ({ sessionsPerDay }) => sessionsPerDay);
  return sessions > 0
    ? sum(profiles, ({ perSession, sessionsPerDay }) => perSession * sessionsPerDay) / sessions
    : sum(profiles, ({ perSession }) => perSession) / profiles.length;
}

function monthLines(profiles: readonly ProfileEstimate[], developerDays: number): MonthLine[] {
  const lines = profiles.flatMap(({ sessionsPerDay, models }) =>
    models.flatMap(({ session, share }) => {
      const times = share * sessionsPerDay * developerDays;
      return times === 0 ? [] : session.lines.map((line) => monthLine(line, times, session.model));
    }),
  );
  return mergeLines(lines, ({ model, item }) => `${model} ${item}`);
}

function monthLine({ item, quantity, rate, per, amount }: BillLine, times: number, model: string): MonthLine {
  return { item, quantity: quantity * times, rate, per, amount: amount * times, model: item === "routerFee" ? null : model };
}

function comparePlansFor(scenario: Scenario, api: number): PlanComparison {
  const work = { api, subscription: monthAtOneHour(scenario, api) };
  const offers = planOffers(scenario, work);
  const verdict = (end: "low" | "high"): PlanVerdict => comparePlans(api, offers[end], scenario.overflow);
  return { ...offers, work, atLow: verdict("low"), atHigh: verdict("high") };
}

// Only a simulated session says what a longer cache would change: totals stay as they were measured.
function monthAtOneHour(scenario: Scenario, api: number): number {
  const longer = eachSimulated(scenario, (usage) => (usage.caching === "5m" ? { ...usage, caching: "1h" } : usage));
  const isSame = scenario.profiles.every(({ usage }) => usage.kind === "totals" || usage.caching !== "5m");
  return isSame ? api : apiMonth(longer) / scenario.developers;
}

/** What a scenario's month costs on the API, all developers: USD, unrounded. @throws RangeError as `estimate` */
export function apiMonth(scenario: Scenario): number {
  return sum(profileEstimates(scenario), ({ perMonth }) => perMonth);
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
