import { burst } from "../../pricing/burst.ts";
import { windowRange } from "../../rates/window-capacity.ts";
import type { Estimate } from "../../scenario/estimate.ts";
import { planById } from "../../scenario/plan-offers.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { formatUsd } from "../../ui/format-money.ts";
import type { FitNotice } from "./fit-view.ts";

/** The plans whose use runs into a five-hour window. */
const WINDOWED = ["pro", "max"] as const;
/** A day's work in one sitting, and spread over a working day. */
const SITTING_HOURS = 5;
const DAY_HOURS = 8;

/** A warning where a day's work, done in one sitting, passes what a five-hour window is thought to cover; null where it does not. */
export function burstWords({ workingDays }: Scenario, { comparison, sessionsPerDay }: Estimate): FitNotice | null {
  const usdPerDay = comparison.work.subscription / workingDays;
  if (usdPerDay === 0 || sessionsPerDay === 0) return null;
  // Below one session a day, a day that is worked still holds a whole one.
  const day = { usdPerSession: usdPerDay / sessionsPerDay, sessionsPerDay: Math.max(1, sessionsPerDay) };
  const items = WINDOWED.flatMap((plan) => {
    const window = windowRange(plan);
    if (window === null) return [];
    const sitting = burst({ ...day, hoursPerDay: SITTING_HOURS }, window);
    const spread = burst({ ...day, hoursPerDay: DAY_HOURS }, window);
    if (sitting.verdict === "within") return [];
    const covers = `${planById(plan).name}'s window is thought to cover ${formatUsd(window.low)} to ${formatUsd(window.high)}`;
    return [`${covers}: a day in one sitting ${WORDS[sitting.verdict]}, one spread over 8 hours ${WORDS[spread.verdict]}.`];
  });
  if (items.length === 0) return null;
  const inSitting = day.usdPerSession * day.sessionsPerDay;
  return {
    title: `The week is what binds, but a day of ${formatUsd(inSitting)} (API-equivalent, not a bill) can meet the 5-hour window`,
    items: [
      ...items,
      `Spread over 8 hours, ${formatUsd((inSitting * SITTING_HOURS) / DAY_HOURS)} falls into one window. Past it you wait until it starts again.`,
    ],
  };
}

const WORDS = {
  within: "stays within it",
  unsure: "passes the low estimate and not the high one",
  past: "passes both estimates",
} as const;
