import { cheapestRanges } from "../../pricing/break-even.ts";
import type { PlanCost, PlanOffer, PlanVerdict } from "../../pricing/compare-plans.ts";
import { type LineInWords, meanSessionInWords, monthInWords, scaled } from "../../scenario/bill-in-words.ts";
import type { Estimate } from "../../scenario/estimate.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import type { SessionCost } from "../../scenario/session-cost.ts";
import { isServedByPlans } from "../../scenario/work-kind.ts";
import { formatCount } from "../../ui/format-count.ts";
import { formatAboutUsd, formatUsd } from "../../ui/format-money.ts";

/** The page's answer in words, and the figures beside it. */
export interface Answer {
  /** What the API costs: "About $195 a month on the API". */
  readonly headline: string;
  /** Whether a plan is cheaper, as a range where its limit is one. */
  readonly verdict: string;
  /** From how much work a plan pays. */
  readonly turn: string;
  readonly figures: readonly AnswerFigure[];
}

export interface AnswerFigure {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** What the figure is counted over: "15 working days". */
  readonly note: string;
  /** Its unit of time or work: `a month`. */
  readonly period: string;
  /** What it is made of; worked out when it is opened. */
  readonly lines: () => readonly LineInWords[];
}

/** The answer to a scenario. */
export function combineAnswer(scenario: Scenario, estimate: Estimate): Answer {
  return {
    headline: headlineOf(scenario, estimate),
    verdict: verdictOf(scenario, estimate),
    turn: turnOf(scenario, estimate),
    figures: figuresOf(scenario, estimate),
  };
}

function headlineOf({ developers }: Scenario, { perMonth, perDeveloperMonth, profiles }: Estimate): string {
  const sessions = sessionsIn(profiles);
  const least = sessions.some(({ lowerBound }) => lowerBound) ? "At least" : "About";
  const own = hasOwnRates(profiles) ? " at your own rates" : "";
  const whose = developers > 1 ? ` for ${formatCount(developers)} developers (${formatAboutUsd(perDeveloperMonth)} each)` : "";
  return `${least} ${formatAboutUsd(perMonth)} a month on the API${own}${whose}`;
}

function verdictOf(scenario: Scenario, estimate: Estimate): string {
  const { atLow, atHigh, low } = estimate.comparison;
  if (!isServedByPlans(scenario.work)) return "Plans do not cover programs: the API is what there is.";
  if (low.length === 0) return "No plan's limit is stated, so none can be compared.";
  const isTeam = scenario.developers > 1;
  if (atLow.cheapest === atHigh.cheapest) return sameAtBothEnds(estimate, isTeam ? " each" : "");
  return `Cheapest${isTeam ? " per developer" : ""} is ${nameOf(atLow.cheapest, low)} (${costIn(atLow)}) or ${nameOf(atHigh.cheapest, low)} (${costIn(atHigh)}): it depends on what the plans cover, which nobody publishes.`;
}

function sameAtBothEnds({ comparison: { atLow, atHigh, low } }: Estimate, each: string): string {
  if (atLow.cheapest === "api") return "No plan is cheaper for this work.";
  const ends = [...new Set([costIn(atHigh), costIn(atLow)])].join("–");
  return `${nameOf(atLow.cheapest, low)} is cheaper: ${ends} a month${each} for the same work.`;
}

function costIn(verdict: PlanVerdict): string {
  const cost = verdict.costs.find(({ id }: PlanCost) => id === verdict.cheapest)?.cost ?? null;
  return cost === null ? "the API" : formatAboutUsd(cost);
}

function nameOf(id: string, offers: readonly PlanOffer[]): string {
  return offers.find((offer) => offer.id === id)?.name ?? "the API";
}

/** In sessions a day where there are any, else in dollars: the first bill from which some plan is cheaper than the API. */
function turnOf({ developers, overflow }: Scenario, estimate: Estimate): string {
  const { comparison, sessionsPerDay, perDeveloperMonth } = estimate;
  const [first, second] = cheapestRanges(comparison.low, overflow);
  if (first?.cheapest !== "api" || !second) return "";
  const bill = `${formatUsd(second.from)} of API work a month`;
  const person = developers > 1 ? " and developer" : "";
  if (sessionsPerDay === 0 || perDeveloperMonth === 0)
    return `From ${bill}${person} ${nameOf(second.cheapest, comparison.low)} is cheaper than the API.`;
  const sessions = (second.from / perDeveloperMonth) * sessionsPerDay;
  return `${nameOf(second.cheapest, comparison.low)} beats the API from ${formatCount(sessions)} sessions a day (${bill}${person}).`;
}

function sessionsIn(profiles: Estimate["profiles"]): readonly SessionCost[] {
  return profiles.flatMap(({ models }) => models.filter(({ share }) => share > 0).map(({ session }) => session));
}

function hasOwnRates(profiles: Estimate["profiles"]): boolean {
  return sessionsIn(profiles).some(({ ownRates }) => ownRates);
}

function figuresOf(scenario: Scenario, estimate: Estimate): readonly AnswerFigure[] {
  const { developers, workingDays, dayBasis } = scenario;
  const { perMonth, perDeveloperMonth, perDay, perYear, perSession, sessionsPerDay } = estimate;
  const days = `${formatCount(workingDays)} working days`;
  const people = developers > 1 ? `${formatCount(developers)} developers` : "1 developer";
  const partOfMonth = (usd: number) => () => (perMonth === 0 ? [] : scaled(monthInWords(estimate), usd / perMonth));
  const spread =
    dayBasis === "working"
      ? { label: "Per active day", note: `1 developer, ${days} a month` }
      : { label: "Per calendar day", note: "1 developer, 30 days a month" };
  const figures: readonly AnswerFigure[] = [
    {
      id: "session",
      label: "Per session",
      value: formatUsd(perSession),
      note: `${formatCount(sessionsPerDay)} a day`,
      period: "a session",
      lines: () => meanSessionInWords(estimate),
    },
    { id: "day", ...spread, value: formatUsd(perDay), period: "a day", lines: partOfMonth(perDay) },
    {
      id: "developer",
      label: "Per developer",
      value: formatUsd(perDeveloperMonth),
      note: `a month of ${days}`,
      period: "a month",
      lines: partOfMonth(perDeveloperMonth),
    },
    {
      id: "month",
      label: "Per month",
      value: formatUsd(perMonth),
      note: people,
      period: "a month",
      lines: partOfMonth(perMonth),
    },
    {
      id: "year",
      label: "Per year",
      value: formatUsd(perYear),
      note: `${people}, 12 such months`,
      period: "a year",
      lines: partOfMonth(perYear),
    },
  ];
  return hasOwnRates(estimate.profiles) ? figures.map((figure) => ({ ...figure, note: `${figure.note}, own rates` })) : figures;
}
