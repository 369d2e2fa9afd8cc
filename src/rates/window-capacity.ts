import type { IsoDay } from "../lib/calendar.ts";
import { perWeek } from "../pricing/week-and-month.ts";
import { limitChanges } from "./limit-changes.ts";
import type { UsdRange } from "./plan-capacity.ts";
import { type PlanId, plans } from "./plans.ts";

/** What someone found one five-hour window of a plan to cover, API-equivalent USD, as it then was. Never a figure of Anthropic's. */
export interface WindowEstimate {
  readonly plan: PlanId;
  readonly usd: number;
  readonly asMeasured: string;
  /** The last day on which it can have been taken, inclusive. */
  readonly takenBy: IsoDay;
  readonly method: string;
  readonly source: string;
  /** Whether the method measures what it claims; an unsound figure is shown and not used. */
  readonly sound: boolean;
}

const CCMETER = { takenBy: "2026-03-31", source: "reddit r/ClaudeCode 1s7ilti (ccmeter)", sound: true } as const;
const CREDITS = { takenBy: "2026-05-05", source: "she-llac.com/claude-limits", sound: true } as const;
const BY_CREDITS = "the window's share of the week in credits, at what the week's credits came to in dollars: a lower bound";

/** Every measurement of a window that was found, by plan. The share of the week is the better known: the week binds, not the window. */
export const windowEstimates: readonly WindowEstimate[] = [
  {
    ...CREDITS,
    plan: "pro",
    usd: (perWeek(163) * 0.55) / 5,
    asMeasured: "550,000 of 5,000,000 credits a week, which came to $163 a month",
    method: BY_CREDITS,
  },
  {
    ...CCMETER,
    plan: "pro",
    usd: 18,
    asMeasured: "$18",
    method: "a twentieth of what the author found for Max 20x; not measured on Pro",
  },
  {
    ...CREDITS,
    plan: "max",
    usd: (perWeek(1_354) * 3.3) / 41.7,
    asMeasured: "3,300,000 of 41,700,000 credits a week, which came to $1,354 a month",
    method: BY_CREDITS,
  },
  {
    ...CCMETER,
    plan: "max",
    usd: (363 * 5) / 20,
    asMeasured: "$363 for Max 20x",
    method: "5/20 of it, by the ratio of sessions that gave Max 5x and Max 20x their names; not measured on Max 5x",
  },
  { ...CCMETER, plan: "ultra", usd: 363, asMeasured: "$363", method: "calibration by ccmeter, Opus" },
  {
    plan: "ultra",
    usd: 66,
    asMeasured: "$66",
    takenBy: "2026-01-12",
    method: "output tokens at their API price",
    source: "rhombus.so/limits.html",
    sound: false,
  },
];

/**
 * What one five-hour window of a plan is thought to cover now, API-equivalent USD, not rounded: the least and the most of the sound
 * estimates, each times what the windows were multiplied by since. Null for a plan without such a window, and for one that nobody
 * measured.
 *
 * @example windowRange("pro")?.high //=> 36: the 18 of March 2026, doubled with all five-hour limits on 2026-05-06
 */
export function windowRange(planId: string): UsdRange | null {
  const isLimited = plans.some(({ id, windows }) => id === planId && windows.includes("five-hour"));
  const now = windowEstimates.filter(({ plan, sound }) => isLimited && sound && plan === planId).map(raised);
  return now.length === 0 ? null : { low: Math.min(...now), high: Math.max(...now) };
}

function raised({ usd, takenBy }: WindowEstimate): number {
  const since = limitChanges.findLast(({ window, times }) => window === "five-hour" && times !== null);
  return since?.times && takenBy < since.from ? usd * since.times : usd;
}
