import type { IsoDay } from "../lib/calendar.ts";
import { perMonth, perWeek } from "../pricing/week-and-month.ts";
import type { PlanId } from "./plans.ts";

/** USD from the least to the most; a single figure has both ends alike. */
export interface UsdRange {
  readonly low: number;
  readonly high: number;
}

/** What someone found a plan to cover, in API-equivalent USD. Never a figure of Anthropic's. */
export interface CapacityEstimate {
  readonly plan: PlanId;
  /** The figure where it was published for a week, else null. */
  readonly usdPerWeek: UsdRange | null;
  /** A week is 12/52 of a month; not rounded. */
  readonly usdPerMonth: UsdRange;
  /** The figure in its author's unit, in words. */
  readonly asMeasured: string;
  /** When it was measured, as far as is known. */
  readonly period: string;
  /** The last day on which it can have been taken: that of the period, inclusive. */
  readonly takenBy: IsoDay;
  readonly method: string;
  readonly source: string;
  /** Whether the method measures what it claims; an unsound figure is shown and not used. */
  readonly sound: boolean;
  readonly whyNot?: string;
}

type Published = { readonly usdPerWeek: UsdRange } | { readonly usdPerMonth: UsdRange };
type Measurement = Omit<CapacityEstimate, "usdPerWeek" | "usdPerMonth"> & Published;

// Max and Ultra were called Max 5x and Max 20x when these were taken. Two more rows of anthropics/claude-code#16157 (July to
// September 2026) count tokens only, with no split by class: no dollar figure follows from them, so they are left out.
const MEASUREMENTS: readonly Measurement[] = [
  {
    plan: "pro",
    usdPerMonth: { low: 163, high: 163 },
    asMeasured: "$163 a month",
    period: "undated, before 2026-05-06",
    takenBy: "2026-05-05",
    method: "credits worked out from unrounded usage figures, without caching: a lower bound",
    source: "she-llac.com/claude-limits",
    sound: true,
  },
  {
    plan: "pro",
    usdPerWeek: { low: 95, high: 95 },
    asMeasured: "$95 a week",
    period: "March 2026",
    takenBy: "2026-03-31",
    method: "a twentieth of what the author found for Max 20x; not measured on Pro",
    source: "reddit r/ClaudeCode 1s7ilti (ccmeter)",
    sound: true,
  },
  {
    plan: "max",
    usdPerWeek: { low: 523, high: 523 },
    asMeasured: "$523 a week",
    period: "2026-02-27 to 2026-02-28",
    takenBy: "2026-02-28",
    method: "API cost against the share of the limit used, $5.44 for each percent of the week",
    source: "botfarm.run/blog/claude-max-true-price",
    sound: true,
  },
  {
    plan: "max",
    usdPerWeek: { low: 550, high: 550 },
    asMeasured: "$550 a week",
    period: "2025-12-01 to 2025-12-06",
    takenBy: "2025-12-06",
    method: "ccusage up to the limit, Opus 4.5",
    source: "reddit r/ClaudeCode 1phdqun",
    sound: true,
  },
  {
    plan: "max",
    usdPerMonth: { low: 1_354, high: 1_354 },
    asMeasured: "$1,354 a month",
    period: "undated, before 2026-05-06",
    takenBy: "2026-05-05",
    method: "credits worked out from unrounded usage figures, without caching: a lower bound",
    source: "she-llac.com/claude-limits",
    sound: true,
  },
  {
    plan: "ultra",
    usdPerWeek: { low: 1_300, high: 1_300 },
    asMeasured: "$1,300 a week",
    period: "December 2025",
    takenBy: "2025-12-31",
    method: "$260 of work was a fifth of the week, Opus 4.5",
    source: "reddit r/ClaudeCode 1phdqun",
    sound: true,
  },
  {
    plan: "ultra",
    usdPerWeek: { low: 1_900, high: 1_900 },
    asMeasured: "$1,900 a week",
    period: "March 2026",
    takenBy: "2026-03-31",
    method: "calibration by ccmeter, Opus",
    source: "reddit r/ClaudeCode 1s7ilti (ccmeter)",
    sound: true,
  },
  {
    plan: "ultra",
    usdPerWeek: { low: 3_098, high: 4_129 },
    asMeasured: "$3,098 to $4,129 a week",
    period: "2026-04-20 to 2026-05-10",
    takenBy: "2026-05-10",
    method: "one person's local logs, the limit reached every week; whether repeated log lines were removed was not checked",
    source: "github.com/anthropics/claude-code#61426",
    sound: true,
  },
  {
    plan: "ultra",
    usdPerWeek: { low: 4_411, high: 4_411 },
    asMeasured: "$4,411 a week",
    period: "2026-05-11 to 2026-05-17, weekly limits raised by half",
    takenBy: "2026-05-17",
    method: "one person's local logs at 98% of the limit; whether repeated log lines were removed was not checked",
    source: "github.com/anthropics/claude-code#61426",
    sound: true,
  },
  {
    plan: "ultra",
    usdPerMonth: { low: 2_700, high: 2_700 },
    asMeasured: "twice the credits of Max 5x, about $2,700 a month (derived)",
    period: "undated, before 2026-05-06",
    takenBy: "2026-05-05",
    method: "credits worked out from unrounded usage figures, without caching: a lower bound",
    source: "she-llac.com/claude-limits",
    sound: true,
  },
  {
    plan: "ultra",
    usdPerWeek: { low: 492, high: 492 },
    asMeasured: "$492 a week",
    period: "2026-01-12",
    takenBy: "2026-01-12",
    method: "output tokens at their API price",
    source: "rhombus.so/limits.html",
    sound: false,
    whyNot: "It prices output alone; by its own account one run spent $120 before the five-hour cap that it puts at $66.",
  },
];

/** Every measurement that was found, by plan. */
export const capacityEstimates: readonly CapacityEstimate[] = MEASUREMENTS.map(withBothUnits);

/** What has to stand beside any of these figures. */
export const capacityCaveat: string =
  "These are other people's measurements and never official, and none was taken after the limits changed on 2026-09-14.";

/**
 * What a plan was found to cover, API-equivalent USD a month: the least and the most of the sound estimates, not rounded. Null
 * for a plan that nobody measured.
 *
 * @example capacityRange("pro") //=> { low: 163, high: 95 * 52 / 12 }
 */
export function capacityRange(planId: string): UsdRange | null {
  return spanOf(soundFor(planId).map(({ usdPerMonth }) => usdPerMonth));
}

/**
 * The same range a week, which is the limit that binds: a figure published for a week as it was, one for a month × 12/52, not rounded.
 * Null for a plan that nobody measured.
 *
 * @example weeklyCapacityRange("pro") //=> { low: 163 * 12 / 52, high: 95 }
 */
export function weeklyCapacityRange(planId: string): UsdRange | null {
  return spanOf(
    soundFor(planId).map(
      ({ usdPerWeek, usdPerMonth: { low, high } }) => usdPerWeek ?? { low: perWeek(low), high: perWeek(high) },
    ),
  );
}

function soundFor(planId: string): readonly CapacityEstimate[] {
  return capacityEstimates.filter(({ plan, sound }) => sound && plan === planId);
}

function spanOf(ranges: readonly UsdRange[]): UsdRange | null {
  if (ranges.length === 0) return null;
  return { low: Math.min(...ranges.map(({ low }) => low)), high: Math.max(...ranges.map(({ high }) => high)) };
}

function withBothUnits(measurement: Measurement): CapacityEstimate {
  if ("usdPerMonth" in measurement) return { ...measurement, usdPerWeek: null };
  const { low, high } = measurement.usdPerWeek;
  return { ...measurement, usdPerMonth: { low: perMonth(low), high: perMonth(high) } };
}
