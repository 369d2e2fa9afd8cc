import { requireWithin } from "../lib/range-error.ts";

/** The same first tokens of every call, kept in the prompt cache, and how calls arrive. */
export interface CachedPrefix {
  /** Whole tokens of the model that the call was counted for; no more than the prompt has are cached. */
  readonly tokens: number;
  readonly lifetime: "5m" | "1h";
  /** Evenly spaced over the month, or `burstCalls` at once every `burstMinutes`. */
  readonly arrival: "steady" | "bursts";
  readonly burstCalls: number;
  readonly burstMinutes: number;
}

/** Calls of a month by what they do with the prefix; the two add up to all of them. */
export interface PrefixUse {
  readonly writes: number;
  readonly reads: number;
}

/** A month that calls are spread over: 30 days × 24 hours × 60 minutes. */
export const MONTH_MINUTES = 43_200;

/** How long an entry lives after it was last used, in minutes. */
export const LIFETIME_MINUTES: { readonly [lifetime in CachedPrefix["lifetime"]]: number } = { "5m": 5, "1h": 60 };

/**
 * How often a month's calls write a cached prefix and how often they read it. Each use, write or read, starts the entry's lifetime anew.
 *
 * Steady: calls are evenly spaced over `MONTH_MINUTES`, day and night. Where the gap between two is within the lifetime, the first writes and
 * all others read; else each one writes. Bursts: of the calls of one burst the first writes and the others, shortly after it, read; where the
 * time from burst to burst is within the lifetime, only the month's very first call writes. A gap of exactly the lifetime is within it.
 *
 * @param calls    calls that one model is sent a month; a mean, so it need not be whole
 * @param arriving all that arrive, of which `calls` are a share: bursts are counted by them, so that a share makes bursts smaller, not fewer
 * @throws RangeError for counts or minutes below 0
 * @example a call every 5 minutes, 8,640 a month, at "5m": 1 write, 8,639 reads; one call fewer, and all 8,639 write
 */
export function prefixUse(
  { lifetime, arrival, burstCalls, burstMinutes }: Omit<CachedPrefix, "tokens">,
  { calls, arriving }: { readonly calls: number; readonly arriving: number },
): PrefixUse {
  requireWithin("calls", calls, [0, Infinity]);
  requireWithin("burstCalls", burstCalls, [1, Infinity]);
  const isSteady = arrival === "steady";
  const gap = isSteady ? MONTH_MINUTES / calls : burstMinutes;
  const writesIfLost = isSteady ? calls : Math.ceil(arriving / burstCalls);
  const writes = Math.min(calls, gap <= LIFETIME_MINUTES[lifetime] ? 1 : writesIfLost);
  return { writes, reads: calls - writes };
}
