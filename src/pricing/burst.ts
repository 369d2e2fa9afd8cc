import { requireWithin } from "../lib/range-error.ts";

/** How a person's day of work is spread. */
export interface WorkingDay {
  /** API-equivalent USD of a session, as a subscription caches it. */
  readonly usdPerSession: number;
  readonly sessionsPerDay: number;
  /** Hours over which the day's sessions are spread evenly, above 0 to 24; up to 5 = all in one window. */
  readonly hoursPerDay: number;
}

/** What a day puts into its fullest five-hour window, beside what the window is thought to cover. */
export interface Burst {
  readonly usdInWindow: number;
  /** "unsure" = it passes the low end of the estimates and not the high one. */
  readonly verdict: "within" | "unsure" | "past";
  /** Whole sessions that a window holds at the low and at the high end; null = sessions that cost nothing. */
  readonly sessionsThatFit: { readonly low: number; readonly high: number } | null;
}

const WINDOW_HOURS = 5;

/**
 * Whether a day's work passes a window's estimate. A warning only: over a week it is the week that binds.
 *
 * @param window what a window covers, API-equivalent USD, from the low to the high end
 * @throws RangeError for a cost, count or estimate that is no number ≥ 0, and hours that no day has
 * @example burst({ usdPerSession: 4, sessionsPerDay: 4, hoursPerDay: 8 }, { low: 8, high: 36 }) //=> 16 × 5/8 = 10 in a window: unsure
 */
export function burst(
  { usdPerSession, sessionsPerDay, hoursPerDay }: WorkingDay,
  window: { readonly low: number; readonly high: number },
): Burst {
  for (const [field, value] of Object.entries({ usdPerSession, sessionsPerDay, "window.low": window.low }))
    requireWithin(field, value, [0, Number.MAX_VALUE]);
  requireWithin("window.high", window.high, [window.low, Number.MAX_VALUE]);
  requireWithin("hoursPerDay", hoursPerDay, [Number.MIN_VALUE, 24]);
  const usdInWindow = usdPerSession * sessionsPerDay * Math.min(1, WINDOW_HOURS / hoursPerDay);
  const verdict = usdInWindow <= window.low ? "within" : usdInWindow <= window.high ? "unsure" : "past";
  const held = (usd: number): number => wholeSessions(usd, usdPerSession);
  return {
    usdInWindow,
    verdict,
    sessionsThatFit: usdPerSession === 0 ? null : { low: held(window.low), high: held(window.high) },
  };
}

// 0.3 / 0.1 is 2.9999999999999996.
function wholeSessions(usd: number, usdPerSession: number): number {
  return Math.floor((usd / usdPerSession) * (1 + 1e-12));
}
