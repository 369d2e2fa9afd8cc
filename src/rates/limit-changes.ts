import type { IsoDay } from "../lib/calendar.ts";
import type { CapacityEstimate } from "./plan-capacity.ts";
import type { PlanWindow } from "./plans.ts";

/** A change of what plans cover. The limits themselves are not published; that they changed is. */
export interface LimitChange {
  /** First day of the change. */
  readonly from: IsoDay;
  readonly window: Exclude<PlanWindow, "weekly-fable">;
  /** What the limit before May 2026 was multiplied by from then on; null = a change that no one factor describes. */
  readonly times: number | null;
  readonly what: string;
  readonly source: string;
  readonly checkedOn: IsoDay;
}

const USAGE_EXTENSION =
  "github.com/lugia19/Claude-Usage-Extension#103 (quoting support.claude.com article 15910845); github.com/anthropics/claude-code#16157";

/** Every change of limits since weeks are limited, oldest first. Each factor is of the limit before May 2026, not of the one before it. */
export const limitChanges: readonly LimitChange[] = [
  {
    from: "2025-08-28",
    window: "weekly",
    times: null,
    what: "Weekly limits were introduced.",
    source: "github.com/anthropics/claude-code#6611, #9196, #16157",
    checkedOn: "2026-11-20",
  },
  {
    from: "2026-03-26",
    window: "five-hour",
    times: null,
    what: "Five-hour limits were cut in peak hours, until 2026-05-06.",
    source: USAGE_EXTENSION,
    checkedOn: "2026-11-20",
  },
  {
    from: "2026-05-06",
    window: "five-hour",
    times: 2,
    what: "Five-hour limits were doubled.",
    source: USAGE_EXTENSION,
    checkedOn: "2026-11-20",
  },
  {
    from: "2026-05-13",
    window: "weekly",
    times: 1.5,
    what: "Weekly limits of Claude Code were raised by half for a time.",
    source: USAGE_EXTENSION,
    checkedOn: "2026-11-20",
  },
  {
    from: "2026-09-14",
    window: "weekly",
    times: 1.25,
    what: "The raise by half ended; what stayed is a quarter above the week before May.",
    source: USAGE_EXTENSION,
    checkedOn: "2026-11-20",
  },
];

/** How old measurements are, as dates: the words are the page's. */
export interface CapacityAge {
  /** The last day on which the newest of them can have been taken. */
  readonly newest: IsoDay;
  /** Changes of the weekly limit after that day, oldest first: what none of them can know of. */
  readonly changesSince: readonly LimitChange[];
}

/**
 * How old the sound ones among some measurements are; null where there is none.
 * @example capacityAge(capacityEstimates)?.changesSince.map(({ from }) => from) //=> ["2026-09-14"]
 */
export function capacityAge(estimates: readonly CapacityEstimate[]): CapacityAge | null {
  const newest = estimates
    .filter(({ sound }) => sound)
    .map(({ takenBy }) => takenBy)
    .sort()
    .at(-1);
  if (newest === undefined) return null;
  return { newest, changesSince: limitChanges.filter(({ window, from }) => window === "weekly" && from > newest) };
}
