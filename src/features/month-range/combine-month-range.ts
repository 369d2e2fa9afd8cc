import type { Estimate } from "../../scenario/estimate.ts";
import type { MonthBin } from "../../scenario/month-bins.ts";
import {
  assumedSpread,
  MONTHS_DRAWN,
  type MonthSpread,
  type MonthSpreadJob,
  measuredSpread,
} from "../../scenario/month-spread.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { isServedByPlans } from "../../scenario/work-kind.ts";
import type { NamedMark } from "../../ui/charts/marks.ts";
import type { StackedBarsProps } from "../../ui/charts/stacked-bars-plan.ts";
import type { DataColumn, DataRow } from "../../ui/data-table.tsx";
import { formatCount, formatExact, formatPercent } from "../../ui/format-count.ts";
import { formatAboutUsd, formatRate, formatUsd } from "../../ui/format-money.ts";
import type { DayCost } from "../../usage-import/cost-by-day.ts";
import { choiceName, sharesOf, verdictOf } from "./cheapest-words.ts";

/** What is drawn, with what its words need to know. */
export interface RangeJob {
  readonly months: MonthSpreadJob;
  /** Whose month it is: the scenario's developers, or the one whose days were measured. */
  readonly developers: number;
  /** How many measured days it is drawn from; null = from assumed sessions. */
  readonly measuredDays: number | null;
  readonly workingDays: number;
  /** Whether plans cover this kind of work at all. */
  readonly isServed: boolean;
}

/** The month as a distribution, and how often each choice is the cheapest. */
export interface MonthRangeView {
  /** The range, in a sentence. */
  readonly takeaway: string;
  readonly chart: StackedBarsProps;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
  /** Which choice is the cheapest, in a sentence. */
  readonly verdict: string;
  /** In how many months each choice is; empty where there is nothing to choose. */
  readonly shareColumns: readonly DataColumn[];
  readonly shareRows: readonly DataRow[];
  /** What the months are drawn from, and what a share is one of. */
  readonly notes: readonly string[];
}

/** What measured days are drawn from: days with requests; today, which is not over, and days without a price say nothing of a whole day. */
export function dollarsOfDays(days: readonly DayCost[]): readonly number[] {
  return days.slice(0, -1).flatMap(({ requests, cost }) => (requests > 0 && cost > 0 ? [cost] : []));
}

/** @param dollars measured days; null = assume sessions. Gives null where nothing can be drawn. */
export function rangeJob(scenario: Scenario, estimate: Estimate, dollars: readonly number[] | null): RangeJob | null {
  const months = dollars === null ? assumedSpread(scenario, estimate) : measuredSpread(scenario, dollars);
  if (months === null) return null;
  return {
    months,
    developers: dollars === null ? scenario.developers : 1,
    measuredDays: dollars?.length ?? null,
    workingDays: scenario.workingDays,
    isServed: isServedByPlans(scenario.work),
  };
}

const PARTS: readonly NamedMark[] = [
  { name: "Cheapest tenth of months", mark: 2 },
  { name: "Eight tenths in the middle", mark: 1 },
  { name: "Dearest tenth", mark: 3 },
];

/** Shares are of the drawn months. */
export function combineMonthRange(job: RangeJob, spread: MonthSpread): MonthRangeView {
  const shares = sharesOf(spread);
  return {
    takeaway: takeawayOf(job, spread),
    chart: {
      rows: spread.bins.map((bin) => ({ label: labelOf(bin, spread), parts: partsOf(bin) })),
      parts: PARTS,
      formatValue: formatPercent,
      valueLabel: "share of months",
    },
    columns: [
      { id: "month", label: "The month on the API costs" },
      ...PARTS.map(({ name }) => ({ id: name, label: name, numeric: true, fileLabel: `${name}, share of months` })),
      { id: "all", label: "All", numeric: true, fileLabel: "All, share of months" },
    ],
    rows: spread.bins.map((bin) => binRow(bin, spread)),
    verdict: verdictOf(job, spread),
    shareColumns: [
      { id: "choice", label: "Cheapest" },
      { id: "low", label: "Low limits", numeric: true, fileLabel: "Share of months, limits at their low end" },
      { id: "high", label: "High limits", numeric: true, fileLabel: "Share of months, limits at their high end" },
    ],
    shareRows: shares.map(({ id, low, high }) => ({
      id,
      cells: [choiceName(id), formatPercent(low), formatPercent(high)],
      values: [choiceName(id), low, high],
    })),
    notes: notesOf(job, shares.length > 0),
  };
}

function takeawayOf({ developers }: RangeJob, { everyone: { p10, p50, p90, mean } }: MonthSpread): string {
  const whose = developers > 1 ? ` of all ${formatCount(developers)} developers` : "";
  if (p90 === 0) return `This work costs nothing: every month${whose} is $0.`;
  if (p10 === p90) return `Every month${whose} costs ${formatUsd(p50)} on the API.`;
  return (
    `Half of the months${whose} cost up to ${formatAboutUsd(p50)} on the API (p50); one in ten up to ${formatAboutUsd(p10)} (p10), ` +
    `one in ten over ${formatAboutUsd(p90)} (p90). The mean is ${formatAboutUsd(mean)}.`
  );
}

function partsOf({ cheapest, middle, dearest }: MonthBin): readonly [number, number, number] {
  return [cheapest, middle, dearest];
}

// Ends are round: written out, so that two bins never read alike.
function labelOf({ from, to }: MonthBin, { everyone: { p50 } }: MonthSpread): string {
  if (from === null && to === null) return formatUsd(p50);
  if (from === null) return `under ${formatRate(to ?? 0)}`;
  return to === null ? `${formatRate(from)} or more` : `${formatRate(from)}–${formatRate(to).slice(1)}`;
}

function binRow(bin: MonthBin, spread: MonthSpread): DataRow {
  const label = labelOf(bin, spread);
  const parts = partsOf(bin);
  const all = parts.reduce((sum, share) => sum + share, 0);
  return { id: label, cells: [label, ...[...parts, all].map(formatPercent)], values: [label, ...parts, all] };
}

function notesOf({ months, developers, measuredDays, workingDays }: RangeJob, hasShares: boolean): readonly string[] {
  const days = formatExact(workingDays);
  const drawn = `${formatCount(MONTHS_DRAWN)} months are drawn`;
  const basis =
    measuredDays === null
      ? `${drawn} from assumed sessions: their number about the estimated one (Poisson), the cost of each about the estimated cost (lognormal). The same link draws the same months.`
      : `${drawn} from your ${formatCount(measuredDays)} imported days with work, ${days} of them a month, of one developer. Today is left out, and so is usage without a price. These days are in no link.`;
  const whose =
    developers > 1
      ? [
          "Plans are compared for one developer's month, because a plan's limit is one person's; the bill above is all developers'.",
        ]
      : [];
  const overflow =
    months.overflow === "api-rates" ? "the rest is bought at API rates" : "a plan that cannot hold the month is not chosen";
  return [
    basis,
    ...(hasShares ? [...whose, `Past a plan's limit, ${overflow}.`] : []),
    "Days and sessions are drawn apart from each other. Work comes in streaks, so a real month varies more.",
  ];
}
